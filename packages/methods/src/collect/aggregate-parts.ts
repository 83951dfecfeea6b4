/** How the codes of a dimension stand to its total. */
export type PartsOfTotal = 'whole' | 'disjoint'

const total = '_T'
const unknown = '_U'
const noUpperEnd = Number.POSITIVE_INFINITY

/**
 * Whether codes of a dimension make its whole together (their figures must be the total), or are parts
 * of it that do not overlap (their figures must not be more than the total); undefined where they may
 * overlap, so that nothing can be said of their sum.
 *
 * Women and men make a whole, and so do ages that follow each other from birth to an open end. Codes of
 * a flat list are apart from each other; ages that share a year are not. The unknown count as a part.
 *
 * @param codes the codes of which there are figures, without the total
 * @param isFlat whether no code of the dimension's list lies within another
 * @see United Nations, Handbook on Population and Housing Census Editing, Rev. 2 (2019): consistency of
 *   tables
 * @example partsOfTotal('sex', ['F', 'M'], true) // => 'whole'
 * @example partsOfTotal('age', ['Y0T17', 'Y_GE18'], true) // => 'whole'
 * @example partsOfTotal('age', ['Y0T17', 'Y18T64'], true) // => 'disjoint'
 * @example partsOfTotal('age', ['Y0T4', 'Y0T17', 'Y_GE18'], true) // => undefined
 */
export function partsOfTotal(
  dimension: string,
  codes: readonly string[],
  isFlat: boolean,
): PartsOfTotal | undefined {
  const known = codes.filter((code) => code !== unknown && code !== total)
  if (known.length < 2) return undefined
  if (dimension === 'sex') return known.includes('F') && known.includes('M') ? 'whole' : 'disjoint'
  if (dimension === 'age') return agesOf(known)
  return isFlat ? 'disjoint' : undefined
}

function agesOf(codes: readonly string[]): PartsOfTotal | undefined {
  const spans: (readonly [from: number, to: number])[] = []
  for (const code of codes) {
    const span = spanOf(code)
    if (span === undefined) return undefined
    spans.push(span)
  }
  spans.sort(([one], [other]) => one - other)
  let next = 0
  let isWhole = true
  for (const [from, to] of spans) {
    if (from < next) return undefined
    if (from > next) isWhole = false
    next = to + 1
  }
  return isWhole && next === noUpperEnd ? 'whole' : 'disjoint'
}

/** First and last completed year of an age group of CL_AGE. */
function spanOf(code: string): readonly [from: number, to: number] | undefined {
  const [, kind, from, to] = /^Y(_LT|_GE)?(\d+)(?:T(\d+))?$/.exec(code) ?? []
  if (from === undefined) return undefined
  const first = Number(from)
  if (kind === '_LT') return [0, first - 1]
  if (kind === '_GE') return [first, noUpperEnd]
  return [first, to === undefined ? first : Number(to)]
}
