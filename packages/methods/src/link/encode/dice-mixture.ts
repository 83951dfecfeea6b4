/** Two bells: of pairs of one person and of the best pairs of different persons. */
export interface DiceMixture {
  readonly matches: { readonly mean: number; readonly deviation: number }
  readonly others: { readonly mean: number; readonly deviation: number }
  /** Share of pairs of one person among those given. */
  readonly share: number
}

/**
 * Parts the Dice coefficients of best partners into pairs of one person and others. What others look
 * like is known: the second-best partner of a record is another person. Mean and deviation of the
 * matches, and their share, are estimated by expectation and maximisation with that held fixed.
 *
 * Assumption: both are near to normal; each record has one partner at most.
 *
 * @param best Dice coefficients of mutually best pairs, 0 to 1 @param second of second-best partners
 */
export function estimateDiceMixture(
  best: readonly number[],
  second: readonly number[],
): DiceMixture {
  const others = bell(second.length > 1 ? second : [0.45, 0.55])
  const top = best.reduce((most, value) => Math.max(most, value), 0)
  let matches = {
    mean: (others.mean + top) / 2,
    deviation: Math.max(0.02, (top - others.mean) / 4),
  }
  let share = 0.5
  if (best.length === 0) return { matches, others, share: 0 }
  for (let iteration = 0; iteration < 200; iteration += 1) {
    const expected = best.map((value) => posterior(value, { matches, others, share }))
    const sum = expected.reduce((total, one) => total + one, 0)
    if (sum < 1e-6) return { matches, others, share: 0 }
    const mean = best.reduce((total, value, at) => total + value * expected[at]!, 0) / sum
    const variance =
      best.reduce((total, value, at) => total + (value - mean) ** 2 * expected[at]!, 0) / sum
    const next = {
      mean: Math.max(mean, others.mean),
      deviation: Math.max(0.01, Math.sqrt(variance)),
    }
    const change = Math.abs(next.mean - matches.mean) + Math.abs(sum / best.length - share)
    matches = next
    share = Math.min(1 - 1e-6, sum / best.length)
    if (change < 1e-8) break
  }
  return { matches, others, share }
}

/** Weight of a Dice coefficient, bits: log2 of the odds that the pair is one person; it never falls as the coefficient rises. */
export function diceWeight(value: number, mixture: DiceMixture): number {
  const { matches, others, share } = mixture
  if (share === 0) return -30
  // beyond the matches' mean their bell falls again: being more alike never speaks against a pair
  const within = Math.max(others.mean, Math.min(value, matches.mean))
  const log = logDensity(within, matches) - logDensity(within, others)
  const odds = Math.log(share) - Math.log1p(-share) + log
  return Math.max(-30, Math.min(100, odds / Math.LN2 + (value - within) * 10))
}

function posterior(value: number, mixture: DiceMixture): number {
  return 1 / (1 + 2 ** -diceWeight(value, mixture))
}

function logDensity(
  value: number,
  { mean, deviation }: { mean: number; deviation: number },
): number {
  return -Math.log(deviation) - (value - mean) ** 2 / (2 * deviation ** 2)
}

function bell(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, deviation: Math.max(0.01, Math.sqrt(variance)) }
}
