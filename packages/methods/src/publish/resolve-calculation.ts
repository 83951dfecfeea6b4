import {
  levelCodes,
  levelReference,
  monthSpan,
  parsePeriod,
  previousPeriod,
  yearEarlier,
  type Cube,
  type CubeDomain,
  type CubeQuery,
  type CubeRate,
  type LevelReference,
  type ResolvedCondition,
} from '../measure/index.ts'
import { comparesPeriods, denominatorOf, type Calculation } from './calculation.ts'
import { perInhabitants, ratesOfMeasure } from './rates.ts'
import { incompletePeriods } from './incomplete-periods.ts'
import { tableRefusals } from './refusals.ts'

/** Where time stands in a table. */
export interface TimePlace {
  readonly side: 'rows' | 'columns'
  readonly position: number
}

/** A calculation understood against its table: what each figure is divided by or compared with. */
export interface ResolvedCalculation {
  readonly id: Calculation
  readonly rate?: CubeRate
  readonly time?: TimePlace
  /** Period shown → period it is compared with. For an index every period has the same. */
  readonly baseOf: ReadonlyMap<string, string>
  /** Periods that the data fill in part only: nothing is compared with them. */
  readonly incomplete: ReadonlySet<string>
  /** The question that gives the figures divided by or compared with, where the table has them not. */
  readonly companion?: CubeQuery
}

/**
 * Understands what a table is to show of its measure.
 *
 * A period is compared with the one before it by the calendar; single years that a source gives
 * years apart are compared with the year before it in the data. The periods compared with need
 * not be in the table: they are asked for beside it. Where conditions leave a part of a period, it is
 * compared with the same part of the other.
 *
 * @param allowed codes of a level of time that the table shows, in order
 * @throws Refusal where the table has no time, no such axis or no total for it
 */
export function resolveCalculation(
  cube: Cube,
  id: Calculation,
  query: CubeQuery,
  domain: CubeDomain,
  allowed: (reference: LevelReference) => readonly string[],
): ResolvedCalculation {
  const nothing = { id, baseOf: new Map<string, string>(), incomplete: new Set<string>() }
  if (id.endsWith('share')) {
    refuseShare(id, query)
    return nothing
  }
  const by = denominatorOf(id)
  if (by !== undefined) {
    const rate = ratesOfMeasure(cube, query.measure).find((each) => each.by === by)
    // Inhabitants are of another cube: whoever shapes the table brings them along.
    if (rate === perInhabitants) return { ...nothing, rate }
    const denominator = cube.measures.find((measure) => measure.id === by)
    if (!rate || !denominator) {
      throw tableRefusals.refuse('rate-without-denominator', {
        measure: query.measure.id,
        show: id,
        valid: ratesOf(cube),
      })
    }
    return { ...nothing, rate, companion: { ...withoutTop(query), measure: denominator } }
  }
  const time = findTime(query)
  if (!comparesPeriods(id) || !time) {
    throw tableRefusals.refuse('show-without-time', {
      show: id,
      valid: cube.dimensions
        .filter(({ kind }) => kind === 'time')
        .map((dimension) => dimension.id)
        .join(', '),
    })
  }
  const reference = query[time.side][time.position]!
  const shown = allowed(reference).filter((code) => monthSpan(code))
  const incomplete = new Set(incompletePeriods(domain, reference).map(({ code }) => code))
  const finest = levelReference(reference.dimension, 0)
  const allowedFinest = allowed(finest)
  if (id === 'index') {
    // Half a year, by a filter on months, is no base for a whole one.
    for (const code of filteredInPart(domain, reference, allowedFinest)) incomplete.add(code)
    const first = shown.find((code) => !incomplete.has(code))
    const baseOf = new Map(first === undefined ? [] : shown.map((code) => [code, first]))
    return { id, time, baseOf, incomplete }
  }
  const occurring = levelCodes(domain, reference.dimension.id, reference.depth)
  const baseOf = new Map<string, string>()
  for (const code of shown) {
    const base = id.startsWith('year') ? yearEarlier(code) : periodBefore(code, occurring)
    if (base !== undefined && occurring.includes(base)) baseOf.set(code, base)
  }
  const byFinest = query.where.some(
    (condition) =>
      condition.reference.dimension === finest.dimension && condition.reference.depth === 0,
  )
  const companion: CubeQuery = {
    ...withoutTop(query),
    where: [
      ...elsewhere(query.where, reference),
      { reference, codes: [...new Set(baseOf.values())] },
      {
        reference: finest,
        codes: shiftedFinest(domain, reference, allowedFinest, baseOf, byFinest),
      },
    ],
  }
  return { id, time, baseOf, incomplete, companion }
}

/** The first place of a table that holds time; columns before rows. */
function findTime(query: CubeQuery): TimePlace | undefined {
  for (const side of ['columns', 'rows'] as const) {
    const position = query[side].findIndex(({ dimension }) => dimension.kind === 'time')
    if (position >= 0) return { side, position }
  }
  return undefined
}

