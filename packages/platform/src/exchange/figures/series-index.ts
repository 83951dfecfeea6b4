/** Codes wanted by dimension, as the places of codes in its dictionary; one map a box. */
export type WantedCodes = ReadonlyMap<number, Uint8Array>

/**
 * The series of a file of figures: their codes, dimension by dimension, and where the observations of
 * each begin. Series lie in the order of their codes, so that a question is a walk over the few
 * branches that meet it and not over all series.
 */
export class SeriesIndex {
  /** `[dimensions][series]`, places in the dictionary of the dimension. */
  readonly columns: readonly Uint16Array[]
  /** `[series + 1]`, places of observations. */
  readonly starts: Uint32Array

  constructor(columns: readonly Uint16Array[], starts: Uint32Array) {
    this.columns = columns
    this.starts = starts
  }

  /** Reads what {@link SeriesIndex.bytes} wrote. */
  static read(bytes: Uint8Array, dimensions: number, series: number): SeriesIndex {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const starts = new Uint32Array(whole, 0, series + 1)
    const columns = Array.from(
      { length: dimensions },
      (_, d) => new Uint16Array(whole, starts.byteLength + d * series * 2, series),
    )
    return new SeriesIndex(columns, starts)
  }

  bytes(): Buffer[] {
    return [this.starts, ...this.columns].map((array) =>
      Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    )
  }

  /**
   * Ranges of series that meet any of the boxes, in order and without overlap.
   *
   * @returns `[from, to, from, to, …]`, `to` not included
   */
  select(boxes: readonly WantedCodes[]): number[] {
    const series = this.starts.length - 1
    const found = boxes.map((box) => {
      const ranges: number[] = []
      const depth = Math.max(-1, ...box.keys())
      this.#walk(box, depth, 0, 0, series, ranges)
      return ranges
    })
    return found.length === 1 ? found[0]! : united(found)
  }

  #walk(
    box: WantedCodes,
    deepest: number,
    depth: number,
    from: number,
    to: number,
    ranges: number[],
  ): void {
    if (from === to) return
    if (depth > deepest) {
      // What follows the range before is one with it.
      if (ranges.length > 0 && ranges.at(-1) === from) ranges[ranges.length - 1] = to
      else ranges.push(from, to)
      return
    }
    const column = this.columns[depth]!
    const wanted = box.get(depth)
    for (let at = from; at < to;) {
      const code = column[at]!
      const end = endOf(column, code, at, to)
      if (wanted === undefined || wanted[code] === 1) {
        this.#walk(box, deepest, depth + 1, at, end, ranges)
      }
      at = end
    }
  }
}

/** First place from `from` on that holds another code, in a column that is sorted there. */
function endOf(column: Uint16Array, code: number, from: number, to: number): number {
  let low = from + 1
  let high = to
  // Branches are short far down: steps that double find their ends faster than halves do.
  for (let step = 1; low < to; step *= 2) {
    const probe = Math.min(low + step, to) - 1
    if (column[probe] !== code) {
      high = probe
      break
    }
    low = probe + 1
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (column[middle] === code) low = middle + 1
    else high = middle
  }
  return low
}

function united(found: readonly (readonly number[])[]): number[] {
  const pairs = found.flatMap((ranges) =>
    Array.from({ length: ranges.length / 2 }, (_, i) => [ranges[2 * i]!, ranges[2 * i + 1]!]),
  )
  pairs.sort(([a], [b]) => a! - b!)
  const merged: number[] = []
  for (const [from, to] of pairs) {
    if (merged.length > 0 && from! <= merged.at(-1)!) {
      merged[merged.length - 1] = Math.max(merged.at(-1)!, to!)
    } else merged.push(from!, to!)
  }
  return merged
}
