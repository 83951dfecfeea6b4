import {
  partsOfTotal,
  quoteName,
  quoteText,
  type PartsOfTotal,
  type RecordType,
} from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
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

/** Coded fields that say what a figure is, and not of which part. */
const notParts = new Set(['measure', 'frequency', 'unit', 'obs_status', 'country', 'ref_area'])
const figureOf: Readonly<Record<string, string>> = { observation: 'value', displacement: 'persons' }
/** Rounding to the unit may leave each part half a unit off, and the total too. */
const tolerance = 0.5
const mostGaps = 100

/** Different sets of codes of one dimension that are looked at. */
const mostSets = 2000

/**
 * Totals that their parts do not make or overrun, and shares of a whole that do not make 100, dimension
 * by dimension. Figures in per cent are shares where their total is 100 or, without a total, where they
 * come near it; other rates do not add up to anything.
 */
export async function arithmeticOf(
  engine: LakeEngine,
  recordType: RecordType,
  facts: string,
  book: CodeListBook,
): Promise<ArithmeticGap[]> {
  const figure = figureOf[recordType.id]
  if (figure === undefined) return []
  const gaps: ArithmeticGap[] = []
  for (const { id, codeList } of recordType.fields) {
    if (codeList === undefined || notParts.has(id)) continue
    const codes = book.find(codeList)?.codes ?? []
    const own = new Set(codes.map(({ code }) => code))
    const isFlat = codes.every(({ parent }) => parent === undefined || !own.has(parent))
    const figures = figuresSelect(recordType, id, figure, facts)
    const sets = await engine.rows<{ given: string }>(
      `SELECT DISTINCT given FROM (${figures}) WHERE given LIKE '%,%' LIMIT ${mostSets}`,
    )
    const setsOf = (wanted: PartsOfTotal) =>
      sets
        .map(({ given }) => given)
        .filter((given) => partsOfTotal(id, given.split(','), isFlat) === wanted)
    const [whole, disjoint] = [setsOf('whole'), setsOf('disjoint')]
    if (whole.length + disjoint.length === 0) continue
    const rows = await engine.rows<ArithmeticGap>(
      `SELECT ${quoteText(id)} AS dimension, of, CAST(wanted AS DOUBLE) AS total,
        CAST(parts AS DOUBLE) AS parts
      FROM (SELECT *, CASE WHEN NOT is_percent THEN total
        WHEN total = 100 OR (total IS NULL AND parts BETWEEN 80 AND 120) THEN 100 END AS wanted
        FROM (${figures}))
      WHERE (given IN ${listOf(whole)} AND abs(wanted - parts) > ${tolerance} * parts_given)
        OR (given IN ${listOf(disjoint)} AND parts - wanted > ${tolerance} * parts_given)
      ORDER BY abs(wanted - parts) DESC LIMIT ${mostGaps}`,
    )
    gaps.push(...rows)
  }
  return gaps
}

/**
 * Grain: one row per figure that is broken down by a dimension: its total, the sum of its parts, and
 * the codes of which there are figures.
 */
function figuresSelect(
  { id: type, fields }: RecordType,
  dimension: string,
  figure: string,
  facts: string,
): string {
  const others = fields
    .filter(({ id, type: kind }) => kind !== 'decimal' && id !== dimension && id !== figure)
    .filter(({ id }) => !['obs_status', 'period_start', 'households'].includes(id))
    .map(({ id }) => id)
  const shown = others
    .filter((id) => !['unit_multiplier', 'frequency'].includes(id))
    .map((id) => `CAST(${quoteName(id)} AS VARCHAR)`)
  const own = quoteName(dimension)
  const value = quoteName(figure)
  const isPercent = type === 'observation' ? `any_value("unit") = 'PT'` : 'FALSE'
  const isPart = `${own} <> '_T' AND ${value} IS NOT NULL`
  return `SELECT concat_ws(' · ', ${shown.join(', ')}) AS of,
    sum(${value}) FILTER (${own} = '_T') AS total,
    sum(${value}) FILTER (${isPart}) AS parts,
    count(*) FILTER (${isPart}) AS parts_given,
    string_agg(DISTINCT ${own}, ',' ORDER BY ${own}) FILTER (${isPart}) AS given,
    ${isPercent} AS is_percent
  FROM ${facts} GROUP BY ${others.map(quoteName).join(', ')}`
}

function listOf(sets: readonly string[]): string {
  return sets.length === 0 ? "('')" : `(${sets.map(quoteText).join(', ')})`
}
