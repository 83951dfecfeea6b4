import type { CellName } from './public-cells.ts'

/** What an attacker must not be able to find out about one cell. */
export interface Wanted {
  readonly cell: CellName
  /** The attacker must be able to believe a value of at least this. */
  readonly reach?: number
  /** … or of at most this. */
  readonly orBelow?: number
  /** … and that the cell is this many times its least possible value (p % and dominance). */
  readonly ratio?: number
  /** … and that this cell, which contains it, exceeds it by at least `beyond`. */
  readonly within?: {
    readonly cell: CellName
    readonly beyond: number
    /** Value of the containing cell, where it is shown. */
    readonly shown?: number
  }
  /** Of no concern to contributors: group disclosure allows for them by its own k. */
  readonly publicOnly?: true
}

/** An interval that falls short of what was required. */
export interface Leak {
  readonly cell: CellName
  readonly low: number
  readonly high: number
  /** What `high` should have reached; for a cell within another, what `low` should not exceed. */
  readonly required: number
  /** Who finds it out: the public, or a contributor of another hidden cell. */
  readonly by: 'public' | 'contributor'
  /** The cell by whose contents the contributor knows more. */
  readonly knowing?: CellName
  /** The contributor, where all are known. */
  readonly person?: string
  /** Cells that are known to whoever finds it out, where several persons alone in cells may be one. */
  readonly known?: readonly CellName[]
  /** What makes a contributor know more than the public; see `tellsAsMuch`. */
  readonly insight?: Insight
}

/**
 * What a contributor knows: `zeros`: that zeros are shown; `part`: that a cell holds at least his part; `all`: what
 * cells hold in which he is alone.
 */
export interface Insight {
  readonly of: 'zeros' | 'part' | 'all'
  readonly cells: readonly CellName[]
}

/** The extremes seen so far of a wanted cell over tables that are all possible. */
export class Seen {
  low = Number.POSITIVE_INFINITY
  high = Number.NEGATIVE_INFINITY
  /** Most by which the containing cell was seen to exceed it. */
  beyond = Number.NEGATIVE_INFINITY
  readonly wanted: Wanted

  constructor(wanted: Wanted) {
    this.wanted = wanted
  }

  take(value: number, containing: number | undefined): void {
    if (value < this.low) this.low = value
    if (value > this.high) this.high = value
    if (containing !== undefined && containing - value > this.beyond) {
      this.beyond = containing - value
    }
  }

  /** Whether the tables seen prove that the cell is protected. */
  isCleared(): boolean {
    const { reach, orBelow, ratio, within } = this.wanted
    const slack = slackOf(this.high)
    const isBelow = orBelow !== undefined && this.low <= orBelow + slackOf(this.low)
    return (
      (within !== undefined || this.high > this.low + 1e-6) &&
      (reach === undefined || this.high >= reach - slack || isBelow) &&
      (ratio === undefined || this.high >= ratio * this.low - slack) &&
      (within === undefined || this.beyond >= within.beyond - slackOf(within.beyond))
    )
  }

  /** The bound that the interval should have met. */
  required(): number {
    const { reach, ratio, within } = this.wanted
    if (within !== undefined && this.beyond < within.beyond) {
      return this.low - (within.beyond - this.beyond)
    }
    const bounds = [Math.floor(this.low) + 1]
    if (reach !== undefined) bounds.push(reach)
    if (ratio !== undefined) bounds.push(ratio * this.low)
    return Math.max(...bounds)
  }
}

/** What solvers may be off by. A value without bound is far enough from any other, and excuses no other. */
const slackOf = (value: number) =>
  Number.isFinite(value) ? 1e-6 * Math.max(1, Math.abs(value)) : 0
