/** Something of a publication's own arithmetic that does not hold. It is reported, never corrected. */
export interface ArithmeticFinding {
  readonly check: 'parts-and-total' | 'shares-and-hundred' | 'year-on-year'
  /** Which total, breakdown or period. */
  readonly where: string
  readonly printed: number
  readonly computed: number
}

/**
 * Parts against their printed total, one breakdown after another: counts have no rounding to hide
 * behind.
 */
export function checkParts(
  where: string,
  total: number,
  breakdowns: Readonly<Record<string, readonly number[]>>,
): ArithmeticFinding[] {
  return Object.entries(breakdowns).flatMap(([name, parts]) => {
    const computed = parts.reduce((sum, part) => sum + part, 0)
    if (computed === total) return []
    return [
      { check: 'parts-and-total' as const, where: `${where}: ${name}`, printed: total, computed },
    ]
  })
}

/** Printed shares against 100: each may be off by half of its last decimal. */
export function checkShares(
  where: string,
  shares: readonly number[],
  decimals: number,
): ArithmeticFinding[] {
  const unit = 10 ** decimals
  const computed = shares.reduce((sum, share) => sum + Math.round(share * unit), 0) / unit
  // In whole last decimals, so that no floating point decides.
  const off = Math.abs(Math.round(computed * unit) - 100 * unit)
  if (off * 2 <= shares.length) return []
  return [{ check: 'shares-and-hundred', where, printed: 100, computed }]
}

/** A printed year-on-year change, in %, against the two printed years. */
export function checkYearOnYear(
  where: string,
  printed: number,
  years: { readonly before: number; readonly now: number },
  decimals: number,
): ArithmeticFinding[] {
  const computed = ((years.now - years.before) / years.before) * 100
  const half = 0.5 / 10 ** decimals
  // A hair of tolerance for the division itself, none for the figures.
  if (Math.abs(computed - printed) <= half + 1e-9) return []
  return [{ check: 'year-on-year', where, printed, computed }]
}
