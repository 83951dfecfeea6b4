import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import { tableFacts, tableRecords, type TableResult } from '@caudal/methods/publish'
import type { CaudalNode } from '../store/index.ts'

/**
 * The cells of a table as Parquet, written by the engine: texts as VARCHAR, values as DOUBLE, an
 * absent value or status as null; source, licence, citation and notes in the metadata of the file.
 */
export async function writeTableParquet(node: CaudalNode, result: TableResult): Promise<Buffer> {
  const { columns, rows } = tableRecords(result)
  const name = join(node.folder.workspace, `table-${randomBytes(8).toString('hex')}`)
  const [given, made] = [`${name}.ndjson`, `${name}.parquet`]
  const lines: string[] = []
  for (const row of rows()) {
    const record = columns.map(({ name: column }, index) => [
      column,
      row[index] === '' ? null : row[index],
    ])
    lines.push(JSON.stringify(Object.fromEntries(record)))
  }
  const types = columns.map(
    ({ name: column, type }) =>
      `${quoteText(column)}: '${type === 'number' ? 'DOUBLE' : 'VARCHAR'}'`,
  )
  const metadata = tableFacts(result).reduce<Map<string, string>>(
    (known, fact) =>
      known.set(fact.name, [known.get(fact.name), fact.value].filter(Boolean).join('\n')),
    new Map(),
  )
  const pairs = [...metadata].map(([key, value]) => `${quoteName(key)}: ${quoteText(value)}`)
  try {
    await writeFile(given, lines.join('\n'))
    await node.lake.run(
      `copy (select * from read_json(${quoteText(given)}, format = 'newline_delimited',
        columns = {${types.join(', ')}}))
      to ${quoteText(made)} (format parquet, compression zstd, kv_metadata {${pairs.join(', ')}})`,
    )
    return await readFile(made)
  } finally {
    await rm(given, { force: true })
    await rm(made, { force: true })
  }
}
