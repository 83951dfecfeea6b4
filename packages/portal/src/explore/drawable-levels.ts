import { useQueries } from '@tanstack/react-query'
import type { CubeAnswer } from '@caudal/methods/publish'
import { areaLevelOf } from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { isFilled } from './use-coverage.ts'
import { codesQuery } from '../node-api/queries.ts'

/** A level of places that a map can draw, as a table writes it. */
export interface DrawableLevel {
  readonly cube: CubeAnswer
  readonly written: string
  readonly label: string
}

/** More codes than this are not asked for only to see whether they are places. */
const codesAtMost = 1000

/** Which places of these cubes a map can draw: the finest level of each that has boundaries. */
export function useDrawableLevels(
  cubes: readonly CubeAnswer[],
  language: Language,
): { readonly levels: readonly DrawableLevel[]; readonly pending: boolean } {
  const candidates = cubes.filter(isFilled).flatMap((cube) =>
    cube.dimensions
      .filter(({ kind }) => kind === 'area')
      .flatMap(({ levels }) => levels.slice(0, 1))
      .filter(({ codes }) => codes > 0 && codes <= codesAtMost)
      .map(({ id, label }) => ({ cube, written: id, label })),
  )
  const answers = useQueries({
    queries: candidates.map(({ cube, written }) => codesQuery(cube.id, written, '', language)),
  })
  return {
    levels: candidates.filter((_, index) => {
      const codes = answers[index]?.data?.codes.map(({ code }) => code)
      return codes !== undefined && areaLevelOf(codes) !== undefined
    }),
    pending: answers.some(({ isPending }) => isPending),
  }
}
