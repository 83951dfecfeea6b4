import { Xoshiro128 } from '@caudal/methods/numerics'
import { countCell, parentsOf } from './outside-attacker.ts'
import type { RandomRecords } from './random-records.ts'

/** A release as somebody brings it who has only its cells, some of them marked as sensitive. */
export interface CellsFile {
  readonly text: string
  readonly marked: ReadonlySet<string>
}

/** Counts every cell of the tables, margins included, and marks a few. */
export function cellsFileOf(release: RandomRecords, seed: number): CellsFile {
  const generator = new Xoshiro128(seed, 79)
  const parents = parentsOf(release)
  const levels = release.columns.map((_, d) => {
    const codes = new Set<string>()
    for (const { codes: own } of release.records) {
      for (let at: string | undefined = own[d]; at !== undefined; at = parents.get(at))
        codes.add(at)
    }
    return [...codes.add('_T')]
  })
  const marked = new Set<string>()
  const lines = new Map<string, string>()
  for (const table of release.spec.tables) {
    let combinations: string[][] = [[]]
    for (const [d, column] of release.columns.entries()) {
      const codes = table.includes(column) ? levels[d]! : ['_T']
      combinations = combinations.flatMap((before) => codes.map((code) => [...before, code]))
    }
    for (const codes of combinations) {
      const key = codes.join(' ')
      if (lines.has(key)) continue
      const { parts, truth } = countCell(release, codes, parents)
      const ranked = [...parts.values()].sort((a, b) => b - a)
      const isMarked = truth > 0 && generator.chance(0.03)
      if (isMarked) marked.add(key)
      const tops = [0, 1, 2].map((rank) => ranked[rank] ?? 0)
      lines.set(key, [...codes, truth, parts.size, ...tops, isMarked ? 1 : 0].join(','))
    }
  }
  const columns = [...release.columns, 'value', 'contributors', 'top1', 'top2', 'top3', 'sensitive']
  return { text: [columns.join(','), ...lines.values(), ''].join('\n'), marked }
}
