import { collectRefusals } from '../refusals.ts'

const signatures: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'PDF'],
  ['PAR1', 'Parquet'],
  ['\xd0\xcf\x11\xe0', 'Excel (.xls)'],
  ['SQLite format 3', 'SQLite'],
  ['<?xml', 'XML'],
  ['<!DOCTYPE', 'HTML'],
  ['<html', 'HTML'],
]

/**
 * Refuses what is plainly something else than the profile says, so that it is called by its
 * name and not by the hundreds of findings it would give.
 *
 * @throws {Refusal} collect.format-not-text
 */
export function refuseForeignFormat(start: Buffer, file: string, format: 'csv' | 'json'): void {
  const text = start.toString('latin1').replace(/^(\xef\xbb\xbf)?\s*/, '')
  const known = signatures.find(([signature]) => text.startsWith(signature))?.[1]
  const first = text.charAt(0)
  const isJson = first === '[' || first === '{'
  const looksLike = known ?? (format === 'csv' && /^[[{]\s*["{[]/.test(text) ? 'JSON' : undefined)
  if (looksLike !== undefined) {
    throw collectRefusals.refuse('format-not-text', {
      file,
      looksLike,
      format: format.toUpperCase(),
    })
  }
  const isText = !text.includes('\0')
  if (format === 'json' && isText && text !== '' && !isJson) {
    throw collectRefusals.refuse('format-not-text', { file, looksLike: 'CSV', format: 'JSON' })
  }
}
