import { findCode, specialCodes, type CodeList } from '../vocabulary/index.ts'
import { ageCode, bandOf, bandStarts, parseAgeCode } from './age-band.ts'
import type { CubeDimension, DimensionLevel } from './cube.ts'
import { listLevels } from './dimension-level.ts'
import { coarsenPeriod } from './period.ts'

/** Code lists by their id: those that the dimensions of a cube name. */
export type CodeLists = ReadonlyMap<string, CodeList>

/** The code one level up; undefined where there is none. */
export type ParentOf = (code: string) => string | undefined

const special: ReadonlySet<string> = new Set(Object.values(specialCodes))

/**
 * The code of a coarser level that a finest code belongs to. The special codes (`_U`, `_O`, `_Z`,
 * `_T`) are themselves at every level; what belongs to nothing is `_U`, so that it never vanishes.
 *
 * @example levelCode({ kind: 'year' }, '2020-03') // => '2020'
 * @example levelCode({ kind: 'age-bands', starts: [0, 15, 65] }, 'Y20T24') // => 'Y15T64'
 * @example levelCode({ kind: 'quarter' }, '2020') // => '_U'
 */
export function levelCode(
  from: DimensionLevel['from'],
  code: string,
  parentOf: ParentOf = () => undefined,
): string {
  if (special.has(code)) return code
  switch (from.kind) {
    case 'self':
      return code
    case 'year':
    case 'quarter':
    case 'month':
      return coarsenPeriod(code, from.kind) ?? specialCodes.unknown
    case 'age-band':
    case 'age-bands': {
      const group = parseAgeCode(code)
      const band = group && bandOf(group, startsOf(from))
      return band ? ageCode(band) : specialCodes.unknown
    }
    case 'parent': {
      let ancestor: string | undefined = code
      for (let step = 0; step < from.steps && ancestor !== undefined; step++) {
        ancestor = parentOf(ancestor)
      }
      return ancestor ?? specialCodes.unknown
    }
    case 'root': {
      let root = code
      for (let up = parentOf(root); up !== undefined; up = parentOf(root)) root = up
      return root
    }
  }
  return from satisfies never
}

/** Parents of the codes of a dimension, in its own list and in those of its levels. */
export function parentsIn(dimension: CubeDimension, lists: CodeLists): ParentOf {
  const own = [dimension.codeList, ...listLevels(dimension).map((level) => level.codeList)]
    .map((id) => (id === undefined ? undefined : lists.get(id)))
    .filter((list) => list !== undefined)
  return (code) => {
    for (const list of own) {
      const found = findCode(list, code)
      if (found?.code === code && found.parent !== undefined) return found.parent
    }
    return undefined
  }
}

/** First ages of the bands of a level. */
export function startsOf(
  from: Extract<DimensionLevel['from'], { kind: 'age-band' | 'age-bands' }>,
): readonly number[] {
  return from.kind === 'age-bands' ? from.starts : bandStarts(from.width, from.openFrom)
}

/** Ids of the code lists that a dimension draws its codes and labels from. */
export function codeListsOf(dimension: CubeDimension): string[] {
  const ids = [dimension.codeList, ...(dimension.levels ?? []).map((level) => level.codeList)]
  return [...new Set(ids.filter((id) => id !== undefined))]
}
