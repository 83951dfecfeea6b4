import { daysBetween, quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { BatchQuality } from './batch-quality.ts'

/** The days that a batch covers, ISO dates. */
export interface CoveredDays {
  readonly from: string
  readonly until: string
  /** The day by which half of the records had happened. */
  readonly median: string
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
  // Days are few, however many records there are: a day at a time, none has to be sorted.
  const [row] = await engine.rows<Record<keyof CoveredDays, string | null>>(
    `WITH days AS (SELECT ${day} AS day, count(*) AS n FROM read_parquet(${quoteText(factsPath)})
         WHERE ${day} IS NOT NULL GROUP BY 1),
       reached AS (SELECT day, sum(n) OVER (ORDER BY day) / sum(n) OVER () AS share FROM days)
     SELECT CAST(min(day) FILTER (share >= 0.05) AS VARCHAR) AS "from",
       CAST(min(day) FILTER (share >= 0.5) AS VARCHAR) AS "median",
       CAST(min(day) FILTER (share >= 0.95) AS VARCHAR) AS "until"
     FROM reached`,
  )
  const { from = null, until = null, median = null } = row ?? {}
  return from === null || until === null || median === null ? undefined : { from, until, median }
}

/** How long records waited for their receipt. */
export function timelinessOf(
  covers: CoveredDays | undefined,
  receivedOn: string,
): Pick<BatchQuality, 'daysUntilReceived' | 'daysFromEvent'> {
  if (covers === undefined) return { daysUntilReceived: null, daysFromEvent: null }
  const [least, half, most] = [covers.until, covers.median, covers.from].map(
    (day) => daysBetween(day, receivedOn) ?? null,
  )
  return {
    daysUntilReceived: least ?? null,
    daysFromEvent: typeof half === 'number' && typeof most === 'number' ? { half, most } : null,
  }
}
