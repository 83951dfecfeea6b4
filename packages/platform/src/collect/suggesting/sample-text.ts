import { splitRecord, usualDelimiters } from '../reading/csv-dialect.ts'
import { keyOfRecords, readJsonObject } from '../reading/json-fields.ts'
import { isTagRow } from '../reading/tag-line.ts'
import { collectRefusals } from '../refusals.ts'
import { JsonScanner } from '../reading/json-scanner.ts'
import {
  guessMissing,
  isRecord,
  looksLikeHeader,
  type FileSample,
  type LayoutLine,
  type TextSample,
} from './layout-guess.ts'
import { sampleFixedWidth } from './sample-fixed-width.ts'

const quote = 0x22
/** Lines above a header that are looked past. */
const mostSkipped = 30

/** A sample of a text: CSV, TSV, fixed width, JSON or lines of JSON, told apart by its start. */
export function sampleText(text: TextSample): FileSample {
  const first = text.start.trimStart().charAt(0)
  if (first === '[' || first === '{') return sampleJson(text)
  const sample = sampleDelimited(text) ?? sampleFixedWidth(text)
  // not a file without records: there are lines, and none of them is one
  const isFilled = (line: string) => line.trim() !== ''
  const lines = text.start.split(/\r\n|\n|\r/).filter(isFilled)
  if (sample.rows.length === 0 && lines.length > 1) {
    throw collectRefusals.refuse('lines-unlike-header', { file: text.file })
  }
  return sample
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
  const wrapped = objects.length === 1 ? keyOfRecords(objects[0]!) : undefined
  if (wrapped !== undefined) {
    throw collectRefusals.refuse('json-wrapped', { file: text.file, key: wrapped })
  }
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
  if (best.delimiter === ',' && areFractions(records)) return undefined
  const dialect = { delimiter: Buffer.from(best.delimiter), quote }
  const split = (record: string) =>
    splitRecord(Buffer.from(record), dialect)?.map((field) => field.toString().trim()) ?? []
  const rows = records.map(split)
  const isOfTable = (row: readonly string[]) => row.length === best.fields
  const first = Math.max(0, rows.findIndex(isOfTable))
  const hasNames = !isRecord(rows[first] ?? [], rows.slice(first + 1).filter(isOfTable))
  const at = hasNames
    ? Math.max(
        0,
        rows.slice(0, mostSkipped).findIndex((row) => isOfTable(row) && looksLikeHeader(row)),
      )
    : first
  const header = hasNames ? (rows[at] ?? []) : Array.from({ length: best.fields }, () => '')
  const hasTags = hasNames && isTagRow(rows[at + 1] ?? [])
  const data = [
    ...rows.slice(at + (hasNames ? 1 : 0) + (hasTags ? 1 : 0)),
    ...text.others.flatMap((part) => splitLines(part).map(split)),
  ].filter((row) => row.length === best.fields)
  const skipLines = linesBefore(text.start, records, at)
  const missing = guessMissing(data)
  const format = best.delimiter === '\t' ? 'tsv' : 'csv'
  const headerSure = !hasNames ? 0.7 : looksLikeHeader(header) ? 0.95 : 0.3
  return {
    layout: {
      format,
      encoding: text.encoding,
      ...(format === 'csv' ? { delimiter: best.delimiter } : {}),
      ...(skipLines > 0 ? { skipLines } : {}),
      ...(hasNames ? {} : { headerRows: 0 }),
      ...(hasTags ? { hxlTags: true } : {}),
      ...(missing.length > 0 ? { missing: [...missing] } : {}),
    },
    lines: [
      { part: 'format', value: format, confidence: best.share },
      encodingLine(text),
      ...(format === 'csv'
        ? [{ part: 'delimiter' as const, value: best.delimiter, confidence: best.share }]
        : []),
      { part: 'skipLines', value: skipLines, confidence: headerSure },
      ...(hasNames ? [] : [{ part: 'headerRows' as const, value: 0, confidence: headerSure }]),
      ...(hasTags ? [{ part: 'hxlTags' as const, value: true, confidence: 0.98 }] : []),
      ...(missing.length > 0
        ? [{ part: 'missing' as const, value: missing, confidence: 0.8 }]
        : []),
    ],
    columns: header.map((name, column) => (name === '' ? `#${column + 1}` : name)),
    titles: records.slice(0, at),
    rows: data,
  }
}

/** Whether the commas of lines of one length stand within numbers alone: 0,08. */
function areFractions(lines: readonly string[]): boolean {
  const length = mode(lines.map((line) => line.length))
  const alike = lines.filter((line) => line.length === length)
  return (
    alike.length > lines.length * 0.9 &&
    alike.every((line) => line.includes(' ') && !/(^|\D),|,(\D|$)/.test(line))
  )
}

/** The lines of a text that say something; one with a byte of nothing is rejected when it is read. */
function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !line.includes('\0'))
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
