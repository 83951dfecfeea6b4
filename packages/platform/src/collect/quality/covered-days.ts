import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'

/** The days that a batch covers, ISO dates. */
export interface CoveredDays {
  readonly from: string
  readonly until: string
}

/**
 * The days between the 5th and the 95th hundredth of the dates of a batch's records, so that a few
 * strays of other months cover none of them; undefined where records have no date.
 */
export async function findCoveredDays(
  engine: LakeEngine,
  factsPath: string,
  { dateField }: RecordType,
): Promise<CoveredDays | undefined> {
  if (dateField === undefined) return undefined
  const day = quoteName(dateField)
  const [row] = await engine.rows<{ from: string | null; until: string | null }>(
    `SELECT CAST(quantile_disc(${day}, 0.05) AS VARCHAR) AS "from",
       CAST(quantile_disc(${day}, 0.95) AS VARCHAR) AS "until"
     FROM read_parquet(${quoteText(factsPath)})`,
  )
  const { from = null, until = null } = row ?? {}
  return from === null || until === null ? undefined : { from, until }
}
