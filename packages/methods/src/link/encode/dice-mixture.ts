/** What the upper end of the Dice coefficients of pairs is made of. */
export interface DiceMixture {
  /** Least coefficient looked at. */
  readonly start: number
  /** Mean by which pairs of different persons exceed it. */
  readonly decay: number
  /** Where pairs of one person lie, and how far from there on average. */
  readonly matches: { readonly mean: number; readonly deviation: number }
  /** Share of pairs of one person among those at or above `start`; 0 where none stands out. */
  readonly share: number
}

/** What is thought before anything is seen, and the pairs that the thought counts for. */
const guess = { decay: 0.025, mean: 0.9, deviation: 0.05, pairs: 3 } as const

/** Matches closer together than this are accidents of few pairs. */
const leastDeviation = 0.01

/** Pairs beyond the most alike of all strangers, of which one is expected, that chance does not make. */
const leastBeyond = 20

/**
 * Parts the Dice coefficients of the pairs that are most alike into pairs of one person and of
 * different persons. However many strangers two files hold, some are the most alike: pairs of
 * different persons thin out from `start` up as an exponential does,
 *
 * ```math
 * f_u(v) = \frac{1}{\beta}\, e^{-(v - s)/\beta}, \qquad v \ge s
 * ```
 *
 * which is slower than they do in truth, and so errs towards different persons. Pairs of one person lie
 * above them, falling off to both sides as an exponential too (Laplace), for records with several errors
 * or without a value are more than a normal bell would have. Decay, mean, deviation and share are estimated by expectation and maximisation. Matches
 * whose mean lies where the most alike of all those strangers are expected, $`s + \beta \ln n`$, are
 * not believed (other keys, or nobody in common) unless many pairs lie beyond: records full of errors.
 *
 * @param values coefficients of all pairs at or above `start`, or of a sample of records, 0 to 1
 * @param start least coefficient, best such that a record has a few pairs above it
 * @see Coles, An Introduction to Statistical Modeling of Extreme Values (2001), chapter 4: excesses over
 * a high threshold
 * @example estimateDiceMixture([0.51, 0.52, 0.5, 0.53, 0.5, 0.51], 0.5).share // => 0
 */
export function estimateDiceMixture(values: readonly number[], start: number): DiceMixture {
  const top = values.reduce((most, value) => Math.max(most, value), start)
  let mixture: DiceMixture = {
    start,
    decay: guess.decay,
    matches: { mean: start + 0.75 * (top - start), deviation: Math.max(0.03, (top - start) / 4) },
    share: 0.2,
  }
  for (let iteration = 0; iteration < 500; iteration += 1) {
    let pairs = 0
    let sum = guess.pairs * guess.mean
    let excess = guess.pairs * guess.decay
    const parts = values.map((value) => posterior(value, mixture))
    values.forEach((value, at) => {
      pairs += parts[at]!
      sum += value * parts[at]!
      excess += (value - start) * (1 - parts[at]!)
    })
    const mean = sum / (pairs + guess.pairs)
    let away = guess.pairs * guess.deviation
    values.forEach((value, at) => (away += Math.abs(value - mean) * parts[at]!))
    const next: DiceMixture = {
      start,
      decay: Math.max(1e-4, excess / (values.length - pairs + guess.pairs)),
      matches: {
        mean,
        deviation: Math.max(leastDeviation, away / (pairs + guess.pairs)),
      },
      share: Math.min(1 - 1e-6, Math.max(1e-9, pairs / Math.max(values.length, 1))),
    }
    const change =
      Math.abs(next.matches.mean - mixture.matches.mean) + Math.abs(next.share - mixture.share)
    mixture = next
    if (change < 1e-9) break
  }
  const { decay, matches, share } = mixture
  // keys that are all but equal are of one person, however alike strangers are
  const reach = Math.min(0.98, start + decay * Math.log(Math.max(1, values.length * (1 - share))))
  const beyond = values.reduce((count, value) => (value > reach ? count + 1 : count), 0)
  return share * values.length < 0.5 || (matches.mean <= reach && beyond < leastBeyond)
    ? { ...mixture, share: 0 }
    : mixture
}

/**
 * How many times likelier a Dice coefficient is among pairs of one person than among others, bits. It
 * never falls as the coefficient rises.
 */
export function diceEvidence(value: number, mixture: DiceMixture): number {
  const { start, decay, matches } = mixture
  // beyond the mean matches thin out again: being more alike never speaks against a pair
  const below = (Math.min(value, matches.mean) - matches.mean) / matches.deviation
  const own = below - Math.log(2 * matches.deviation)
  const others = -Math.log(decay) - (value - start) / decay
  return Math.max(-100, Math.min(100, (own - others) / Math.LN2))
}

/**
 * The weight of one pair of a record of which at most one pair is of one person, bits: with π the
 * probability that the record has a partner at all, ν the strangers above `start` that it meets, and
 * $`r_i = f_m(v_i) / (\nu f_u(v_i))`$ the evidence of its pairs,
 *
 * ```math
 * w_i = \log_2 \frac{\pi\, r_i}{1 - \pi + \pi \sum_{j \ne i} r_j}
 * ```
 *
 * Where nearly every record has a partner, the pair most alike needs little more; where few have one, much.
 *
 * @param evidence $`\log_2 r_i`$ of the pair, bits @param others of the other pairs of its record, bits
 * @param partnered π, above 0 and below 1
 * @example partnerWeight(3, [], 0.5) // => 3
 * @example partnerWeight(3, [3], 0.5).toFixed(2) // => '-0.17'
 */
export function partnerWeight(
  evidence: number,
  others: readonly number[],
  partnered: number,
): number {
  const rest = others.reduce((sum, bits) => sum + 2 ** bits, 0)
  return Math.log2(partnered) + evidence - Math.log2(1 - partnered + partnered * rest)
}

function posterior(value: number, mixture: DiceMixture): number {
  const { share } = mixture
  const odds = Math.log2(share) - Math.log2(1 - share) + diceEvidence(value, mixture)
  return 1 / (1 + 2 ** -odds)
}
