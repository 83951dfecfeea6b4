import { basename } from 'node:path'
import { readPlainRows, type PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { sampleRefusals } from './refusals.ts'

/** Columns of a file of answers, one row each. @throws Refusal `measure.sample-empty` and those of the file */
export async function readSample(path: string, columns: readonly string[]): Promise<PlainRow[]> {
  const rows = await readPlainRows(path, [...new Set(columns)])
  if (rows.length === 0) throw sampleRefusals.refuse('sample-empty', { file: basename(path) })
  return rows
}
