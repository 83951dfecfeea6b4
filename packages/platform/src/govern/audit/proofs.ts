import {
  type Checkpoint,
  consistencySpans,
  type Hash,
  inclusionSpans,
  readCheckpoint,
  readNote,
} from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { auditRefusals } from './refusals.ts'
import { readSpanHashes } from './subtrees.ts'

/** A checkpoint with the note that carries its signatures. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly note: string
}

/**
 * The newest checkpoint, or the one at a size, with the signatures of other nodes; undefined for a
 * log without entries, or where no group ended at that size.
 */
export async function findCheckpoint(
  register: Queryable,
  size?: number,
): Promise<SignedCheckpoint | undefined> {
  const [row] = await register.query<{ note: string; lines: string[] }>(
    `select note, ${cosignatures} as lines
     from audit_groups as g where $1::bigint is null or g.size = $1 order by g.first desc limit 1`,
    [size ?? null],
  )
  return row === undefined ? undefined : signedCheckpoint(row)
}

const cosignatures =
  'array(select line from audit_cosignatures as c where c.size = g.size order by cosigner)'

function signedCheckpoint(row: { note: string; lines: string[] }): SignedCheckpoint {
  const checkpoint = readCheckpoint(readNote(row.note)?.text ?? '')
  if (checkpoint === undefined) throw auditRefusals.refuse('checkpoint-altered')
  return { checkpoint, note: [row.note, ...row.lines].join('') }
}

/** An entry with the proof that it is in the log. */
export interface InclusionProof extends SignedCheckpoint {
  readonly index: number
  readonly entry: string
  /** Hashes from the leaf up. */
  readonly path: readonly Hash[]
}

/** @throws {Refusal} audit.entry-unknown */
export async function proveInclusion(register: Queryable, index: number): Promise<InclusionProof> {
  // one question for both: the way to the register and back is most of the time
  const [row] = await register.query<{ note: string; lines: string[]; entry: string | null }>(
    `select note, ${cosignatures} as lines,
       (select entry from audit_entries where index = $1::bigint) as entry
     from audit_groups as g order by g.first desc limit 1`,
    [Number.isSafeInteger(index) ? index : null],
  )
  const newest = row === undefined ? undefined : signedCheckpoint(row)
  const entry = row?.entry ?? null
  const size = newest?.checkpoint.size ?? 0
  if (newest === undefined || entry === null || index >= size) {
    throw auditRefusals.refuse('entry-unknown', { index, size })
  }
  const path = await readSpanHashes(register, inclusionSpans(index, size))
  return { ...newest, index, entry, path }
}

/** The proof that the log at one size is the beginning of the log at a later one. */
export async function proveConsistency(
  register: Queryable,
  earlier: number,
  later: number,
): Promise<{ earlier: number; later: number; path: Hash[] }> {
  const size = (await findCheckpoint(register))?.checkpoint.size ?? 0
  if (
    ![earlier, later].every(Number.isSafeInteger) ||
    earlier < 0 ||
    earlier > later ||
    later > size
  ) {
    throw auditRefusals.refuse('sizes-unknown', { earlier, later, size })
  }
  return { earlier, later, path: await readSpanHashes(register, consistencySpans(earlier, later)) }
}
