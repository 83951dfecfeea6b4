import { quoteText, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'
import {
  flaggedRepeatsSelect,
  notCountedRepeatsSelect,
  repeatCountsSelect,
} from '../quality/quality-sql.ts'
import {
  candidateStatements,
  repeatSelects,
  sameIdEarlierSelect,
  sameIdStatements,
  stagedForSearch,
  type RepeatKind,
} from './repeats-sql.ts'
import type { Staging } from './staged-rows.ts'

export interface Repeats {
  /** Rows of the file; no file was written where there are none. */
  readonly rows: number
  /** Different records of the batch beyond the first of any group. */
  readonly flagged: number
  /** Those of them that no figure counts while the first of their group is there. */
  readonly notCounted: number
  readonly byKind: Readonly<Partial<Record<RepeatKind, number>>>
}

/** Makes the temporary table in which a search for repeats gathers what it finds. */
export async function beginRepeats(engine: LakeEngine): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE repeats (record_id BIGINT, kind VARCHAR, "group" BIGINT)',
  )
}

/**
 * Flags repeated records of a batch, among themselves and against earlier batches of its dataset.
 *
 * @param engine a session: the repeats are gathered in a temporary table, `repeats`
 * @param findEarlier adds to that table what earlier batches of persons and figures have already
 */
export async function findRepeats(
  engine: LakeEngine,
  staging: Staging,
  recordType: RecordType,
  earlierFacts: readonly string[],
  path: () => string,
  findEarlier: () => Promise<void> = async () => {},
): Promise<Repeats> {
  await beginRepeats(engine)
  await searchRepeats(engine, stagedForSearch(staging, recordType), recordType)
  if (recordType.id === 'incident') {
    for (const statement of sameIdStatements(staging)) await engine.run(statement)
    if (earlierFacts.length > 0) {
      await engine.run(`INSERT INTO repeats ${sameIdEarlierSelect(staging, earlierFacts)}`)
    }
  }
  await engine.run('DROP TABLE candidates')
  await findEarlier()
  return writeRepeats(engine, staging.batchId, path)
}

/** Adds to `repeats` those that records have among themselves. */
export async function searchRepeats(
  engine: LakeEngine,
  rows: string,
  recordType: RecordType,
): Promise<void> {
  for (const statement of candidateStatements(rows, recordType)) await engine.run(statement)
  for (const select of repeatSelects(recordType)) await engine.run(`INSERT INTO repeats ${select}`)
}

/** Writes what was found, if anything was, and counts it. */
export async function writeRepeats(
  engine: LakeEngine,
  batchId: number,
  path: () => string,
): Promise<Repeats> {
  const [all] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM repeats')
  const [flagged] = await engine.rows<{ count: number }>(flaggedRepeatsSelect('repeats', batchId))
  const [notCounted] = await engine.rows<{ count: number }>(
    notCountedRepeatsSelect('repeats', batchId),
  )
  const kinds = await engine.rows<{ kind: RepeatKind; count: number }>(
    repeatCountsSelect('repeats', batchId),
  )
  if (all!.n > 0) {
    await engine.run(
      `COPY (SELECT * FROM repeats ORDER BY record_id, kind, "group") TO ${quoteText(path())} (FORMAT parquet, COMPRESSION zstd)`,
    )
  }
  await engine.run('DROP TABLE repeats')
  const byKind = Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))
  return { rows: all!.n, flagged: flagged!.count, notCounted: notCounted!.count, byKind }
}
