import type { Layout } from '@caudal/methods/collect'
import { collectRefusals } from '../refusals.ts'

const signatures: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'PDF'],
  ['PAR1', 'Parquet'],
  ['PK\x03\x04', 'Excel (.xlsx)'],
  ['\xd0\xcf\x11\xe0', 'Excel (.xls)'],
  ['SQLite format 3', 'SQLite'],
  ['<?xml', 'XML'],
  ['<!DOCTYPE', 'HTML'],
  ['<html', 'HTML'],
]

/** What the start of a file of each format looks like, in the words of the signatures. */
const own: Readonly<Partial<Record<Layout['format'], string>>> = {
  xlsx: 'Excel (.xlsx)',
  parquet: 'Parquet',
}

/**
 * Refuses what is plainly something else than the profile says, so that it is called by its
 * name and not by the hundreds of findings it would give.
 *
 * @throws {Refusal} collect.format-not-text
 */
export function refuseForeignFormat(start: Buffer, file: string, format: Layout['format']): void {
  const text = start.toString('latin1').replace(/^(\xef\xbb\xbf)?\s*/, '')
  const known = signatures.find(([signature]) => text.startsWith(signature))?.[1]
  const refuse = (looksLike: string) =>
    collectRefusals.refuse('format-not-text', { file, looksLike, format: format.toUpperCase() })
  const expected = own[format]
  if (expected !== undefined) {
    if (known === expected) return
    throw refuse(known ?? (/^[[{]\s*["{[]/.test(text) ? 'JSON' : 'CSV'))
  }
  const isTable = format === 'csv' || format === 'tsv' || format === 'fixed'
  const looksLike = known ?? (isTable && /^[[{]\s*["{[]/.test(text) ? 'JSON' : undefined)
  if (looksLike !== undefined) throw refuse(looksLike)
  if (isTable) return
  const first = text.charAt(0)
  const isJson = first === '{' || (first === '[' && format === 'json')
  if (!text.includes('\0') && text !== '' && !isJson) {
    throw refuse(first === '[' ? 'JSON' : 'CSV')
  }
}
