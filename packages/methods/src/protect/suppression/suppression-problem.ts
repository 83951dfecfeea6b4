import type { Target } from '../primary/targets.ts'
import type { Figures } from '../table/figures.ts'
import { isRest, type Programme } from '../table/programme.ts'

/** What secondary suppression works on: one problem for all tables, margins and hierarchies. */
export interface SuppressionProblem {
  readonly programme: Programme
  readonly values: Float64Array
  /**
   * The least that an insider knows a cell to hold: the largest contribution, for its contributor
   * knows it. A table of persons hides no zero, so everybody knows that a hidden cell holds one.
   */
  readonly floors: Float64Array
  /** The least that the public knows a cell to hold. */
  readonly publicFloors: Float64Array
  /** 1 where a cell may be hidden. */
  readonly suppressible: Uint8Array
  /** Information lost when a cell is hidden. */
  readonly weights: Float64Array
  readonly targets: readonly Target[]
  /** Number of the one person behind a cell; −1 where there are more, none, or it is unknown. */
  readonly persons: Int32Array
  /** Contributors who saw through an earlier pattern: what each has in which cell. */
  readonly insiders?: readonly ReadonlyMap<number, number>[]
}

/** What a cell does not fall below in an alternative: group disclosure is kept from the public alone. */
export function floorsFor(
  { floors, publicFloors }: SuppressionProblem,
  target: Target,
): Float64Array {
  return target.parent === undefined ? floors : publicFloors
}

export type WeightKind = 'value' | 'cells'

/**
 * Sets up the problem. Empty cells are published as zeros and cannot be hidden, unless a rule can
 * be met in no other way (group disclosure, the country of nationality, a marked zero).
 *
 * @param publicFloor what everybody knows a hidden cell to hold, where contributors are asked one by one
 *   afterwards; absent: no cell falls below its largest contribution, which no contributor can refute
 */
export function suppressionProblem(
  programme: Programme,
  figures: Figures,
  targets: readonly Target[],
  weightKind: WeightKind,
  publicFloor?: number,
): SuppressionProblem {
  const { cellCount } = programme
  const hidesZeros = targets.some(
    ({ rule, cell }) => rule === 'group' || figures.contributors[cell] === 0,
  )
  const suppressible = new Uint8Array(cellCount)
  const floors = new Float64Array(cellCount)
  const publicFloors = new Float64Array(cellCount)
  const weights = new Float64Array(cellCount)
  const persons = new Int32Array(cellCount).fill(-1)
  const numbers = new Map<string, number>()
  for (let cell = 0; cell < cellCount; cell += 1) {
    const present = figures.contributors[cell]! > 0
    suppressible[cell] = present || hidesZeros || isRest(programme, cell) ? 1 : 0
    const known = isRest(programme, cell)
      ? (figures.largest[0]?.[cell] ?? 0)
      : (publicFloor ?? figures.largest[0]?.[cell] ?? 0)
    floors[cell] = Math.min(figures.values[cell]!, known)
    // where zeros may be hidden, a hidden cell may be one
    publicFloors[cell] = hidesZeros ? 0 : floors[cell]!
    // what is in no table is hidden as it is
    if (!isRest(programme, cell)) {
      weights[cell] = weightKind === 'cells' ? 1 : Math.max(1, figures.values[cell]!)
    }
    if (figures.contributors[cell] === 1) {
      // where the source names nobody, each single contributor is taken for another person
      const name = figures.sole[cell] ?? `cell ${cell}`
      if (!numbers.has(name)) numbers.set(name, numbers.size)
      persons[cell] = numbers.get(name)!
    }
  }
  const { values } = figures
  return { programme, values, floors, publicFloors, suppressible, weights, targets, persons }
}
