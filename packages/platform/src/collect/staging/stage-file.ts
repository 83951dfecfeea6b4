import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteText, type SourceProfile } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { Table } from '../reading/table.ts'
import { watchGrowth } from './file-growth.ts'
import { csvRelation, longRelation, unpivotedColumns } from './source-relation.ts'
import { stagingSelect, type StagingPlan } from './staging-sql.ts'

/** The engine read other records than the scanner found: the two do not mean the same file. */
export class ReadingDisagrees extends Error {}

export interface StagedFile {
  readonly path: string
  /** Cells without a value that were left out, wide to long. */
  readonly cellsLeftOut: number
}

/**
 * Writes the staging file: one streaming pass over the source. Uncompressed, because it is read
 * back at once and lies in memory where there is room.
 *
 * @throws {ReadingDisagrees}
 */
export async function stageFile(
  engine: LakeEngine,
  table: Table,
  plan: StagingPlan,
  profile: SourceProfile,
  folder: string,
  onShare: (share: number) => void,
): Promise<StagedFile> {
  // A second attempt writes a second file: the engine keeps the footers of files it has read.
  const name = table.csv.isCopy ? 'copied' : 'direct'
  const path = join(folder, `${name}-staging.parquet`)
  const source = csvRelation(table)
  if (profile.unpivot === undefined) {
    const { size } = await stat(table.csv.path)
    const write = () => copyInOrder(engine, stagingSelect(plan, source), path)
    const rows = await watchGrowth(path, size * stagedShare, onShare, () => readSource(write))
    compareCounts(rows, table)
    return { path, cellsLeftOut: 0 }
  }
  const wide = join(folder, `${name}-wide.parquet`)
  compareCounts(await readSource(() => copy(engine, `SELECT * FROM ${source}`, wide)), table)
  const turned = unpivotedColumns(table.columns, profile)
  const long = longRelation(wide, turned, profile)
  const rows = await copyInOrder(engine, stagingSelect(plan, long), path)
  return { path, cellsLeftOut: table.soundRecords * turned.length - rows }
}

/** Bytes of the staging file for each byte of CSV, as they usually are. */
const stagedShare = 0.4

/** How a Parquet file is written; version 2 packs texts that hardly repeat, as names do. */
const writings = {
  // Read back once: a large dictionary costs more to gather than it spares.
  uncompressed: 'COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 2000',
  zstd: 'COMPRESSION zstd',
  'zstd-v2': 'COMPRESSION zstd, PARQUET_VERSION v2',
} as const

/**
 * Writes a query into a Parquet file.
 *
 * @returns the rows written
 */
export async function copy(
  engine: LakeEngine,
  select: string,
  path: string,
  writing: keyof typeof writings = 'uncompressed',
): Promise<number> {
  await engine.run(`COPY (${select}) TO ${quoteText(path)} (FORMAT parquet, ${writings[writing]})`)
  return countRecords(engine, path)
}

/**
 * The same in the order of its source: records are numbered by it, and findings name lines by
 * those numbers.
 *
 * @throws Error where the engine would join: then rows come out in any order
 */
async function copyInOrder(engine: LakeEngine, select: string, path: string): Promise<number> {
  const plan = await engine.rows<{ explain_value: string }>(`EXPLAIN ${select}`)
  if (plan.some(({ explain_value: text }) => text.includes('_JOIN'))) {
    throw new Error('A query that must keep the order of its source joins.')
  }
  return copy(engine, select, path)
}

async function countRecords(engine: LakeEngine, path: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(
    `SELECT CAST(sum(num_rows) AS BIGINT) AS n FROM parquet_file_metadata(${quoteText(path)})`,
  )
  return row!.n
}

function compareCounts(read: number, table: Table): void {
  if (read === table.soundRecords) return
  throw new ReadingDisagrees(
    `The engine read ${read} records, the scanner found ${table.soundRecords}`,
  )
}

async function readSource<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    // A hurried reading leaves it to the engine to refuse a record with too many or too few fields.
    if (error instanceof Error && /CSV Error|CSV Parser|Invalid unicode/i.test(error.message)) {
      throw new ReadingDisagrees(error.message.split('\n')[0])
    }
    throw error
  }
}
