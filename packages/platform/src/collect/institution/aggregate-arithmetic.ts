import { quoteName, type RecordType } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'

/** Figures that do not add up: a total and its parts, or shares that are not 100 together. */
export interface ArithmeticGap {
  /** Dimension whose codes are the parts. */
  readonly dimension: string
  /** What the figures are of, for a reader: period, area, measure. */
  readonly of: string
  readonly total: number
  readonly parts: number
}

/** The parts that make a whole, by dimension; others may be missing or overlap. */
const wholes: Readonly<Record<string, readonly string[]>> = { sex: ['F', 'M'] }
const figureOf: Readonly<Record<string, string>> = { observation: 'value', displacement: 'persons' }
/** Rounding to the unit may leave the parts one off for each of them. */
const tolerance = 1
const mostGaps = 100

/** Totals that their parts do not make, and shares of parts that do not make 100. */
export async function arithmeticOf(
  engine: LakeEngine,
  recordType: RecordType,
  facts: string,
): Promise<ArithmeticGap[]> {
  const figure = figureOf[recordType.id]
  if (figure === undefined) return []
  const gaps: ArithmeticGap[] = []
  for (const [dimension, parts] of Object.entries(wholes)) {
    const others = recordType.fields
      .filter(({ id, type }) => type !== 'decimal' && id !== dimension && id !== figure)
      .filter(({ id }) => !['obs_status', 'period_start', 'households'].includes(id))
      .map(({ id }) => id)
    const names = others.map(quoteName)
    const shown = others
      .filter((id) => !['unit_multiplier', 'frequency'].includes(id))
      .map((id) => `CAST(${quoteName(id)} AS VARCHAR)`)
    const own = quoteName(dimension)
    const value = quoteName(figure)
    const list = parts.map((code) => `'${code}'`).join(', ')
    const isShare = recordType.id === 'observation' ? `"unit" = 'PT'` : 'FALSE'
    const rows = await engine.rows<ArithmeticGap>(
      `WITH figures AS (
        SELECT ${names.join(', ')},
          sum(${value}) FILTER (${own} = '_T') AS total,
          sum(${value}) FILTER (${own} IN (${list})) AS parts,
          count(DISTINCT ${own}) FILTER (${own} IN (${list}) AND ${value} IS NOT NULL) AS given
        FROM ${facts} GROUP BY ALL
      )
      SELECT '${dimension}' AS dimension, concat_ws(' · ', ${shown.join(', ')}) AS of,
        CAST(coalesce(CASE WHEN ${isShare} THEN 100 END, total) AS DOUBLE) AS total,
        CAST(parts AS DOUBLE) AS parts
      FROM figures
      WHERE given = ${parts.length}
        AND abs(coalesce(CASE WHEN ${isShare} THEN 100 END, total) - parts) > ${tolerance}
      ORDER BY abs(total - parts) DESC NULLS LAST LIMIT ${mostGaps}`,
    )
    gaps.push(...rows)
  }
  return gaps
}
