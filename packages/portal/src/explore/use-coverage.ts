import { useQuery } from '@tanstack/react-query'
import type { CubeAnswer } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { codesQuery } from '../node-api/queries.ts'
import { isPeriod } from '../words/period.ts'
import type { Coverage } from './figure/coverage.ts'

/** From when to when a cube has records; undefined until known, or where it has no time. */
export function useCoverage(
  cube: CubeAnswer | undefined,
  language: Language,
): Coverage | undefined {
  const finest = cube?.dimensions.find(({ kind }) => kind === 'time')?.levels[0]?.id
  const { data } = useQuery({
    ...codesQuery(cube?.id ?? '', finest ?? '', '', language),
    enabled: finest !== undefined,
  })
  const periods = data?.codes.map(({ code }) => code).filter(isPeriod)
  const first = periods?.[0]
  const last = periods?.at(-1)
  return first === undefined || last === undefined ? undefined : { first, last }
}

/** The identifiers of the dimensions of a cube that are time. */
export function timeIdsOf(cube: CubeAnswer): ReadonlySet<string> {
  return new Set(cube.dimensions.filter(({ kind }) => kind === 'time').map(({ id }) => id))
}
