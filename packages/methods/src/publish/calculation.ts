/**
 * What a table shows of its measure in place of the figure itself. In a specification it is the
 * parameter `show`; without it the figures are shown as they are.
 *
 * - `row-share`, `column-share`, `total-share`: per cent of the total of the row, the column, the table
 * - `change`, `difference`: on the period before, in per cent or in the unit of the measure
 * - `year-change`, `year-difference`: on the same period of the year before
 * - `index`: the first whole period shown is 100
 * - `rate-ID`: divided by the measure ID of the same cube, where the cube declares that rate
 * - `rate-inhabitants`: per 1,000 inhabitants of where and when it was counted
 */
export const calculations = [
  'row-share',
  'column-share',
  'total-share',
  'change',
  'year-change',
  'difference',
  'year-difference',
  'index',
] as const

export type Calculation = (typeof calculations)[number] | `rate-${string}`

const rate = /^rate-([a-z][a-z0-9_-]{0,60})$/

/**
 * Reads what `show` says; undefined where it is none.
 *
 * @example readCalculation('row-share') // => 'row-share'
 * @example readCalculation('rate-incidents') // => 'rate-incidents'
 * @example readCalculation('share') // => undefined
 */
export function readCalculation(text: string): Calculation | undefined {
  const known = calculations.find((each) => each === text)
  return known ?? (rate.test(text) ? (text as `rate-${string}`) : undefined)
}

/**
 * The measure that a rate divides by.
 *
 * @example denominatorOf('rate-incidents') // => 'incidents'
 * @example denominatorOf('index') // => undefined
 */
export function denominatorOf(calculation: Calculation): string | undefined {
  return rate.exec(calculation)?.[1]
}

/** Whether a calculation compares a period with another. */
export function comparesPeriods(calculation: Calculation): boolean {
  return /change$|difference$|^index$/.test(calculation)
}
