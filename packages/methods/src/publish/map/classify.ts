import { naturalBreaks } from './natural-breaks.ts'

/** Ways of cutting values into classes: equally many areas, equally wide, or where the gaps are. */
export const classMethods = ['quantile', 'equal', 'natural'] as const
export type ClassMethod = (typeof classMethods)[number]

/** A way of cutting, or the limits between classes as someone chose them, ascending. */
export type ClassChoice = ClassMethod | readonly number[]

/** Limits by hand that a map can show apart: five classes, or five on each side of zero. */
export const mostLimits = 9

/** One class of a map. Its values lie above `from` (at it, in the first class) up to and with `to`. */
export interface AreaClass {
  readonly from: number
  readonly to: number
  /** Areas in it. */
  readonly count: number
  /** Least and greatest value that occurs; null where no area falls into it. */
  readonly occurring: readonly [least: number, greatest: number] | null
  /** On which side of zero, where values lie on both; 1 where all are zero or more. */
  readonly side: -1 | 0 | 1
  /** Depth of colour from 1 (nearest zero or least) to 5. */
  readonly shade: number
}

const shades = 5

/**
 * Classes for a choropleth. Where values lie on both sides of zero, zero parts them: each side is
 * cut by itself, so that no class mixes gains and losses.
 *
 * Assumption: missing values are left out by the caller, and are not zeros.
 *
 * @param values one per area with a value, finite, any order
 * @param method quantile (Hyndman and Fan's type 7), equal intervals, natural breaks, or limits by hand:
 *   those beyond the values are left out, and of more than five classes the topmost are one
 * @param wanted number of classes, 1 to 5; fewer where fewer values differ
 * @returns classes in ascending order; none for no values
 * @throws RangeError where a value is not finite or `wanted` is outside 1 to 5
 * @see Slocum et al., Thematic Cartography and Geovisualization, 4th ed., 2022, ch. 5
 * @example classifyValues([1, 2, 3, 40], [2, 10]).map(({ to, count }) => [to, count]) // => [[2, 2], [10, 1], [40, 1]]
 * @example classifyValues([1, 2, 3, 4], 'quantile', 2).map(({ to, count }) => [to, count]) // => [[2.5, 2], [4, 2]]
 */
export function classifyValues(
  values: readonly number[],
  method: ClassChoice,
  wanted = shades,
): AreaClass[] {
  if (!values.every(Number.isFinite)) throw new RangeError('Only finite values can be classed.')
  if (!(wanted >= 1 && wanted <= shades)) throw new RangeError(`From 1 to ${shades} classes.`)
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  if (sorted[0]! >= 0 || sorted.at(-1)! <= 0) {
    const side = sorted.at(-1)! <= 0 && sorted[0]! < 0 ? -1 : 1
    return toClasses(sorted, limitsOf(sorted, method, wanted), side)
  }
  const below = sorted.filter((value) => value < 0)
  const zeros = sorted.filter((value) => value === 0)
  const above = sorted.filter((value) => value > 0)
  // Three shades a side keep five or six classes apart by eye.
  const each = typeof method === 'string' ? Math.max(1, Math.min(3, Math.ceil(wanted / 2))) : shades
  return [
    ...toClasses(below, limitsOf(below, method, each), -1),
    ...(zeros.length > 0 ? toClasses(zeros, [0, 0], 0) : []),
    ...toClasses(above, limitsOf(above, method, each), 1),
  ]
}

/**
 * The place of a value among classes; undefined where none holds it.
 *
 * @example findClass(classifyValues([1, 2, 3, 4], 'equal', 3), 2) // => 0
 */
export function findClass(classes: readonly AreaClass[], value: number): number | undefined {
  const index = classes.findIndex(
    ({ from, to }, place) =>
      value <= to &&
      (value > from ||
        (value === from && (place === 0 || from === classes[place]!.occurring?.[0]))),
  )
  return index < 0 ? undefined : index
}

/** Limits of the classes, one more than there are classes, ascending. */
function limitsOf(sorted: readonly number[], method: ClassChoice, wanted: number): number[] {
  const least = sorted[0]!
  const greatest = sorted.at(-1)!
  if (least === greatest) return [least, greatest]
  if (typeof method !== 'string') {
    const within = method.filter((limit) => limit > least && limit < greatest)
    return [least, ...within.slice(0, wanted - 1), greatest]
  }
  if (method === 'natural') return [least, ...naturalBreaks(sorted, wanted)]
  const uppers = Array.from({ length: wanted }, (_, i) =>
    i === wanted - 1
      ? greatest
      : method === 'equal'
        ? least + ((greatest - least) * (i + 1)) / wanted
        : quantile(sorted, (i + 1) / wanted),
  )
  // Ties pull quantiles together: equal limits are one limit.
  return [least, ...new Set(uppers)]
}

/** Hyndman and Fan, Sample quantiles in statistical packages, 1996, definition 7. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = Math.floor(at)
  const low = sorted[below]!
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}

function toClasses(
  sorted: readonly number[],
  limits: readonly number[],
  side: -1 | 0 | 1,
): AreaClass[] {
  const classes = limits.slice(1).map((to, index) => {
    const from = limits[index]!
    const within = sorted.filter((value) => value <= to && (value > from || index === 0))
    const occurring = within.length > 0 ? ([within[0]!, within.at(-1)!] as const) : null
    return { from, to, count: within.length, occurring }
  })
  return classes.map((each, index) => {
    const rank = side < 0 ? classes.length - 1 - index : index
    // Few classes spread over the whole scale, so that the outermost is always the deepest.
    const shade =
      classes.length === 1 ? 3 : 1 + Math.round((rank * (shades - 1)) / (classes.length - 1))
    return { ...each, side, shade: side === 0 ? 1 : shade }
  })
}