function periodBefore(code: string, occurring: readonly string[]): string | undefined {
  const before = previousPeriod(code)
  if (parsePeriod(code)?.kind !== 'year' || (before && occurring.includes(before))) return before
  return occurring.findLast((each) => parsePeriod(each)?.kind === 'year' && each < code)
}

/** Periods of a level of which the conditions leave a part. */
function filteredInPart(
  domain: CubeDomain,
  { dimension, depth }: LevelReference,
  allowedFinest: readonly string[],
): Set<string> {
  const [finest, own] = [domain[dimension.id]![0]!, domain[dimension.id]![depth]!]
  const kept = new Set(allowedFinest)
  const parts = new Set<string>()
  finest.codes.forEach((code, ordinal) => {
    if (!kept.has(code)) parts.add(own.codes[own.of[ordinal]!]!)
  })
  return parts
}

/**
 * The finest periods that bases consist of: those shown, moved back as far as their period is, so that
 * the first half of a year is compared with the first half of another.
 *
 * @param byFinest whether a condition names finest periods: then each is compared with its own alone
 */
function shiftedFinest(
  domain: CubeDomain,
  { dimension, depth }: LevelReference,
  allowedFinest: readonly string[],
  baseOf: ReadonlyMap<string, string>,
  byFinest: boolean,
): string[] {
  const [finest, own] = [domain[dimension.id]![0]!, domain[dimension.id]![depth]!]
  const kept = new Set(allowedFinest)
  if (depth === 0) return [...kept].flatMap((code) => baseOf.get(code) ?? [])
  const periodOf = new Map(finest.codes.map((code, at) => [code, own.codes[own.of[at]!]!]))
  const shown = finest.codes.filter((code) => baseOf.has(periodOf.get(code)!))
  const parts = new Map<string, { kept: boolean; cut: boolean }>()
  for (const code of shown) {
    const part = parts.get(partOf(code)) ?? { kept: false, cut: false }
    if (kept.has(code)) part.kept = true
    else part.cut = true
    parts.set(partOf(code), part)
  }
  const later = new Map([...baseOf].map(([period, base]) => [base, period]))
  return finest.codes.filter((code) => {
    const base = periodOf.get(code)!
    const period = later.get(base)
    if (period === undefined) return false
    const moved = movedBy(code, startOf(period) - startOf(base))
    const part = moved === undefined ? undefined : parts.get(partOf(moved))
    // A day without records in one of two years is no reason to leave it out of the other.
    return part?.kept === true && ((!part.cut && !byFinest) || kept.has(moved!))
  })
}

const startOf = (code: string) => monthSpan(code)?.[0] ?? Number.NaN

/** What is kept or cut as one: the month of a day, else the period. */
const partOf = (code: string) => (parsePeriod(code)?.kind === 'day' ? code.slice(0, 7) : code)

/** A period so many months on: the same day of the month, whether that month has it or not. */
function movedBy(code: string, months: number): string | undefined {
  const period = parsePeriod(code)
  if (!period || Number.isNaN(months)) return undefined
  const first = startOf(code) + months
  const year = String(Math.floor(first / 12)).padStart(4, '0')
  const month = (first % 12) + 1
  switch (period.kind) {
    case 'year':
      return year
    case 'half':
      return `${year}-S${Math.ceil(month / 6)}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`
    case 'day':
      return `${year}-${String(month).padStart(2, '0')}${code.slice(7)}`
  }
  return period.kind satisfies never
}

function refuseShare(id: Calculation, { margins, measure, rows, columns }: CubeQuery): void {
  const side = { 'row-share': 'columns', 'column-share': 'rows' }[id as string]
  if (side && { rows, columns }[side as 'rows' | 'columns'].length === 0) {
    throw tableRefusals.refuse(side === 'rows' ? 'show-without-rows' : 'show-without-columns', {
      show: id,
    })
  }
  const given =
    id === 'row-share' ? margins.rows : id === 'column-share' ? margins.columns : margins.grand
  if (given) return
  throw tableRefusals.refuse('share-not-additive', {
    show: id,
    measure: measure.id,
    dimensions: (measure.notAdditiveOver ?? []).join(', '),
  })
}

function ratesOf(cube: Cube): string {
  const rates = cube.measures.flatMap((measure) =>
    ratesOfMeasure(cube, measure).map(({ by }) => `measure=${measure.id}&show=rate-${by}`),
  )
  return rates.join(' · ') || '—'
}

/** Rows that the table cuts are asked for too: what they are summed into is compared as well. */
function withoutTop({ measure, rows, columns, where, margins, maxCells }: CubeQuery): CubeQuery {
  return { measure, rows, columns, where, margins, maxCells }
}

const elsewhere = (where: readonly ResolvedCondition[], { dimension }: LevelReference) =>
  where.filter(({ reference }) => reference.dimension.id !== dimension.id)
