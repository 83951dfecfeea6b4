import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import { collectRefusals } from '../refusals.ts'
import { containerRefusals } from './container-refusals.ts'
import { nameColumns } from './column-names.ts'
import { plainFile } from './plain-file.ts'
import { RecordLog } from './record-log.ts'
import type { TableOfFormat, TextPass } from './table.ts'

/**
 * Copies a Parquet file into the workspace as texts: days as `2020-03-05`, moments as
 * `2020-03-05 14:30:00`, nested values as JSON. The engine writes the copy, row group after row
 * group.
 *
 * @throws {Refusal} collect.parquet-broken
 */
export async function readParquet(pass: TextPass): Promise<TableOfFormat> {
  const { engine, source } = pass.request
  const { file } = source
  const path = await plainFile(pass)
  const folder = await pass.folder()
  const copy = join(folder, 'records.csv')
  const log = new RecordLog(folder)
  await log.close()
  try {
    const described = await engine.rows<{ name: string; type: string }>(
      `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet(${quoteText(path)}))`,
    )
    const [counted] = await engine.rows<{ n: number }>(
      `SELECT CAST(sum(num_rows) AS BIGINT) AS n FROM parquet_file_metadata(${quoteText(path)})`,
    )
    const records = Number(counted?.n ?? 0)
    if (records === 0) throw collectRefusals.refuse('file-without-records', { file })
    const texts = described.map(({ name, type }) => textSql(quoteName(name), type))
    await engine.run(
      `COPY (SELECT ${texts.join(', ')} FROM read_parquet(${quoteText(path)}))
      TO ${quoteText(copy)} (FORMAT csv, HEADER false, FORCE_QUOTE *, NULLSTR '')`,
    )
    return {
      csv: { path: copy, isCopy: true, delimiter: ',', quote: '"', lineEnd: '\n', skip: 0 },
      ...nameColumns(described.map(({ name }) => name.trim())),
      soundRecords: records,
      faultyRecords: 0,
      log,
    }
  } catch (error) {
    if ((error as Error).name === 'Refusal') throw error
    const reason = String((error as Error).message)
      .split('\n')[0]!
      .slice(0, 160)
    throw containerRefusals.refuse('parquet-broken', { file, reason })
  }
}

function textSql(column: string, type: string): string {
  if (/^(STRUCT|MAP|.*\[\d*\]$)/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`
  if (type === 'BLOB') return `hex(${column})`
  if (type.startsWith('TIMESTAMP'))
    return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%d %H:%M:%S')`
  return `CAST(${column} AS VARCHAR)`
}
