import type { Observation, SeriesHead } from '@caudal/methods/exchange'

/** The first and the last observations of each series, which lie together and in order. */
export async function* endsOfSeries(
  read: AsyncIterable<readonly Observation[]>,
  first: number | undefined,
  last: number | undefined,
): AsyncGenerator<readonly Observation[]> {
  let series: SeriesHead | undefined
  let seen = 0
  let tail: Observation[] = []
  for await (const observations of read) {
    const kept: Observation[] = []
    for (const each of observations) {
      if (each.series !== series) {
        for (const one of tail) kept.push(one)
        tail = []
        series = each.series
        seen = 0
      }
      seen += 1
      if (first !== undefined && seen <= first) kept.push(each)
      else if (last !== undefined) {
        tail.push(each)
        if (tail.length > last) tail.shift()
      }
    }
    if (kept.length > 0) yield kept
  }
  if (tail.length > 0) yield tail
}
