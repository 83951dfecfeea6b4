import {
  levelReference,
  listLevels,
  type Cube,
  type CubeQuery,
  type QueryAnswer,
} from '../measure/index.ts'
import { monthsOf, recordingDimensions } from './recorded-periods.ts'

/** From when to when something is undecided, in months as `monthSpan` numbers them. */
export interface OpenSpan {
  readonly first: number
  readonly last: number
}

/** What is not decided yet of the figures of a cube, and so may still be added to them. */
export interface OpenPeriods {
  /** By country and the codes of the dimensions over which nothing is added, joined by `|`. */
  readonly spans: ReadonlyMap<string, OpenSpan>
  /** Periods in which anything is undecided, by the rule that is shown where none is asked for. */
  readonly unfinished: readonly string[]
}

/**
 * The question what is undecided where and when; undefined of a cube whose figures are final, or that does
 * not tell country and time.
 */
export function undecidedQuery(cube: Cube): CubeQuery | undefined {
  const told = openDimensions(cube)
  const by = cube.measures.find(({ undecidedBy }) => undecidedBy !== undefined)?.undecidedBy
  const measure = cube.measures.find(({ id }) => id === by)
  if (told === undefined || measure === undefined) return undefined
  const month = listLevels(told.time).findIndex(({ from }) => from.kind === 'month')
  return {
    measure,
    rows: [told.area, ...told.apart].map((dimension) => levelReference(dimension, 0)),
    columns: [levelReference(told.time, Math.max(0, month))],
    where: [],
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1_000_000,
  }
}

/** Reads the answer to {@link undecidedQuery}. */
export function openPeriods(cube: Cube, answer: QueryAnswer): OpenPeriods {
  const alone = openDimensions(cube)!.apart.map(({ shownAlone }) => shownAlone)
  const spans = new Map<string, OpenSpan>()
  const unfinished = new Set<string>()
  answer.values.forEach((value, at) => {
    const key = answer.rows[answer.cellRows[at]!]!
    const period = answer.columns[answer.cellColumns[at]!]![0]!
    const months = monthsOf(period)
    if (months === undefined || !((value ?? 0) > 0)) return
    const known = spans.get(key.join('|')) ?? { first: Infinity, last: -Infinity }
    spans.set(key.join('|'), {
      first: Math.min(known.first, months[0]),
      last: Math.max(known.last, months[1]),
    })
    if (alone.every((code, d) => code === undefined || code === key[d + 1])) unfinished.add(period)
  })
  return { spans, unfinished: [...unfinished].sort() }
}

/**
 * Whether anything is undecided where and when a figure is of.
 *
 * @param codes of the figure, by dimension; none where it is of all or, as of a region, of several
 */
export function isOpenAt(
  cube: Cube,
  spans: OpenPeriods['spans'],
  codes: ReadonlyMap<string, string>,
): boolean {
  const told = openDimensions(cube)
  if (told === undefined || spans.size === 0) return false
  const wanted = [
    codes.get(told.area.id),
    ...told.apart.map(({ id, shownAlone }) => codes.get(id) ?? shownAlone),
  ]
  const period = codes.get(told.time.id)
  return liesInOpen(
    spans,
    wanted.map((code) => (code === undefined ? undefined : [code])),
    period === undefined ? undefined : [monthsOf(period)],
  )
}

/**
 * Whether any span is of one of the codes and touches one of the months.
 *
 * @param wanted by the parts of a key of the spans; all codes where undefined
 * @param months all where undefined
 */
export function liesInOpen(
  spans: OpenPeriods['spans'],
  wanted: readonly (readonly string[] | undefined)[],
  months: readonly ReturnType<typeof monthsOf>[] | undefined,
): boolean {
  return [...spans].some(
    ([key, { first, last }]) =>
      key.split('|').every((code, d) => wanted[d]?.includes(code) ?? true) &&
      (months?.some((span) => span !== undefined && span[0] <= last && span[1] >= first) ?? true),
  )
}

/** The dimensions that say of what something is undecided: who recorded, when, and by which rule. */
export function openDimensions(cube: Cube) {
  const told = recordingDimensions(cube)
  if (told === undefined) return undefined
  const held = new Set(cube.measures.flatMap(({ notAdditiveOver = [] }) => notAdditiveOver))
  const apart = cube.dimensions.filter(
    (each) => held.has(each.id) && each !== told.time && each !== told.area,
  )
  return { ...told, apart }
}
