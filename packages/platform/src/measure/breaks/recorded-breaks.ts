import type { RecordedBreak } from '@caudal/methods/measure'
import type { Queryable } from '../../store/index.ts'

/** A break with what became of it, for whoever keeps the register. */
export interface KeptBreak extends RecordedBreak {
  readonly recordedBy: string
  /** ISO instant. */
  readonly recordedAt: string
  /** Why it was found to be none; null where it stands. */
  readonly ended: { readonly reason: string; readonly by: string; readonly at: string } | null
}

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Every break that was ever recorded, by country and period. */
export async function selectBreaks(register: Queryable): Promise<KeptBreak[]> {
  const rows = await register.query<
    Omit<KeptBreak, 'ended'> & {
      readonly why: string | null
      readonly endedBy: string
      readonly endedAt: string
    }
  >(
    `select b.id, b.country, b.cube, b.from_period as "from", b.reason, b.source,
       b.actor as "recordedBy", ${instant('b.at')} as "recordedAt",
       e.reason as why, e.actor as "endedBy", ${instant('e.at')} as "endedAt"
     from series_breaks b left join series_break_ends e on e.break = b.id
     order by b.country, b.from_period, b.id`,
  )
  return rows.map(({ why, endedBy, endedAt, ...kept }) => ({
    ...kept,
    ended: why === null ? null : { reason: why, by: endedBy, at: endedAt },
  }))
}

/** The breaks that stand. */
export async function listStandingBreaks(register: Queryable): Promise<RecordedBreak[]> {
  const all = await selectBreaks(register)
  return all
    .filter(({ ended }) => ended === null)
    .map(({ id, country, cube, from, reason, source }) => ({
      id,
      country,
      cube,
      from,
      reason,
      source,
    }))
}
