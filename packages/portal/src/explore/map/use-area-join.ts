import { useMemo } from 'react'
import {
  joinAreas,
  type AreaJoin,
  type AreaLevel,
  type AreaValue,
} from '@caudal/methods/publish/map'
import type { BoundaryArea } from './boundary-areas.ts'
import type { BoundaryAbout } from './boundary-areas.ts'
import { useBoundaries, type BoundariesState } from './use-boundaries.ts'

/** The areas of a table joined to boundaries, as far as these are loaded. */
export interface JoinedAreas {
  readonly state: BoundariesState
  readonly join: AreaJoin
  /** Areas of the boundary files; the same list until others are loaded. */
  readonly known: readonly BoundaryArea[]
  readonly world: readonly BoundaryArea[]
  readonly about: readonly BoundaryAbout[]
  /** Why only squares can be drawn: no area has boundaries, or fewer than half. */
  readonly onlySquares: 'none' | 'few' | undefined
  readonly boundaryOf: (code: string) => BoundaryArea | undefined
}

const nothing: readonly never[] = []

export function useAreaJoin(level: AreaLevel, series: readonly AreaValue[]): JoinedAreas {
  const key = series.map(({ code }) => code).join()
  const codes = useMemo(() => series.map(({ code }) => code), [key])
  const state = useBoundaries(level, codes)
  const known = state.status === 'ready' ? state.boundaries.areas : nothing
  const world = (state.status === 'ready' && state.world?.areas) || nothing
  return useMemo(() => {
    const join = joinAreas(series, known)
    const byCode = new Map(known.map((area) => [area.code, area]))
    const joined = join.found.size
    return {
      state,
      join,
      known,
      world,
      about: state.status === 'ready' && joined > 0 ? state.boundaries.about : nothing,
      onlySquares:
        state.status === 'loading' || joined >= series.length / 2
          ? undefined
          : joined === 0
            ? 'none'
            : 'few',
      boundaryOf: (code) => byCode.get(join.found.get(code) ?? ''),
    }
  }, [state, known, world, key])
}
