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
 *   Censuses, the balancing equation
 */
export function reconcile(period: StockFlow): StockFlowAccount {
  const missing = (Object.keys(period) as (keyof StockFlow)[]).filter((key) => period[key] === null)
  const { opening, immigrants, emigrants, statusChange, births, deaths, closing } = period
  const isKnown = missing.every((key) => key === 'closing')
  const expected = isKnown
    ? opening! + immigrants! - emigrants! + statusChange! + births! - deaths!
    : null
  const residual = expected === null || closing === null ? null : closing - expected
  return { expected, residual, missing }
}
