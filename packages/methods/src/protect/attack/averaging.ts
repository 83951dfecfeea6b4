/** One way to work out a figure from what the perturbed service shows: a sum of cells that make it up. */
export interface Estimate {
  readonly value: number
  /** Cells added up that carry noise: each with its own, so that variances add. */
  readonly noisyCells: number
}

/**
 * What averaging tells of a figure: the mean of all its estimates weighted by their precision, the best
 * that independent noise of one variance allows.
 *
 *   x̂ = Σ xᵢ/mᵢ / Σ 1/mᵢ,  Var x̂ = V / Σ 1/mᵢ
 *
 * Assumes that no cell is part of two estimates; where some are, the attacker knows less than this.
 *
 * @param variance V of one cell's noise, which the attacker is taken to know
 * @returns the estimate, and its variance
 * @see Asghar and Kaafar, "Averaging attacks on bounded noise-based disclosure control algorithms",
 *   Proceedings on Privacy Enhancing Technologies 2020(2)
 * @example averagingAttack([{ value: 10, noisyCells: 1 }, { value: 13, noisyCells: 2 }], 3)
 * // => { estimate: 11, variance: 2 }
 */
export function averagingAttack(
  estimates: readonly Estimate[],
  variance: number,
): { estimate: number; variance: number } {
  let weighted = 0
  let precision = 0
  for (const { value, noisyCells } of estimates) {
    // a figure without noise is known
    if (noisyCells === 0) return { estimate: value, variance: 0 }
    weighted += value / noisyCells
    precision += 1 / noisyCells
  }
  return { estimate: weighted / precision, variance: variance / precision }
}
