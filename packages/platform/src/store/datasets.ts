import type { Text } from '@caudal/methods/vocabulary'
import type { CaudalNode } from './node.ts'
import { readQuery } from './read-query.ts'

/** One row per dataset: records of one source. */
export interface Dataset {
  readonly id: string
  readonly recordType: string
  readonly title: Record<string, string>
  readonly source: Record<string, string | Text>
  readonly country: string | null
  readonly synthetic: boolean
  /** Accepted batches. */
  readonly batches: number
  readonly rowsAccepted: number
  /** ISO instant. */
  readonly lastReceivedAt: string
}

/** Datasets of which the node holds a batch that is not withdrawn. */
export function listDatasets(node: CaudalNode): Promise<Dataset[]> {
  return node.register.query<Dataset>(readQuery('./queries/datasets.sql', import.meta.url))
}

/** A version of a source profile as it was used. */
export interface RecordedProfile {
  readonly id: string
  readonly version: number
  readonly content: Record<string, unknown>
  readonly sha256: string
  readonly addedAt: string
}

/** A recorded version of a source profile; the newest where `version` is absent. */
export async function findSourceProfile(
  node: CaudalNode,
  id: string,
  version?: number,
): Promise<RecordedProfile | undefined> {
  const [profile] = await node.register.query<RecordedProfile>(
    `select id, version, content, sha256, added_at as "addedAt" from source_profiles
     where id = $1 and ($2::integer is null or version = $2) order by version desc limit 1`,
    [id, version ?? null],
  )
  return profile
}
