import { quoteName, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'

/** A figure of a batch and the same one of a year before. */
export interface FigureCompared {
  /** What the figures are of, for a reader: measure, area, breakdowns, and the period of the later one. */
  readonly of: string
  readonly value: number
  readonly yearBefore: number
}

export interface FiguresCompared {
  /** Figures of the batch of which there is one of a year before. */
  readonly known: number
  /** Those that differ most from it, the greatest difference first. */
  readonly changes: readonly FigureCompared[]
}

/** Differences that are listed. */
const mostChanges = 30

/** Fields that do not say what a figure is of. */
const notOf = new Set(['period', 'period_start', 'value', 'obs_status'])

/**
 * Every figure of a batch beside that of a year before, of the same measure, unit, frequency, area and breakdowns.
 *
 * @param facts the figures of the batch
 * @param known relations that may hold those of a year before, the one that counts first
 */
export async function compareFigures(
  engine: LakeEngine,
  { fields }: RecordType,
  facts: string,
  known: readonly string[],
): Promise<FiguresCompared> {
  const of = fields.filter(({ id }) => !notOf.has(id)).map(({ id }) => quoteName(id))
  const shown = fields
    .filter(({ id }) => !notOf.has(id) && id !== 'frequency' && id !== 'unit_multiplier')
    .map(({ id }) => `own.${quoteName(id)}::varchar`)
  const same = of.map((column) => `own.${column} is not distinct from past.${column}`)
  const all = known.map(
    (relation, rank) =>
      `select ${of.join(', ')}, period_start, value, ${rank} as rank from ${relation} where value is not null`,
  )
  const rows = await engine.rows<FigureCompared & { readonly known: number }>(
    `with past as (
      select ${of.join(', ')}, period_start, min_by(value, rank) as value
      from (${all.join(' union all ')}) group by all
    )
    select concat_ws(' · ', ${shown.join(', ')}, own.period::varchar) as of, own.value::double as value,
      past.value::double as "yearBefore", count(*) over () as known
    from ${facts} as own
    join past on past.period_start = own.period_start - interval 1 year and ${same.join(' and ')}
    where own.value is not null
    order by abs(own.value - past.value) desc, of limit ${mostChanges}`,
  )
  return {
    known: Number(rows[0]?.known ?? 0),
    changes: rows
      .filter(({ value, yearBefore }) => value !== yearBefore)
      .map(({ of: what, value, yearBefore }) => ({ of: what, value, yearBefore })),
  }
}
