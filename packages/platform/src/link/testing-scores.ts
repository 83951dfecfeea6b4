/** Pairs among `n` records. */
export function countPairs(n: number): number {
  return (n * (n - 1)) / 2
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * How well persons were found, over pairs of records.
 *
 * @param rows lines of a labelled file: the id first, the true person last
 * @param clusters lines of an answer, header first: id, person, file
 */
export function scoreOf(rows: readonly string[], clusters: readonly string[]): Score {
  const truth = new Map(rows.map((line) => [line.split(',')[0]!, line.split(',').at(-1)!]))
  const found: string[] = []
  const both: string[] = []
  for (const line of clusters.slice(1)) {
    const [id, person] = line.split(',') as [string, string]
    found.push(person)
    both.push(`${person} ${truth.get(id)!}`)
  }
  return scoreFrom(pairsWithin([...truth.values()]), pairsWithin(found), pairsWithin(both))
}

/**
 * How well partners were found across two files, over pairs of a record of the one and one of the other.
 *
 * @param rows lines of both labelled files: the id first, the true person last @param clusters as above
 */
export function scoreAcross(
  rows: readonly [readonly string[], readonly string[]],
  clusters: readonly string[],
): Score {
  const person = new Map(
    clusters.slice(1).map((line) => line.split(',').slice(0, 2) as [string, string]),
  )
  const sides = rows.map((lines) =>
    lines.map((line) => {
      const values = line.split(',')
      return { truth: values.at(-1)!, found: person.get(values[0]!)! }
    }),
  )
  type Record = { readonly truth: string; readonly found: string }
  const pairs = (key: (record: Record) => string) => {
    const counts = new Map<string, number>()
    for (const record of sides[0]!) counts.set(key(record), (counts.get(key(record)) ?? 0) + 1)
    return sides[1]!.reduce((sum, record) => sum + (counts.get(key(record)) ?? 0), 0)
  }
  return scoreFrom(
    pairs(({ truth }) => truth),
    pairs(({ found }) => found),
    pairs(({ truth, found }) => `${truth} ${found}`),
  )
}

export function scoreFrom(truePairs: number, foundPairs: number, rightPairs: number): Score {
  return {
    precision: rightPairs / Math.max(1, foundPairs),
    recall: rightPairs / Math.max(1, truePairs),
    f1: (2 * rightPairs) / Math.max(1, truePairs + foundPairs),
  }
}

function pairsWithin(groups: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + countPairs(size), 0)
}
