import type { Layout } from '@caudal/methods/collect'
import { splitRecord, usualDelimiters } from '../reading/csv-dialect.ts'
import { readJsonObject } from '../reading/json-fields.ts'
import { JsonScanner } from '../reading/json-scanner.ts'
import {
  guessMissing,
  isTagRow,
  looksLikeHeader,
  type FileSample,
  type LayoutLine,
} from './layout-guess.ts'

/** Lines from the start of a file, and from places further on. */
export interface TextSample {
  /** The start, its last line whole. */
  readonly start: string
  /** Whole lines from elsewhere, for the variety of their values. */
  readonly others: readonly string[]
  readonly encoding: NonNullable<Layout['encoding']>
  readonly encodingConfidence: number
}

const quote = 0x22
/** Lines above a header that are looked past. */
const mostSkipped = 30

/** A sample of a text: CSV, TSV, fixed width, JSON or lines of JSON, told apart by its start. */
export function sampleText(text: TextSample): FileSample {
  const first = text.start.trimStart().charAt(0)
  if (first === '[' || first === '{') return sampleJson(text)
  return sampleDelimited(text) ?? sampleFixedWidth(text)
}

function encodingLine({ encoding, encodingConfidence }: TextSample): LayoutLine {
  return { part: 'encoding', value: encoding, confidence: encodingConfidence }
}

function sampleJson(text: TextSample): FileSample {
  const isLines = text.start.trimStart().startsWith('{')
  const objects: Map<string, string | undefined>[] = []
  const scanner = new JsonScanner({
    element(bytes) {
      const read = bytes && readJsonObject(bytes.toString())
      if (read && 'fields' in read) objects.push(read.fields)
    },
  })
  // The end of a sample is no end of a document: the scanner is not asked for it.
  scanner.push(Buffer.from(text.start))
  const columns = [...new Set(objects.flatMap((fields) => [...fields.keys()]))]
  const rows = objects.map((fields) => columns.map((column) => fields.get(column) ?? ''))
  const format = isLines ? 'ndjson' : 'json'
  const missing = guessMissing(rows)
  return {
    layout: {
      format,
      encoding: text.encoding,
      ...(missing.length > 0 ? { missing: [...missing] } : {}),
    },
    lines: [{ part: 'format', value: format, confidence: 1 }, encodingLine(text)],
    columns,
    rows,
  }
}

function sampleDelimited(text: TextSample): FileSample | undefined {
  const records = splitLines(text.start)
  const guesses = usualDelimiters.map((delimiter) => {
    const dialect = { delimiter: Buffer.from(delimiter), quote }
    const split = records.map((record) => splitRecord(Buffer.from(record), dialect)?.length ?? 0)
    const usual = mode(split.slice(Math.floor(split.length / 2)))
    const share = split.filter((fields) => fields === usual).length / Math.max(1, split.length)
    return { delimiter, fields: usual, share, score: usual < 2 ? 0 : share * Math.min(usual, 12) }
  })
  const [best] = guesses.toSorted((a, b) => b.score - a.score)
  if (!best || best.fields < 2 || best.share < 0.5) return undefined
  const dialect = { delimiter: Buffer.from(best.delimiter), quote }
  const split = (record: string) =>
    splitRecord(Buffer.from(record), dialect)?.map((field) => field.toString().trim()) ?? []
  const rows = records.map(split)
  const at = Math.max(
    0,
    rows
      .slice(0, mostSkipped)
      .findIndex((row) => row.length === best.fields && looksLikeHeader(row)),
  )
  const header = rows[at] ?? []
  const tags = isTagRow(rows[at + 1] ?? []) ? 1 : 0
  const data = [
    ...rows.slice(at + 1 + tags),
    ...text.others.flatMap((part) => splitLines(part).map(split)),
  ].filter((row) => row.length === best.fields)
  const skipLines = linesBefore(text.start, records, at)
  const missing = guessMissing(data)
  const format = best.delimiter === '\t' ? 'tsv' : 'csv'
  const headerSure = looksLikeHeader(header) ? 0.95 : 0.3
  return {
    layout: {
      format,
      encoding: text.encoding,
      ...(format === 'csv' ? { delimiter: best.delimiter } : {}),
      ...(skipLines > 0 ? { skipLines } : {}),
      ...(tags > 0 ? { skipAfterHeader: tags } : {}),
      ...(missing.length > 0 ? { missing: [...missing] } : {}),
    },
    lines: [
      { part: 'format', value: format, confidence: best.share },
      encodingLine(text),
      ...(format === 'csv'
        ? [{ part: 'delimiter' as const, value: best.delimiter, confidence: best.share }]
        : []),
      { part: 'skipLines', value: skipLines, confidence: headerSure },
      ...(tags > 0 ? [{ part: 'skipAfterHeader' as const, value: tags, confidence: 0.98 }] : []),
      ...(missing.length > 0
        ? [{ part: 'missing' as const, value: missing, confidence: 0.8 }]
        : []),
    ],
    columns: header.map((name, column) => (name === '' ? `#${column + 1}` : name)),
    rows: data,
  }
}

/** Columns of a text of fixed width: stretches between letters that are spaces in every line. */
function sampleFixedWidth(text: TextSample): FileSample {
  const lines = splitLines(text.start)
  const length = Math.max(1, mode(lines.map((line) => line.length)))
  const whole = lines.filter((line) => line.length >= length * 0.6)
  const isGap = Array.from({ length }, (_, at) => whole.every((line) => (line[at] ?? ' ') === ' '))
  const columns: { name: string; start: number; width: number }[] = []
  for (let at = 0; at < length; at += 1) {
    if (isGap[at]) continue
    let end = at
    while (end < length && !isGap[end]) end += 1
    columns.push({ name: '', start: at + 1, width: end - at })
    at = end
  }
  // A column reaches up to the next, so that values longer than those of the sample fit.
  const cells = (line: string) =>
    columns.map(({ start, width }) => line.slice(start - 1, start - 1 + width).trim())
  const first = cells(lines[0] ?? '')
  const hasHeader = looksLikeHeader(first) && !looksLikeHeader(cells(lines[1] ?? ''))
  const named = columns.map((column, at) => ({
    ...column,
    name: (hasHeader && first[at]) || `#${at + 1}`,
    width: (columns[at + 1]?.start ?? length + 1) - column.start,
  }))
  return {
    layout: {
      format: 'fixed',
      encoding: text.encoding,
      columns: named,
      ...(hasHeader ? { skipLines: 1 } : {}),
    },
    lines: [
      { part: 'format', value: 'fixed', confidence: columns.length > 1 ? 0.6 : 0.1 },
      encodingLine(text),
      { part: 'columns', value: named.map(({ name }) => name), confidence: 0.4 },
    ],
    columns: named.map(({ name }) => name),
    rows: lines.slice(hasHeader ? 1 : 0).map(cells),
  }
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
}

/** Lines of the file above a record, empty ones counted; those right above a header cost nothing. */
function linesBefore(start: string, records: readonly string[], at: number): number {
  if (at === 0) return 0
  const lines = start.split(/\r\n|\n|\r/)
  return lines.findIndex((line) => line === records[at])
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
