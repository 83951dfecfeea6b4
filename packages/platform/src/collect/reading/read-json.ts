import { join } from 'node:path'
import { collectRefusals } from '../refusals.ts'
import { nameColumns } from './column-names.ts'
import { keyOfRecords, readJsonObject, type ReadObject } from './json-fields.ts'
import { BrokenJson, JsonScanner } from './json-scanner.ts'
import type { TableOfFormat, TextPass } from './table.ts'
import { RecordLog } from './record-log.ts'
import { TextWriter } from './text-writer.ts'

/**
 * Copies a JSON array of objects into the workspace as CSV, every value as text. Which keys there
 * are is known at the end only: where one appears after the first object, the copy is made again
 * with all of them.
 */
export async function readJson(pass: TextPass): Promise<TableOfFormat> {
  const keys: string[] = []
  const first = await copyObjects(pass, keys)
  return first ?? (await copyObjects(pass, keys))!
}

/** @param keys the columns; those that appear on the way are added, and then there is no table */
async function copyObjects(pass: TextPass, keys: string[]): Promise<TableOfFormat | undefined> {
  const { file } = pass.request.source
  const folder = await pass.folder()
  const log = new RecordLog(folder)
  const copy = new TextWriter(join(folder, 'records.csv'))
  const known = new Set(keys)
  let columns = keys.slice()
  let soundRecords = 0
  let faultyRecords = 0
  let wrappedIn: string | undefined
  let shifts = { record: Number.NaN, line: Number.NaN }

  const scanner = new JsonScanner({
    element(bytes, line) {
      const read =
        bytes === undefined
          ? ({ fault: 'line.too-long', key: undefined } as const)
          : readObject(bytes, line)
      if ('fault' in read) {
        faultyRecords += 1
        const found = read.key === undefined ? {} : { found: read.key }
        log.fault({ kind: read.fault, record: soundRecords + faultyRecords, line, ...found })
        return
      }
      for (const key of read.fields.keys()) {
        if (known.has(key)) continue
        known.add(key)
        keys.push(key)
      }
      if (soundRecords === 0) {
        columns = keys.slice()
        wrappedIn = keyOfRecords(read.fields)
      }
      const shift = { record: 1 + faultyRecords, line: line - soundRecords }
      if (shift.record !== shifts.record || shift.line !== shifts.line) {
        log.shift(soundRecords, shift.record, shift.line)
        shifts = shift
      }
      soundRecords += 1
      if (keys.length === columns.length) copy.write(csvLine(columns, read.fields))
    },
  })
  try {
    for await (const chunk of pass.text()) {
      scanner.push(chunk)
      await copy.settle()
      await log.settle()
    }
    // Of the start of a file the end is missing.
    if (pass.request.mostRecords === undefined) scanner.end()
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error
    throw collectRefusals.refuse('json-broken', { file, line: error.line, reason: error.message })
  } finally {
    await copy.close()
    await log.close()
  }
  if (soundRecords === 1 && faultyRecords === 0 && wrappedIn !== undefined)
    throw collectRefusals.refuse('json-wrapped', { file, key: wrappedIn })
  if (soundRecords + faultyRecords === 0)
    throw collectRefusals.refuse('file-without-records', { file })
  if (keys.length > columns.length) return undefined
  const csv = {
    path: copy.path,
    isCopy: true,
    delimiter: ',',
    quote: '"',
    lineEnd: '\n',
    skip: 0,
  } as const
  return { csv, ...nameColumns(columns), soundRecords, faultyRecords, log }
}

/** @throws {BrokenJson} where the array itself cannot be trusted any more */
function readObject(bytes: Buffer, line: number): ReadObject {
  const read = readJsonObject(bytes.toString())
  if ('fault' in read && read.fault === 'object.broken') {
    throw new BrokenJson(bytes.toString('utf8', 0, 20), line)
  }
  return read
}

function csvLine(
  columns: readonly string[],
  fields: ReadonlyMap<string, string | undefined>,
): string {
  const values = columns.map((column) => {
    const value = fields.get(column)
    return value === undefined ? '' : `"${value.replaceAll('"', '""')}"`
  })
  return `${values.join(',')}\n`
}
