import { quoteText, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'
import { flaggedRepeatsSelect, repeatCountsSelect } from '../quality/quality-sql.ts'
import { repeatSearches, type RepeatKind } from './repeats-sql.ts'
import type { Staging } from './staged-rows.ts'

export interface Repeats {
  /** Rows of the file; no file was written where there are none. */
  readonly rows: number
  /** Different records beyond the first of any group. */
  readonly flagged: number
  readonly byKind: Readonly<Partial<Record<RepeatKind, number>>>
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
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE repeats (record_id BIGINT, kind VARCHAR, "group" BIGINT)',
  )
  for (const { select } of repeatSearches(
    staging,
    recordType.id,
    recordType.fields,
    earlierFacts,
  )) {
    await engine.run(`INSERT INTO repeats ${select}`)
  }
  await findEarlier()
  const [all] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM repeats')
  const [flagged] = await engine.rows<{ count: number }>(flaggedRepeatsSelect('repeats'))
  const kinds = await engine.rows<{ kind: RepeatKind; count: number }>(
    repeatCountsSelect('repeats'),
  )
  if (all!.n > 0) {
    await engine.run(
      `COPY (SELECT * FROM repeats ORDER BY record_id, kind, "group") TO ${quoteText(path())} (FORMAT parquet, COMPRESSION zstd)`,
    )
  }
  await engine.run('DROP TABLE repeats')
  const byKind = Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))
  return { rows: all!.n, flagged: flagged!.count, byKind }
}
