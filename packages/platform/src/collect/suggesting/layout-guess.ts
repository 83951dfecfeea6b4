import type { Layout } from '@caudal/methods/collect'

/** Lines from the start of a file, and from places further on. */
export interface TextSample {
  /** Name of the file. */
  readonly file: string
  /** The start, its last line whole. */
  readonly start: string
  /** Whole lines from elsewhere, for the variety of their values. */
  readonly others: readonly string[]
  readonly encoding: NonNullable<Layout['encoding']>
  readonly encodingConfidence: number
}

/** One part of a layout as it was guessed, with how sure that is, from 0 to 1. */
export interface LayoutLine {
  readonly part: keyof Layout
  readonly value: string | number | boolean | readonly string[]
  readonly confidence: number
}

/** The layout of a file as its start shows it, and the rows of a sample. */
export interface FileSample {
  readonly layout: Layout
  readonly lines: readonly LayoutLine[]
  readonly columns: readonly string[]
  /** What stands above the names of the columns, and on the sheet. */
  readonly titles?: readonly string[]
  /** Numbers of the rows at which other tables of the sheet begin. */
  readonly otherTables?: readonly number[]
  /** Texts by column. */
  readonly rows: readonly (readonly string[])[]
}

/** Texts that institutions write where nothing is known. */
const missingTexts = [
  '..',
  '...',
  '-',
  '--',
  'N/A',
  'NA',
  'n.d.',
  'ND',
  'S/D',
  'S/I',
  'NULL',
  'null',
  'None',
  'Not available',
  'No disponible',
  'Sin dato',
  'SIN DATO',
  'NO CONSTA',
  '#N/A',
  '#NULL!',
  '99/99/9999',
]

/** Texts that mean "no answer" in several columns, or often in one. */
export function guessMissing(rows: readonly (readonly string[])[]): readonly string[] {
  const columnsWith = new Map<string, Map<number, number>>()
  for (const row of rows) {
    row.forEach((cell, column) => {
      const text = cell.trim()
      if (!missingTexts.includes(text)) return
      const columns = columnsWith.get(text) ?? new Map<number, number>()
      columns.set(column, (columns.get(column) ?? 0) + 1)
      columnsWith.set(text, columns)
    })
  }
  return [...columnsWith]
    .filter(([, columns]) => columns.size > 1 || Math.max(...columns.values()) > rows.length * 0.02)
    .map(([text]) => text)
}

/** Whether a row looks like the names of columns: texts that are all there, most different, no figures. */
export function looksLikeHeader(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < 2 || filled.length < row.length * 0.6) return false
  const names = filled.filter((cell) => /\p{L}/u.test(cell) && !/^\d{1,4}[-/.]\d/.test(cell))
  return names.length >= filled.length * 0.8 && new Set(filled).size >= filled.length * 0.6
}

/**
 * Whether the first row of a table is a record and no row of names: most of its cells stand again in their
 * column, or are written with figures as the others of their column are.
 */
export function isRecord(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const looked = below.slice(0, 200)
  const filled = row.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), at }]))
  if (looked.length < 2 || filled.length === 0) return false
  const alike = filled.filter(({ cell, at }) => {
    const others = looked.map((other) => (other[at] ?? '').trim()).filter((other) => other !== '')
    if (others.includes(cell)) return true
    // Years may name columns of figures.
    if (isYear(cell) && others.filter(isYear).length < others.length * 0.8) return false
    const written = shapeOf(cell)
    return (
      /\d/.test(cell) &&
      others.filter((other) => shapeOf(other) === written).length > others.length * 0.6
    )
  })
  return alike.length >= filled.length * 0.7
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text)
}

/** How a text is written: its figures and letters without what they are. */
function shapeOf(text: string): string {
  return text.replaceAll(/\d+/g, '9').replaceAll(/\p{L}+/gu, 'a')
}
