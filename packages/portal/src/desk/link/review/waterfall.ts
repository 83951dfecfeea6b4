import type { Bands, Pair } from '../link-queries.ts'

/** A step of the weight, from where it was to where it comes, bits. */
export interface Step {
  readonly kind: 'prior' | 'comparison' | 'kin' | 'crossings' | 'whole'
  /** Field of a comparison. */
  readonly field?: string
  readonly from: number
  readonly to: number
}

/** Least bits of kinship and of crossings that are told as steps of their own. */
const leastTold = 0.05

/**
 * The weight of a pair as it comes about: the prior, what each comparison adds or takes, what kinship
 * takes, what crossings say, and the whole. Bars of a waterfall, each from where the one before ended.
 */
export function stepsOf(pair: Pair): Step[] {
  const steps: Step[] = [{ kind: 'prior', from: 0, to: pair.prior }]
  let at = pair.prior
  for (const { field, bits } of pair.comparisons) {
    steps.push({ kind: 'comparison', field, from: at, to: at + bits })
    at += bits
  }
  for (const kind of ['kin', 'crossings'] as const) {
    if (Math.abs(pair[kind]) < leastTold) continue
    steps.push({ kind, from: at, to: at + pair[kind] })
    at += pair[kind]
  }
  if (pair.weight !== null) steps.push({ kind: 'whole', from: 0, to: pair.weight })
  return steps
}

/** Places bits across the width of a drawing, in per cent. */
export function scaleOf(steps: readonly Step[], bands: Bands): (bits: number) => number {
  const all = [0, bands.review, bands.accept, ...steps.flatMap(({ from, to }) => [from, to])]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const margin = 0.02 * Math.max(1, high - low)
  return (bits) => (100 * (bits - low + margin)) / (high - low + 2 * margin)
}
