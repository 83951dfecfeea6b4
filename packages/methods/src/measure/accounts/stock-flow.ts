/** One period of a population or migrant stock; null where not known. In persons. */
export interface StockFlow {
  readonly opening: number | null
  readonly immigrants: number | null
  readonly emigrants: number | null
  /** Net gain through change of status: naturalised, regularised. */
  readonly statusChange: number | null
  readonly births: number | null
  readonly deaths: number | null
  readonly closing: number | null
}

/** The account: what the closing stock should be, and what is left unexplained. */
export interface StockFlowAccount {
  /** Opening + immigrants − emigrants ± change of status + births − deaths; null where one is missing. */
  readonly expected: number | null
  /** Closing − expected: errors of coverage and measurement that no term explains. */
  readonly residual: number | null
  /** The residual in % of the closing stock; null where that is 0. */
  readonly residualPercent: number | null
  readonly missing: readonly (keyof StockFlow)[]
}

/**
 * Reconciles a stock with its flows, the residual shown and never spread over the other terms:
 *
 * ```math
 * S(t) = S(t - 1) + I - E \pm C + B - D + \text{residual}
 * ```
 *
 * @see United Nations (2017), Handbook on Measuring International Migration through Population
 *   Censuses, the balancing equation; the residual in per cent of the stock counted: Siegel and Swanson (2004),
 *   The Methods and Materials of Demography, "error of closure"
 * @example reconcile({ opening: 56_170_900, immigrants: 468_900, emigrants: 313_500, statusChange: 0, births: 729_400, deaths: 490_300, closing: 56_567_800 }).residual // => 2400
 */
export function reconcile(period: StockFlow): StockFlowAccount {
  const missing = (Object.keys(period) as (keyof StockFlow)[]).filter((key) => period[key] === null)
  const { opening, immigrants, emigrants, statusChange, births, deaths, closing } = period
  const isKnown = missing.every((key) => key === 'closing')
  const expected = isKnown
    ? opening! + immigrants! - emigrants! + statusChange! + births! - deaths!
    : null
  const residual = expected === null || closing === null ? null : closing - expected
  const residualPercent = residual === null || closing === 0 ? null : (residual / closing!) * 100
  return { expected, residual, residualPercent, missing }
}
