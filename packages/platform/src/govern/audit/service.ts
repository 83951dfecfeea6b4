import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Actor,
  type AuditEntry,
  type Checkpoint,
  LogVerifier,
  readEntry,
  type Verifier,
  writeVerifier,
} from '@caudal/methods/govern'
import { loadCodeList, type Text } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { namesOfPeople } from '../accounts/people-named.ts'
import { authorise, noteAllowed } from '../authorise.ts'
import { auditLogOf } from './audit-log.ts'
import { exportLines, linesOfGroup } from './export-lines.ts'
import { findHead } from './head.ts'
import { verifySignature } from './log-keys.ts'
import { findCheckpoint, type InclusionProof, type SignedCheckpoint } from './proofs.ts'
import { readGroups, readLog } from './read-log.ts'
import { auditRefusals } from './refusals.ts'
import { keepTexts, type LogReport, verifyExport } from './verify-export.ts'
import * as witness from './witness.ts'

/**
 * The whole log as lines of JSON, to be verified without the node. That it was exported, and by
 * whom, is the last entry of the export.
 */
export async function* exportLog(node: CaudalNode, actor: Actor): AsyncGenerator<string> {
  await authorise(node, actor, 'govern.read-audit')
  const log = auditLogOf(node)
  await log.append({ actor, action: 'govern.read-audit', outcome: 'allow', subject: 'export' })
  const keys = await log.keys()
  yield* exportLines(readLog(node.register, keys), keys, new Date().toISOString())
}

/** Milliseconds between two looks for new entries. */
const followEveryMs = 500

/**
 * The log as it grows, in the lines of an export, group by group: to be sent on, as it is written, to a
 * system of its own that the node cannot change. It ends where `signal` says so.
 * @param from place of the first entry wanted; a group that begins before it is left out
 */
export async function* followLog(
  node: CaudalNode,
  actor: Actor,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  await authorise(node, actor, 'govern.read-audit')
  const log = auditLogOf(node)
  await log.append({ actor, action: 'govern.read-audit', outcome: 'allow', subject: 'follow' })
  const keys = await log.keys()
  for (let next = from; !signal.aborted;) {
    for await (const group of readGroups(node.register, keys, next)) {
      yield linesOfGroup(group)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
      next = group.size
      if (signal.aborted) return
    }
    await pause(followEveryMs, undefined, { signal }).catch(() => {})
  }
}

/** Checks the log as it lies in the register, with the node's key and the checkpoint put aside. */
export async function verifyLog(
  node: CaudalNode,
  actor: Actor,
  progress: (entries: number, of: number) => void = () => {},
): Promise<LogReport> {
  await authorise(node, actor, 'govern.read-audit')
  const keys = await auditLogOf(node).keys()
  const [row] = await node.register.query<{ size: number }>(
    'select coalesce(max(size), 0) as size from audit_groups',
  )
  const head = findHead(node)
  const known = head?.origin === keys.log.name ? [head] : []
  const check = new LogVerifier(keys.log, verifySignature, known)
  const texts = new Map<number, string>()
  for await (const group of readLog(node.register, keys)) {
    const before = check.findings.length
    check.add(group)
    keepTexts(texts, check.findings.slice(before), group.entries)
    progress(check.size, row!.size)
  }
  const root = check.root()
  const findings = check.finish()
  return {
    entries: check.size,
    findings,
    texts,
    log: keys.log,
    ...(root === undefined ? {} : { root }),
  }
}

/** Checks an export; needs no node. */
export async function verifyExportFile(
  path: string,
  key: string | undefined,
  checkpointFiles: readonly string[],
): Promise<LogReport> {
  const log = key === undefined ? undefined : witness.getVerifier(readArgument(key))
  if (log === undefined && checkpointFiles.length > 0) throw auditRefusals.refuse('key-needed')
  const known = checkpointFiles.map((file): Checkpoint => witness.readTrusted(readFile(file), log!))
  return await verifyExport(path, log, known)
}

/** @throws {Refusal} audit.empty */
export async function newestCheckpoint(node: CaudalNode, actor: Actor): Promise<SignedCheckpoint> {
  await authorise(node, actor, 'govern.checkpoint')
  const found = await findCheckpoint(node.register)
  if (found === undefined) throw auditRefusals.refuse('empty')
  return found
}

/** The keys of the node's log as lines to pass on: its own, and the one it cosigns with. */
export async function verifierLines(node: CaudalNode) {
  const { log, cosigner } = await auditLogOf(node).keys()
  return { log: writeVerifier(log), cosigner: writeVerifier(cosigner) }
}

