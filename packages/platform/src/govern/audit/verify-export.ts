import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  type Checkpoint,
  type FoundEntry,
  type LogFinding,
  LogVerifier,
  readVerifier,
  type Verifier,
} from '@caudal/methods/govern'
import { readExportLine, verifyEnd } from './export-lines.ts'
import { verifySignature } from './log-keys.ts'
import { auditRefusals } from './refusals.ts'

/** What became of the file itself since it was exported. */
export type FileState = 'sound' | 'changed' | 'cut'

export interface LogReport {
  /** Entries checked. */
  readonly entries: number
  readonly findings: readonly LogFinding[]
  /** What entries that are told to be altered say now, by their places. */
  readonly texts: ReadonlyMap<number, string>
  readonly root?: Uint8Array
  /** Key that it was checked with. */
  readonly log: Verifier
  /** Of an export alone. */
  readonly file?: FileState
}

/**
 * Checks an export with nothing but the file and the log's public key, in two passes: the first tells
 * whether the file is as it was exported, because only then is what it says of broken seals believed.
 * @param log the key that the log is known to sign with; the one that the file names where absent
 * @throws {Refusal} audit.not-an-export, audit.another-log
 */
export async function verifyExport(
  path: string,
  log?: Verifier,
  known: readonly Checkpoint[] = [],
): Promise<LogReport> {
  const head = await readHead(path)
  const named = readVerifier(head.key)
  const verifier = log ?? named
  if (verifier === undefined) throw auditRefusals.refuse('not-an-export', { file: path })
  if (log !== undefined && named?.name !== log.name) {
    throw auditRefusals.refuse('another-log', {
      file: path,
      found: named?.name ?? '?',
      log: log.name,
    })
  }
  const file = await fileStateOf(path, verifier)
  const check = new LogVerifier(verifier, verifySignature, known)
  const texts = new Map<number, string>()
  let group: { first: number; note: string; entries: FoundEntry[] } | undefined
  const settle = () => {
    if (group === undefined) return
    const before = check.findings.length
    check.add(group)
    keepTexts(texts, check.findings.slice(before), group.entries)
  }
  for await (const text of linesOf(path)) {
    const line = readExportLine(text)
    if (line?.kind === 'group') {
      settle()
      group = { first: line.first, note: line.note, entries: [] }
    }
    if (line?.kind === 'entry') {
      const { sealBroken, ...entry } = line.entry
      group ??= { first: entry.index, note: '', entries: [] }
      group.entries.push(file === 'sound' && sealBroken ? { ...entry, sealBroken } : entry)
    }
  }
  settle()
  const root = check.root()
  return {
    entries: check.size,
    findings: check.finish(),
    texts,
    log: verifier,
    file,
    ...(root === undefined ? {} : { root }),
  }
}

/** Entries of which a finding may quote the text: a thousand at most. */
const mostTexts = 1000

export function keepTexts(
  texts: Map<number, string>,
  findings: readonly LogFinding[],
  entries: readonly FoundEntry[],
): void {
  for (const { kind, first, last } of findings) {
    if (!kind.startsWith('entr')) continue
    for (const { index, entry } of entries) {
      if (index >= first && index <= last && texts.size < mostTexts) texts.set(index, entry)
    }
  }
}

async function readHead(path: string) {
  for await (const text of linesOf(path)) {
    const line = readExportLine(text)
    if (line?.kind === 'head') return line
    break
  }
  throw auditRefusals.refuse('not-an-export', { file: path })
}

/** Whether the last line signs what stands before it. */
async function fileStateOf(path: string, log: Verifier): Promise<FileState> {
  const digest = createHash('sha256')
  let last: string | undefined
  for await (const text of linesOf(path)) {
    if (last !== undefined) digest.update(`${last}\n`)
    last = text
  }
  const end = readExportLine(last ?? '')
  if (end?.kind !== 'end') return 'cut'
  return verifyEnd(end.note, digest.digest('hex'), log, verifySignature) ? 'sound' : 'changed'
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, { encoding: 'utf8', highWaterMark: 2 ** 18 })
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw auditRefusals.refuse('file-unreadable', { file: path })
  } finally {
    stream.destroy()
  }
}
