import {
  type Checkpoint,
  emptyRoot,
  fromBase64,
  type Hash,
  readCheckpoint,
  readNote,
  readVerifier,
  toBase64,
  type Verifier,
  verifyConsistency,
  verifyNote,
  writeVerifier,
} from '@caudal/methods/govern'
import type { CaudalNode } from '../../store/index.ts'
import { auditLogOf } from './audit-log.ts'
import { verifySignature } from './log-keys.ts'
import { findCheckpoint } from './proofs.ts'
import { auditRefusals } from './refusals.ts'

/** A proof of consistency as it travels between nodes. */
export interface ConsistencyDocument {
  readonly earlier: number
  readonly later: number
  /** Hashes in base 64. */
  readonly path: readonly string[]
}

/**
 * Signs a checkpoint of another node's log, where that log only grew since the last checkpoint that
 * this node has seen of it: so a log that shows different histories to different nodes is found out.
 *
 * @param note the checkpoint, as a signed note
 * @param log the key that the other node's log is known to sign with
 * @param proof from the size seen last to this one; not needed the first time
 * @param now seconds since 1970
 * @returns the line to add to the note
 * @throws {Refusal} audit.checkpoint-unsigned, audit.checkpoint-older, audit.checkpoint-inconsistent
 * @see C2SP tlog-witness v1
 */
export async function cosign(
  node: CaudalNode,
  note: string,
  log: Verifier,
  proof: ConsistencyDocument | undefined,
  now: number,
): Promise<string> {
  const checkpoint = readTrusted(note, log)
  const keys = await auditLogOf(node).keys()
  const text = readNote(note)!.text
  await node.register.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(4236830503)')
    const [seen] = await transaction.query<{ size: number; root: Buffer; verifier: string }>(
      'select size, root, verifier from audit_witnessed where origin = $1',
      [checkpoint.origin],
    )
    if (seen !== undefined && seen.verifier !== writeVerifier(log)) {
      throw auditRefusals.refuse('another-log', {
        file: checkpoint.origin,
        found: writeVerifier(log),
        log: seen.verifier,
      })
    }
    refuseInconsistent(checkpoint, seen, proof)
    await transaction.query(
      `insert into audit_witnessed (origin, verifier, size, root, note) values ($1, $2, $3, $4, $5)
       on conflict (origin) do update
       set size = excluded.size, root = excluded.root, note = excluded.note, seen_at = now()`,
      [checkpoint.origin, writeVerifier(log), checkpoint.size, Buffer.from(checkpoint.root), note],
    )
  })
  return keys.signAsCosigner(text, now)
}

/**
 * Adds the signature of another node to the checkpoint it has seen.
 * @returns the size of the checkpoint
 * @throws {Refusal} audit.cosignature-bad
 */
export async function addCosignature(
  node: CaudalNode,
  size: number,
  line: string,
  cosigner: Verifier,
): Promise<void> {
  const found = await findCheckpoint(node.register, size)
  const note = found === undefined ? undefined : readNote(`${found.note}${line.trimEnd()}\n`)
  const good = note === undefined ? undefined : verifyNote(note, [cosigner], verifySignature)
  if (cosigner.type !== 'cosigner' || !good?.length) {
    throw auditRefusals.refuse('cosignature-bad', { cosigner: cosigner.name, size })
  }
  await node.register.query(
    `insert into audit_cosignatures (size, cosigner, line) values ($1, $2, $3)
     on conflict do nothing`,
    [size, writeVerifier(cosigner), `${line.trimEnd()}\n`],
  )
}

/**
 * A checkpoint that its log has signed.
 * @throws {Refusal} audit.checkpoint-unsigned
 */
export function readTrusted(note: string, log: Verifier): Checkpoint {
  const signed = readNote(note)
  const good = signed === undefined ? undefined : verifyNote(signed, [log], verifySignature)
  const checkpoint = signed === undefined ? undefined : readCheckpoint(signed.text)
  if (!good?.length || checkpoint?.origin !== log.name) {
    throw auditRefusals.refuse('checkpoint-unsigned', { log: log.name })
  }
  return checkpoint
}

/** A verifier line that somebody gave. @throws {Refusal} audit.verifier-malformed */
export function getVerifier(line: string): Verifier {
  const verifier = readVerifier(line)
  if (verifier === undefined) throw auditRefusals.refuse('verifier-malformed')
  return verifier
}

/** A proof of consistency from its document. @throws {Refusal} audit.proof-malformed */
export function readConsistency(text: string): ConsistencyDocument {
  try {
    const { earlier, later, path } = JSON.parse(text) as ConsistencyDocument
    if (Number.isSafeInteger(earlier) && Number.isSafeInteger(later) && Array.isArray(path)) {
      return { earlier, later, path: path.map(String) }
    }
  } catch {
    // said below
  }
  throw auditRefusals.refuse('proof-malformed')
}

export function writeConsistency(proof: {
  earlier: number
  later: number
  path: readonly Hash[]
}): string {
  return `${JSON.stringify({ ...proof, path: proof.path.map(toBase64) })}\n`
}

function refuseInconsistent(
  checkpoint: Checkpoint,
  seen: { size: number; root: Buffer } | undefined,
  proof: ConsistencyDocument | undefined,
): void {
  const { origin: log, size } = checkpoint
  const before = seen ?? { size: 0, root: emptyRoot }
  if (size < before.size) {
    throw auditRefusals.refuse('checkpoint-older', { log, size, seen: before.size })
  }
  const same = size === before.size
  const path = before.size === 0 || same ? [] : pathOf(proof, before.size, size)
  if (path === undefined) {
    throw auditRefusals.refuse('proof-needed', { log, seen: before.size, size })
  }
  if (!verifyConsistency(before.size, size, path, before.root, checkpoint.root)) {
    throw auditRefusals.refuse('checkpoint-inconsistent', { log, size, seen: before.size })
  }
}

function pathOf(proof: ConsistencyDocument | undefined, earlier: number, later: number) {
  if (proof?.earlier !== earlier || proof.later !== later) return undefined
  const path = proof.path.map(fromBase64)
  return path.every((hash) => hash !== undefined) ? path : []
}
