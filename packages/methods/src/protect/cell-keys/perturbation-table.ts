import { protectMethodRefusals } from '../refusals.ts'
import { entropyWeights } from './entropy-weights.ts'
import { wholeWeights } from './whole-weights.ts'

export interface PerturbationParameters {
  /** Variance of the noise, in persons². */
  readonly variance: number
  /** Largest change up or down, in persons. */
  readonly bound: number
  /** No result lies between 1 and one below this; 1 allows every count. */
  readonly smallest: number
}

/** Noise of one count: change `changes[i]` for keys below `limits[i]` (and not below the last). */
export interface PerturbationRow {
  readonly changes: readonly number[]
  /** Increasing, the last is 2^32. */
  readonly limits: readonly number[]
  /** Variance of this row: the asked one, or the least possible where that is larger. */
  readonly variance: number
}

/** A table of noise by count and key; its parameters are not public. */
export interface PerturbationTable {
  readonly parameters: PerturbationParameters
  /** Row n for a count of n; the last one serves every larger count. Row 0 keeps 0. */
  readonly rows: readonly PerturbationRow[]
}

/**
 * Generates a perturbation table: for each count n the noise of greatest entropy
 *
 * ```math
 * \max -\sum_d p(d) \ln p(d) \quad\text{with}\quad \sum_d p(d) = 1,\; \sum_d d\,p(d) = 0,\; \sum_d d^2 p(d) = V
 * ```
 *
 * over changes |d| ≤ D with n + d = 0 or n + d ≥ s. Zero stays zero. Probabilities are turned
 * into whole shares of 2^32 that keep the three sums exactly.
 *
 * Where even the least spread that the gap below s allows, n·(s − n), exceeds V, the row has that
 * least variance instead.
 *
 * @throws the refusal `perturbation-impossible` where bound and variance cannot go together
 * @see Giessing, "Computational issues in the design of transition probabilities and disclosure
 *   risk estimation for additive noise", Privacy in Statistical Databases (2016)
 * @see Marley and Leaver, "A method for confidentialising user-defined tables", ISI (2011)
 */
export function makePerturbationTable(parameters: PerturbationParameters): PerturbationTable {
  const { bound, smallest } = parameters
  const rows: PerturbationRow[] = [{ changes: [0], limits: [2 ** 32], variance: 0 }]
  for (let count = 1; count <= bound + smallest; count += 1) {
    rows.push(makeRow(parameters, count))
  }
  return { parameters, rows }
}

function makeRow(parameters: PerturbationParameters, count: number): PerturbationRow {
  const { bound, smallest, variance } = parameters
  const changes: number[] = []
  for (let change = -bound; change <= bound; change += 1) {
    const result = count + change
    if (result === 0 || result >= smallest) changes.push(change)
  }
  const refusal = () =>
    protectMethodRefusals.refuse('perturbation-impossible', { ...parameters, count })
  if (!Number.isInteger(bound) || !Number.isInteger(smallest) || !(variance > 0)) throw refusal()
  const below = changes.filter((change) => change < 0)
  const above = changes.filter((change) => change > 0)
  if (below.length === 0 || above.length === 0) throw refusal()
  // the least spread with mean 0 puts all on the nearest changes on both sides
  const least = changes.includes(0) ? 0 : -below.at(-1)! * above[0]!
  const most = -below[0]! * above.at(-1)!
  if (variance > most + 1e-12) throw refusal()
  if (variance <= least) return twoPoints(below.at(-1)!, above[0]!)
  const shares = entropyWeights(changes, variance)
  const weights = shares && wholeWeights(changes, shares, variance)
  if (weights === undefined) throw refusal()
  const kept = changes.map((change, at) => ({ change, weight: weights[at]! }))
  let sum = 0
  const used = kept.filter(({ weight }) => weight > 0)
  return {
    changes: used.map(({ change }) => change),
    limits: used.map(({ weight }) => (sum += weight)),
    variance,
  }
}

/** Mean 0 on two changes: the shares are as the distances of the other one. */
function twoPoints(below: number, above: number): PerturbationRow {
  const limit = Math.round((above / (above - below)) * 2 ** 32)
  return { changes: [below, above], limits: [limit, 2 ** 32], variance: -below * above }
}

/**
 * The noise of a cell of persons: the same for the same count and key, wherever it is asked.
 *
 * @param persons the true count
 * @param key the cell's key
 * @returns the perturbed count: 0, or at least the smallest count of the table
 */
export function perturbCount(table: PerturbationTable, persons: number, key: number): number {
  const row = table.rows[Math.min(persons, table.rows.length - 1)]!
  return persons + row.changes[row.limits.findIndex((limit) => key < limit)]!
}

/**
 * The noise of a cell of crossings, independent of that of its persons: the change for a large
 * count, times the most crossings that one person may contribute.
 *
 * @param mostPerPerson crossings of one person that count at most (the rest was left out)
 * @returns at least 0; 0 where the persons of the cell are perturbed to 0
 */
export function perturbCrossings(
  table: PerturbationTable,
  cell: { readonly crossings: number; readonly persons: number; readonly key: number },
  mostPerPerson: number,
  crossingKey: number,
): number {
  if (perturbCount(table, cell.persons, cell.key) === 0) return 0
  const row = table.rows.at(-1)!
  const change = row.changes[row.limits.findIndex((limit) => crossingKey < limit)]!
  return Math.max(0, cell.crossings + mostPerPerson * change)
}
