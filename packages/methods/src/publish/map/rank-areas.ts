import type { AreaValue } from './area-series.ts'

/** What there is to say of a map in words. */
export interface AreaRanking {
  /** Areas with a figure, greatest first; equal ones by label. */
  readonly ranked: readonly (AreaValue & { readonly value: number })[]
  readonly missing: readonly AreaValue[]
  readonly suppressed: readonly AreaValue[]
  readonly zeros: number
  readonly negatives: number
  /** Sum of all figures; null where they do not add up to anything (a rate). */
  readonly total: number | null
  readonly median: number | null
}

/**
 * Ranks the areas of a map and counts those without a figure.
 *
 * @param additive whether the sum of the figures means anything
 * @example rankAreas([{ code: 'A', label: 'A', value: 1, whole: null }], true).total // => 1
 */
export function rankAreas(series: readonly AreaValue[], additive: boolean): AreaRanking {
  const ranked = series
    .filter((area): area is AreaValue & { value: number } => area.value !== null)
    .toSorted((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1))
  const empty = series.filter(({ value }) => value === null)
  return {
    ranked,
    suppressed: empty.filter(isHidden),
    missing: empty.filter((area) => !isHidden(area)),
    zeros: ranked.filter(({ value }) => value === 0).length,
    negatives: ranked.filter(({ value }) => value < 0).length,
    total: additive && ranked.length > 0 ? ranked.reduce((sum, { value }) => sum + value, 0) : null,
    median: medianOf(ranked.map(({ value }) => value)),
  }
}

/** Whether an area has a figure that is kept back, rather than none. */
export function isHidden({ value, status }: AreaValue): boolean {
  return value === null && (status === 'suppressed' || status === 'confidential')
}

function medianOf(descending: readonly number[]): number | null {
  if (descending.length === 0) return null
  const half = descending.length >> 1
  return descending.length % 2 === 1
    ? descending[half]!
    : (descending[half - 1]! + descending[half]!) / 2
}
