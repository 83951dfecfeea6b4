import { useMemo } from 'react'
import { joinAreas, type AreaJoin, type AreaLevel } from '@caudal/methods/publish/map'
import type { BoundaryAbout, BoundaryArea } from './boundary-areas.ts'
import { useBoundaries, type BoundariesState } from './use-boundaries.ts'

export type NamedArea = { readonly code: string; readonly label: string }

/** The areas of a table joined to boundaries, as far as these are loaded. */
export interface JoinedAreas {
  readonly state: BoundariesState
  readonly join: AreaJoin
  /** Areas of the table with their boundary. */
  readonly drawable: readonly { readonly area: NamedArea; readonly boundary: BoundaryArea }[]
  /** Areas of the table that have none. */
  readonly loose: readonly NamedArea[]
  /** Areas of the boundary set that the table does not have. */
  readonly others: readonly BoundaryArea[]
  readonly world: readonly BoundaryArea[]
  readonly about: readonly BoundaryAbout[]
  /** Why only squares can be drawn: no area has boundaries, or fewer than half. */
  readonly onlySquares: 'none' | 'few' | undefined
}

const nothing: readonly never[] = []

/** @param table areas of a table; the same list as long as the table is the same */
export function useAreaJoin(level: AreaLevel, table: readonly NamedArea[]): JoinedAreas {
  const codes = useMemo(() => table.map(({ code }) => code), [table])
  const state = useBoundaries(level, codes)
  const loading = state.status === 'loading'
  const boundaries = state.status === 'ready' ? state.boundaries : undefined
  const world = (state.status === 'ready' && state.world?.areas) || nothing

  const joined = useMemo(() => {
    const known = boundaries?.areas ?? nothing
    const join = joinAreas(table, known)
    const byCode = new Map(known.map((area) => [area.code, area]))
    const drawable = table.flatMap((area) => {
      const boundary = byCode.get(join.found.get(area.code) ?? '')
      return boundary ? [{ area, boundary }] : []
    })
    const taken = new Set(join.found.values())
    const few = drawable.length < table.length / 2
    return {
      join,
      drawable,
      loose: table.filter(({ code }) => !join.found.has(code)),
      others: level === 'country' ? nothing : known.filter(({ code }) => !taken.has(code)),
      about: (drawable.length > 0 && boundaries?.about) || nothing,
      few: !few ? undefined : drawable.length === 0 ? ('none' as const) : ('few' as const),
    }
  }, [boundaries, table, level])

  const { few, ...rest } = joined
  return { ...rest, state, world, onlySquares: loading ? undefined : few }
}
