import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readQuery, type LakeEngine } from '../store/index.ts'
import { personTables, tablePart } from './truth-tables.ts'

/** Columns of each table on its way to Parquet. */
const widths = {
  persons: 16,
  documents: 8,
  residence: 6,
  crossings: 11,
  records: 6,
  registrations: 6,
} as const

export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Turns the tables of the truth into Parquet files in `target`. */
export async function writeTruthFiles(
  engine: LakeEngine,
  source: string,
  target: string,
  drawnParts: number,
  offices: number,
  desks: number,
  onTable: () => void,
): Promise<WrittenFile[]> {
  const files: WrittenFile[] = []
  const writersOf: Readonly<Record<string, { first: number; count: number }>> = {
    records: { first: 0, count: offices },
    registrations: { first: offices, count: desks },
  }
  for (const table of [...personTables, 'records', 'registrations'] as const) {
    const numbers = writersOf[table] ?? { first: 0, count: drawnParts }
    if (numbers.count === 0) continue
    const path = join(target, `${table}.parquet`)
    const from = Array.from({ length: numbers.count }, (_, part) =>
      tablePart(source, table, numbers.first + part),
    )
    const query = readQuery(`./queries/${table}.sql`, import.meta.url)
    await engine.session(async (session) => {
      await session.run(`create temp view lines as ${linesOf(from, widths[table])}`)
      await session.run(`copy (${query}) to ${quoteText(path)} (format parquet, compression zstd)`)
    })
    files.push({ path: `truth/${table}.parquet`, ...(await fingerprint(path)) })
    onTable()
  }
  return files
}

/** Size and SHA-256 of a file. */
export async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** Reads the parts of a table, in order, every column as text. */
export function linesOf(files: readonly string[], columns: number): string {
  const digits = String(columns - 1).length
  const types = Array.from(
    { length: columns },
    (_, i) => `'column${String(i).padStart(digits, '0')}': 'VARCHAR'`,
  )
  return `select * from read_csv([${files.map(quoteText).join(', ')}], delim = '\\t', header = false, quote = '', escape = '', nullstr = '', auto_detect = false, columns = {${types.join(', ')}})`
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
