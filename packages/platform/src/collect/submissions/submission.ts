import { readQuery, type CaudalNode } from '../../store/index.ts'
import { submissionRefusals } from './refusals.ts'

/**
 * - `receiving`: its bytes are on their way. `draft`: it is here, its profile is being written.
 * - `imported`: it became a batch. `discarded`: given up by whoever sent it.
 * - `expired`: left alone for so long that the file was removed.
 */
export type SubmissionState = 'receiving' | 'draft' | 'imported' | 'discarded' | 'expired'

/** A file that somebody of an institution has sent, or is sending. */
export interface Submission {
  readonly id: number
  readonly institution: string
  readonly sentBy: string
  readonly fileName: string
  readonly fileBytes: number
  readonly receivedBytes: number
  readonly state: SubmissionState
  /** The draft of its source profile, in the JSON of `caudal profile suggest`. */
  readonly profile: Readonly<Record<string, unknown>> | null
  readonly revision: number
  readonly job: number | null
  /** The batch that it became. */
  readonly became: number | null
  readonly wrappedKey: string | null
  /** ISO instants. */
  readonly createdAt: string
  readonly changedAt: string
}

/** What an institution has sent, the newest first; of every institution where none is named. */
export function selectSubmissions(
  node: CaudalNode,
  institution: string | undefined,
): Promise<Submission[]> {
  return node.register.query<Submission>(query('list'), [institution ?? null, null])
}

/**
 * A submission of an institution.
 *
 * @throws {Refusal} collect.submissions.unknown: of another institution, or of none
 */
export async function getSubmission(
  node: CaudalNode,
  id: number,
  institution: string,
): Promise<Submission> {
  // The register's ids are 32-bit integers; anything else is no submission.
  const isId = Number.isInteger(id) && id > 0 && id < 2 ** 31
  const [found] = isId
    ? await node.register.query<Submission>(query('list'), [institution, id])
    : []
  if (found === undefined) throw submissionRefusals.refuse('unknown', { submission: String(id) })
  return found
}

function query(name: string): string {
  return readQuery(`./queries/${name}.sql`, import.meta.url)
}
