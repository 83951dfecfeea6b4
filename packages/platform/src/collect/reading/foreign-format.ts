import type { Layout } from '@caudal/methods/collect'
import type { Text } from '@caudal/methods/vocabulary'
import { collectRefusals } from '../refusals.ts'
import { findByteOrderMark, looksLikeUtf16 } from './byte-order-mark.ts'

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

/** Files that hold no table, whatever they are called: pictures, programs, archives of other kinds. */
const binaries: readonly (readonly [start: string, name: Text])[] = [
  ['\x89PNG', { es: 'una imagen (PNG)', en: 'a picture (PNG)', fr: 'une image (PNG)' }],
  ['\xff\xd8\xff', { es: 'una imagen (JPEG)', en: 'a picture (JPEG)', fr: 'une image (JPEG)' }],
  ['GIF8', { es: 'una imagen (GIF)', en: 'a picture (GIF)', fr: 'une image (GIF)' }],
  ['\x7fELF', { es: 'un programa', en: 'a program', fr: 'un programme' }],
  ['MZ\x90', { es: 'un programa', en: 'a program', fr: 'un programme' }],
  ['Rar!', { es: 'un archivo RAR', en: 'a RAR archive', fr: 'une archive RAR' }],
  ['7z\xbc\xaf', { es: 'un archivo 7z', en: 'a 7z archive', fr: 'une archive 7z' }],
]

const unknownBinary: Text = {
  es: 'datos binarios de un tipo que no se conoce',
  en: 'binary data of a kind that is not known',
  fr: 'des données binaires d’un type inconnu',
}

/**
 * Refuses what is no text and no format that is read: a reader would make findings of its bytes.
 *
 * @throws {Refusal} collect.file-binary
 */
export function refuseBinary(start: Buffer, file: string): void {
  const head = start.subarray(0, 4096)
  const text = head.toString('latin1')
  const known = binaries.find(([signature]) => text.startsWith(signature))?.[1]
  if (known !== undefined || isBinary(head)) {
    throw collectRefusals.refuse('file-binary', { file, looksLike: known ?? unknownBinary })
  }
}

/** Whether a tenth of the bytes are controls that no text has; texts of two bytes a letter apart. */
function isBinary(head: Buffer): boolean {
  if (findByteOrderMark(head) !== undefined || looksLikeUtf16(head) !== undefined) return false
  const controls = head.filter((byte) => byte < 0x20 && !textControls.has(byte)).length
  return controls >= 4 && controls > head.length / 10
}

/** Tab, line feed, vertical tab, form feed, carriage return, end of file of old systems, escape. */
const textControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b])

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
