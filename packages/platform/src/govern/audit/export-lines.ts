import { createHash } from 'node:crypto'
import {
  type FoundEntry,
  type FoundGroup,
  fromBase64,
  readNote,
  toBase64,
  type Verifier,
  verifyNote,
  type VerifySignature,
  writeNote,
  writeVerifier,
} from '@caudal/methods/govern'
import type { LogKeys } from './log-keys.ts'

/** First line of an export of the log, with the format's version. */
export const exportFormat = 'caudal audit log 1'

/**
 * A log as lines of JSON: a head, then for each group its signed note and its entries, then a line
 * that signs the digest of all lines before it.
 * @param at ISO instant
 */
export async function* exportLines(
  groups: AsyncIterable<FoundGroup>,
  keys: LogKeys,
  at: string,
): AsyncGenerator<string> {
  const digest = createHash('sha256')
  const line = (content: object) => {
    const text = `${JSON.stringify(content)}\n`
    digest.update(text)
    return text
  }
  yield line({ format: exportFormat, key: writeVerifier(keys.log), at })
  for await (const group of groups) yield linesOfGroup(group).map(line).join('')
  const text = endText(keys.log, digest.digest('hex'))
  yield `${JSON.stringify({ end: writeNote(text, [keys.signAsLog(text)]) })}\n`
}

/** A group as the contents of its lines: its signed note, then its entries. */
export function linesOfGroup({ first, note, entries }: FoundGroup): object[] {
  return [
    { group: first, note },
    ...entries.map(({ index, entry, path, sealBroken }) => {
      const broken = sealBroken ? { sealBroken } : {}
      return { index, path: toBase64(path), ...broken, entry }
    }),
  ]
}

/** What the last line signs. It is no checkpoint: its second line is no number. */
function endText({ name }: Verifier, sha256: string): string {
  return `caudal audit export\n${name}\n${sha256}\n`
}

/** What a line of an export says. */
export type ExportLine =
  | { readonly kind: 'head'; readonly key: string; readonly at: string }
  | { readonly kind: 'group'; readonly first: number; readonly note: string }
  | { readonly kind: 'entry'; readonly entry: FoundEntry }
  | { readonly kind: 'end'; readonly note: string }

/** Reads a line of an export; undefined where it is none. */
export function readExportLine(text: string): ExportLine | undefined {
  const line = parse(text)
  if (line === undefined) return undefined
  if (typeof line['format'] === 'string') {
    return line['format'] === exportFormat
      ? { kind: 'head', key: String(line['key']), at: String(line['at']) }
      : undefined
  }
  if (typeof line['end'] === 'string') return { kind: 'end', note: line['end'] }
  if (typeof line['note'] === 'string' && isPlace(line['group'])) {
    return { kind: 'group', first: line['group'], note: line['note'] }
  }
  const { index, entry, path } = line
  const bytes = typeof path === 'string' ? fromBase64(path) : undefined
  if (!isPlace(index) || typeof entry !== 'string') return undefined
  const broken = line['sealBroken'] === true ? { sealBroken: true } : {}
  return { kind: 'entry', entry: { index, entry, path: bytes ?? new Uint8Array(0), ...broken } }
}

/** Whether the last line signs the digest of the lines before it. */
export function verifyEnd(
  note: string,
  sha256: string,
  log: Verifier,
  verify: VerifySignature,
): boolean {
  const signed = readNote(note)
  if (signed === undefined || signed.text !== endText(log, sha256)) return false
  return (verifyNote(signed, [log], verify)?.length ?? 0) > 0
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const line = JSON.parse(text) as unknown
    return typeof line === 'object' && line !== null ? (line as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
