import type { CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { placeOf, takeApart, type Place } from '../specification/rearrange.ts'
import type { Drag } from './use-drag.ts'

export type Dimension = CubeAnswer['dimensions'][number]
export type Standing = Readonly<Record<Place, readonly Dimension[]>>

/** The dimensions of a cube by where they stand: on the axes in their order, outside in the cube's. */
export function standingIn(cube: CubeAnswer, spec: TableSpec): Standing {
  const find = (written: string): Dimension[] => {
    const { id } = takeApart(written)
    return cube.dimensions.filter((dimension) => dimension.id === id)
  }
  return {
    rows: spec.rows.flatMap(find),
    columns: spec.columns.flatMap(find),
    rest: cube.dimensions.filter(({ id }) => placeOf(spec, id).place === 'rest'),
  }
}

/** On which side of a dimension a dragged one would come to stand. */
export function dropMark(
  drag: Drag | undefined,
  place: Place,
  position: number,
  standing: readonly Dimension[],
): 'before' | 'after' | undefined {
  if (drag?.target?.place !== place) return undefined
  const others = standing.filter(({ id }) => id !== drag.id)
  const own = others.indexOf(standing[position]!)
  if (own < 0) return undefined
  if (own === drag.target.position) return 'before'
  return own === others.length - 1 && drag.target.position === others.length ? 'after' : undefined
}
