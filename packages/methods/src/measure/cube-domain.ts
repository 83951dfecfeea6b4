import { specialCodes, type CodeList } from '../vocabulary/index.ts'
import { parseAgeCode } from './age-band.ts'
import type { Cube, CubeDimension } from './cube.ts'
import { listLevels } from './dimension-level.ts'
import { levelCode, parentsIn, type CodeLists } from './level-code.ts'
import { monthSpan } from './period.ts'

/** Codes of one level that occur, in display order, and where each finest code lies among them. */
export interface LevelDomain {
  readonly codes: readonly string[]
  /** Ordinal of a finest code → ordinal in `codes`. */
  readonly of: readonly number[]
}

/**
 * The codes that occur in a cube, by dimension, one {@link LevelDomain} per level, finest first.
 * A code's place in its level is its ordinal: built cubes hold ordinals, so that the order of a
 * table costs nothing and a range of periods is a range of numbers.
 */
export type CubeDomain = Readonly<Record<string, readonly LevelDomain[]>>

/** Makes the domain of a cube from the finest codes that occur in each of its dimensions. */
export function cubeDomain(
  cube: Cube,
  occurring: Readonly<Record<string, readonly string[]>>,
  lists: CodeLists,
): CubeDomain {
  return Object.fromEntries(
    cube.dimensions.map((dimension) => {
      const listOf = (id: string | undefined) => (id === undefined ? undefined : lists.get(id))
      const parents = parentsIn(dimension, lists)
      const list = listOf(dimension.codeList)
      const finest = inDisplayOrder(dimension, occurring[dimension.id] ?? [], list)
      const levels = listLevels(dimension).map((level, depth): LevelDomain => {
        if (depth === 0) return { codes: finest, of: finest.map((_, ordinal) => ordinal) }
        const belonging = finest.map((code) => levelCode(level.from, code, parents))
        const own = listOf(level.codeList) ?? list
        const codes = inDisplayOrder(dimension, [...new Set(belonging)], own)
        const ordinals = new Map(codes.map((code, ordinal) => [code, ordinal]))
        return { codes, of: belonging.map((code) => ordinals.get(code)!) }
      })
      return [dimension.id, levels]
    }),
  )
}

/** The codes of one level, in display order. */
export function levelCodes(
  domain: CubeDomain,
  dimension: string,
  depth: number,
): readonly string[] {
  return domain[dimension]?.[depth]?.codes ?? []
}

const tail: readonly string[] = [
  specialCodes.other,
  specialCodes.notApplicable,
  specialCodes.unknown,
  specialCodes.total,
]

/**
 * Time ascending, a year of unknown month after its months; ages from the youngest; other codes
 * in the order of their list; what is other, not applicable or unknown last.
 */
function inDisplayOrder(
  dimension: CubeDimension,
  codes: readonly string[],
  list: CodeList | undefined,
): string[] {
  const position = new Map(list?.codes.map(({ code }, index) => [code, index]))
  const rank = (code: string): readonly number[] => {
    if (tail.includes(code)) return [2, tail.indexOf(code)]
    if (dimension.kind === 'time') {
      const span = monthSpan(code)
      return span ? [0, span[1], -span[0]] : [1]
    }
    if (dimension.kind === 'age') {
      const group = parseAgeCode(code)
      return group ? [0, group.from, group.to ?? Infinity] : [1]
    }
    const index = position.get(code)
    return index === undefined ? [1] : [0, index]
  }
  return codes
    .map((code) => ({ code, rank: rank(code) }))
    .sort((a, b) => {
      for (let i = 0; i < Math.max(a.rank.length, b.rank.length); i++) {
        const difference = (a.rank[i] ?? 0) - (b.rank[i] ?? 0)
        if (difference !== 0) return difference
      }
      return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
    })
    .map(({ code }) => code)
}