/** The document that proves that the log only grew between two sizes; the newest where absent. */
export async function consistencyDocument(
  node: CaudalNode,
  actor: Actor,
  earlier: number,
  later?: number,
): Promise<string> {
  await authorise(node, actor, 'govern.checkpoint')
  const log = auditLogOf(node)
  const newest = (await findCheckpoint(node.register))?.checkpoint.size ?? 0
  return witness.writeConsistency(await log.proveConsistency(earlier, later ?? newest))
}

/** Entries of the log, the newest first. */
export interface LogPage {
  /** Entries in the log. */
  readonly size: number
  readonly entries: readonly { readonly index: number; readonly entry: AuditEntry }[]
  /** How the accounts that the entries name are shown, by id. */
  readonly people: Readonly<Record<string, string>>
  /** How the countries are called that the entries are about, by code. */
  readonly countries: Readonly<Record<string, Text>>
}

const entriesOfPage = 100

/**
 * A page of the log for those who oversee it: who did what, when, for which purpose. It names records by
 * numbers and fields by name, and holds nothing that a record says.
 *
 * @param before place of the entry to stop before; the newest page where absent
 */
export async function readEntries(
  node: CaudalNode,
  actor: Actor,
  before?: number,
): Promise<LogPage> {
  await authorise(node, actor, 'govern.read-audit')
  await noteAllowed(node, actor, 'govern.read-audit', {
    subject: 'entries',
    ...(before === undefined ? {} : { details: { before } }),
  })
  const rows = await node.register.query<{ index: number; entry: string }>(
    `select index, entry from audit_entries
     where $1::bigint is null or index < $1 order by index desc limit $2`,
    [before ?? null, entriesOfPage],
  )
  const [all] = await node.register.query<{ size: number }>(
    'select coalesce(max(size), 0) as size from audit_groups',
  )
  const entries = rows.map(({ index, entry }) => ({ index, entry: readEntry(entry)! }))
  return {
    size: all!.size,
    entries,
    people: await namesOfPeople(node.register, entries),
    countries: await countriesOf(entries.map(({ entry }) => entry.subject ?? '')),
  }
}

/** The countries among what entries are about, such as `capacity:GTM` or `mirror:GTM-SLV`. */
async function countriesOf(subjects: readonly string[]): Promise<Record<string, Text>> {
  const named = new Set(
    subjects.flatMap((subject) => subject.toUpperCase().match(/\b[A-Z]{3}\b/g) ?? []),
  )
  const { codes } = await loadCodeList('countries')
  return Object.fromEntries(
    codes.filter(({ code }) => named.has(code)).map(({ code, label }) => [code, label]),
  )
}

export async function inclusionProof(
  node: CaudalNode,
  actor: Actor,
  index: number,
): Promise<InclusionProof> {
  await authorise(node, actor, 'govern.read-audit')
  await noteAllowed(node, actor, 'govern.read-audit', { subject: `entry:${index}` })
  return await auditLogOf(node).proveInclusion(index)
}

/** Signs a checkpoint of another node: the line to send back. */
export async function cosignCheckpoint(
  node: CaudalNode,
  actor: Actor,
  files: { checkpoint: string; key: string; proof?: string },
): Promise<string> {
  await authorise(node, actor, 'govern.checkpoint')
  const log: Verifier = witness.getVerifier(readArgument(files.key))
  const note = readFile(files.checkpoint)
  const proof =
    files.proof === undefined ? undefined : witness.readConsistency(readFile(files.proof))
  const line = await witness.cosign(node, note, log, proof, Math.floor(Date.now() / 1000))
  await auditLogOf(node).append({
    actor,
    action: 'govern.checkpoint',
    outcome: 'done',
    subject: `log:${log.name}`,
  })
  return line
}

/** Keeps another node's signature on a checkpoint of this log. */
export async function keepCosignature(
  node: CaudalNode,
  actor: Actor,
  given: { file: string; key: string; size: number },
): Promise<void> {
  await authorise(node, actor, 'govern.checkpoint')
  const cosigner = witness.getVerifier(readArgument(given.key))
  await witness.addCosignature(node, given.size, readFile(given.file), cosigner)
}

/** A key may be given as its line or as a file that holds it. */
function readArgument(given: string): string {
  return given.includes('+') ? given : readFile(given)
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw auditRefusals.refuse('file-unreadable', { file: path })
  }
}
