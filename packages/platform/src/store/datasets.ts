import type { Language, Text } from '@caudal/methods/vocabulary'
import type { CaudalNode } from './node.ts'
import type { Queryable } from './register.ts'
import { readQuery } from './read-query.ts'

/** One row per dataset: records of one source. */
export interface Dataset {
  readonly id: string
  readonly recordType: string
  readonly title: Text
  readonly source: Record<string, string | Text>
  readonly country: string | null
  readonly synthetic: boolean
  /** Accepted batches. */
  readonly batches: number
  readonly rowsAccepted: number
  /** ISO instant. */
  readonly lastReceivedAt: string
}

/**
 * Datasets of which the node holds a batch that is not withdrawn.
 *
 * @param given `withdrawn`: those too of which every batch is, for what is still said of them
 */
export function listDatasets(
  node: CaudalNode,
  { withdrawn = false }: { readonly withdrawn?: boolean } = {},
): Promise<Dataset[]> {
  const query = readQuery('./queries/datasets.sql', import.meta.url)
  return node.register.query<Dataset>(query, [withdrawn])
}

/** What people call a dataset, in every language; its identifier where the node knows none of it. */
export async function titleOfDataset(register: Queryable, id: string): Promise<Text | string> {
  const [known] = await register.query<{ title: Text }>(
    'select title from datasets where id = $1',
    [id],
  )
  return known?.title ?? id
}

/**
 * What the sources of datasets say under a key, in every language, the same once; undefined where none says
 * anything.
 *
 * @example
 * sourceTexts([{ source: { owner: 'A' } }, { source: { owner: 'B' } }], 'owner')?.en // => 'A; B'
 */
export function sourceTexts(
  datasets: readonly Pick<Dataset, 'source'>[],
  key: string,
): Text | undefined {
  const said = datasets.flatMap(({ source }) => source[key] || [])
  const inLanguage = (language: Language) =>
    [...new Set(said.map((text) => (typeof text === 'string' ? text : text[language])))]
      .sort()
      .join('; ')
  return said.length === 0
    ? undefined
    : { es: inLanguage('es'), en: inLanguage('en'), fr: inLanguage('fr') }
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
