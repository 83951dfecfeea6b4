import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDuckDb } from '../../store/index.ts'
import { openPlainFile, readingPlainFile } from './plain-csv.ts'

/** A row of a plain file by column: text as written, empty as null. */
export type PlainRow = Readonly<Record<string, string | null>>

/**
 * Reads some columns of a plain file whole: for tables and samples, not for registers.
 *
 * @param optional columns that are taken where the file has them
 * @throws Refusal where the file cannot be read or lacks a needed column
 */
export async function readPlainRows(
  path: string,
  needed: readonly string[],
  optional: readonly string[] = [],
): Promise<PlainRow[]> {
  const file = await openPlainFile(path, needed)
  const wanted = [...needed, ...optional.filter((column) => file.header.includes(column))]
  const places = wanted.map((column) => file.header.indexOf(column))
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-plain-'))
  const engine = await openDuckDb({ temporaryFolder: join(scratch, 'spill') })
  try {
    return await readingPlainFile(file, async () => {
      const rows: PlainRow[] = []
      const sql = `select ${[...new Set(places)].map((at) => `c${at}`).join(', ')} from (${file.select('$1')})`
      for await (const chunk of engine.stream<Record<string, string | null>>(sql, [path])) {
        for (const row of chunk) {
          rows.push(
            Object.fromEntries(wanted.map((column, at) => [column, row[`c${places[at]!}`]!])),
          )
        }
      }
      return rows
    })
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Rows by what they have in some columns, in the order in which that first occurs. */
export function groupRows(
  rows: readonly PlainRow[],
  by: readonly string[],
): { readonly key: readonly string[]; readonly rows: readonly PlainRow[] }[] {
  const groups = new Map<string, { key: string[]; rows: PlainRow[] }>()
  for (const row of rows) {
    const key = by.map((column) => row[column] ?? '')
    const text = JSON.stringify(key)
    const group = groups.get(text)
    if (group === undefined) groups.set(text, { key, rows: [row] })
    else group.rows.push(row)
  }
  return [...groups.values()]
}
