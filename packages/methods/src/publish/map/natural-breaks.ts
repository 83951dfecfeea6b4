/**
 * Groups values into `k` classes so that the sum of squared distances to the class means is least
 * (Jenks' natural breaks, one-dimensional k-means), exactly, not by iteration.
 *
 * D(i, m) = min over j of D(j−1, m−1) + d(xⱼ … xᵢ), filled by halving, since the best j never
 * moves back as i grows: O(k n log n).
 *
 * Assumption: values are finite; equal values end in the same class.
 *
 * @param values any order, any sign, at least one
 * @param k number of classes wanted, at least 1
 * @returns the largest value of each class, ascending; fewer than `k` where fewer values differ
 * @throws RangeError where there is no value or `k` is below 1
 * @see Wang and Song, Ckmeans.1d.dp: optimal k-means clustering in one dimension by dynamic
 * programming, The R Journal 3(2), 2011, p. 29-33; Fisher, On grouping for maximum homogeneity, 1958
 * @example naturalBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3) // => [-1, 2, 6]
 * @example naturalBreaks([4, 5, 9, 10], 2) // => [5, 10]
 */
export function naturalBreaks(values: readonly number[], k: number): number[] {
  if (values.length === 0 || k < 1) throw new RangeError('Natural breaks need a value and a class.')
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const distinct = new Set(sorted).size
  const classes = Math.min(k, distinct)
  const cost = costOfRun(sorted)

  let previous = Float64Array.from({ length: n }, (_, i) => cost(0, i))
  const starts: Int32Array[] = [new Int32Array(n)]
  for (let m = 1; m < classes; m++) {
    const current = new Float64Array(n)
    const start = new Int32Array(n)
    fill(m, n - 1, m, n - 1, previous, current, start, cost)
    starts.push(start)
    previous = current
  }

  const ends: number[] = []
  for (let m = classes - 1, end = n - 1; m >= 0; m--) {
    ends.unshift(sorted[end]!)
    end = starts[m]![end]! - 1
  }
  return [...new Set(ends)]
}

/** Fills D(i, m) for i from `low` to `high`, the best start lying between `first` and `last`. */
function fill(
  low: number,
  high: number,
  first: number,
  last: number,
  previous: Float64Array,
  current: Float64Array,
  start: Int32Array,
  cost: (from: number, to: number) => number,
): void {
  if (low > high) return
  const middle = (low + high) >> 1
  let best = Infinity
  let bestStart = first
  for (let j = first; j <= Math.min(middle, last); j++) {
    const total = previous[j - 1]! + cost(j, middle)
    if (total < best) {
      best = total
      bestStart = j
    }
  }
  current[middle] = best
  start[middle] = bestStart
  fill(low, middle - 1, first, bestStart, previous, current, start, cost)
  fill(middle + 1, high, bestStart, last, previous, current, start, cost)
}

/** Sum of squared distances to the mean of any run, from running sums shifted by the median. */
function costOfRun(sorted: Float64Array): (from: number, to: number) => number {
  const n = sorted.length
  const shift = sorted[n >> 1]!
  const sums = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    const x = sorted[i]! - shift
    sums[i + 1] = sums[i]! + x
    squares[i + 1] = squares[i]! + x * x
  }
  return (from, to) => {
    if (sorted[from] === sorted[to]) return 0
    const sum = sums[to + 1]! - sums[from]!
    const spread = squares[to + 1]! - squares[from]! - (sum * sum) / (to - from + 1)
    return Math.max(0, spread)
  }
}
