import { pointWithout, survivalPoint, type SurvivalPoint } from './survival-at.ts'

/** Stays by how long they lasted, as a table shows them. */
export interface StayClasses {
  /** All stays; null where that figure is withheld. */
  readonly stays: number | null
  /** Ended stays by the last day of their class, in order: `[0, 7, 30]` for the same day, 1 to 7, 8 to 30 days. */
  readonly ended: readonly { readonly upTo: number; readonly stays: number | null }[]
  /** Stays that ended later than the last class, or had not ended; null where withheld. */
  readonly beyond: number | null
}

/**
 * The curve of Kaplan and Meier at the ends of classes, from nothing but the figures of a table: what the table
 * shows already, and no more. Before the first stay is cut off, the curve is the share of stays that last longer;
 * so stays must have begun in one period, and a class is told only where the last of them was followed beyond it.
 *
 * ```math
 * S(t) = 1 - \frac{\sum_{u \le t} d_u}{n}, \qquad \operatorname{Var} S(t) = \frac{S(t)\,(1 - S(t))}{n}
 * ```
 *
 * @param followed days for which the stay that began last was followed
 * @see Kaplan and Meier (1958), section 2: without losses the estimate is the observed proportion
 */
export function survivalOfClasses(
  { stays, ended, beyond }: StayClasses,
  followed: number,
): SurvivalPoint[] {
  return ended.map(({ upTo }, at) => {
    if (followed <= upTo) return pointWithout(upTo, 'not-followed')
    const before = sum(ended.slice(0, at + 1).map((each) => each.stays))
    const after = sum([...ended.slice(at + 1).map((each) => each.stays), beyond])
    const all = stays ?? sum([before, after])
    const still = after ?? (all === null || before === null ? null : all - before)
    if (all === null || still === null) return pointWithout(upTo, 'withheld')
    if (all === 0) return pointWithout(upTo, 'not-followed')
    const survival = still / all
    return survivalPoint(upTo, still, survival, (survival * (1 - survival)) / all)
  })
}

/** Null where one of them is. */
const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce((total, value) => (total === null || value === null ? null : total + value), 0)
