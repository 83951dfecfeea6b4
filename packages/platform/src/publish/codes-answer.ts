import {
  levelCodes,
  levelReference,
  listLevels,
  type LevelReference,
} from '@caudal/methods/measure'
import { codeLabel, resolveReference, type CodesAnswer } from '@caudal/methods/publish'
import { findCode, spellingKey, type Language } from '@caudal/methods/vocabulary'
import type { OpenCube } from '../measure/service.ts'

export interface CodeSearch {
  /** Part of a label, a code or another spelling; accents and capitals aside. */
  readonly search?: string | undefined
  readonly limit: number
}

/** Codes of a dimension that occur in a cube, in display order, with their labels and parents. */
export function codesAnswer(
  open: OpenCube,
  dimension: string,
  { search, limit }: CodeSearch,
  language: Language,
): CodesAnswer {
  const { cube, manifest, lists } = open
  const reference = resolveReference(cube, dimension)
  const label = (of: LevelReference, code: string) => codeLabel(of, code, language, lists)
  const wanted = search === undefined ? '' : spellingKey(search)
  const listId = reference.level.codeList ?? reference.dimension.codeList
  const list = listId === undefined ? undefined : lists.get(listId)

  const matching = levelCodes(manifest.domain, reference.dimension.id, reference.depth).filter(
    (code) => {
      if (wanted === '') return true
      const aliases = (list && findCode(list, code)?.aliases) ?? []
      return [code, label(reference, code), ...aliases].some((text) =>
        spellingKey(text).includes(wanted),
      )
    },
  )
  const parentOf = parentFinder(open, reference)
  return {
    cube: cube.id,
    dimension,
    language,
    codes: matching.slice(0, limit).map((code) => {
      const parent = parentOf(code)
      return {
        code,
        label: label(reference, code),
        ...(parent && {
          parent: { code: parent.code, label: label(parent.reference, parent.code) },
        }),
      }
    }),
    total: matching.length,
    truncated: matching.length > limit,
    last: matching.findLast((code) => !code.startsWith('_')) ?? null,
  }
}

/** The code of the next level that a code of this level lies in. */
function parentFinder({ manifest }: OpenCube, { dimension, depth }: LevelReference) {
  if (depth + 1 >= listLevels(dimension).length) return () => undefined
  const reference = levelReference(dimension, depth + 1)
  const [own, next] = [
    manifest.domain[dimension.id]![depth]!,
    manifest.domain[dimension.id]![depth + 1]!,
  ]
  const parents = new Map(
    own.of.map((ordinal, finest) => [own.codes[ordinal]!, next.codes[next.of[finest]!]!]),
  )
  return (code: string) => {
    const parent = parents.get(code)
    return parent === undefined ? undefined : { reference, code: parent }
  }
}
