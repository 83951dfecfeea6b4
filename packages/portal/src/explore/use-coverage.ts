import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CubeAnswer } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { codesQuery } from '../node-api/queries.ts'
import { isPeriod } from '../words/period.ts'
import { coverageOf, levelOfCoverage, type Coverage } from './figure/coverage.ts'

/** From when to when a cube has records; undefined until known, or where it has no time. */
export function useCoverage(
  cube: CubeAnswer | undefined,
  language: Language,
): Coverage | undefined {
  const levels = cube?.dimensions.find(({ kind }) => kind === 'time')?.levels
  const told = levels && levelOfCoverage(levels)
  const { data } = useQuery({
    ...codesQuery(cube?.id ?? '', told ?? '', '', language),
    enabled: told !== undefined && isFilled(cube),
  })
  return useMemo(
    () => (data ? coverageOf(data.codes.map(({ code }) => code).filter(isPeriod)) : undefined),
    [data],
  )
}

/** Whether a cube has figures to show: an empty or unbuilt one answers no question. */
export function isFilled(cube: CubeAnswer | undefined): boolean {
  return cube !== undefined && cube.state !== 'empty' && cube.state !== 'not-built'
}

/** The identifiers of the dimensions of a cube that are time. */
export function timeIdsOf(cube: CubeAnswer): ReadonlySet<string> {
  return new Set(cube.dimensions.filter(({ kind }) => kind === 'time').map(({ id }) => id))
}
