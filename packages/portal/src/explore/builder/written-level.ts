import type { CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { conditionsOf, placeOf } from '../specification/rearrange.ts'

type Dimension = CubeAnswer['dimensions'][number]

/**
 * How a dimension is written when it is put on an axis: as it stands, else at the level of its
 * filter, else at the level that gives a table of a size people read.
 */
export function writtenFor(dimension: Dimension, spec: TableSpec): string {
  const { written } = placeOf(spec, dimension.id)
  if (written !== undefined) return written
  const filtered = conditionsOf(spec, dimension.id)[0]?.dimension
  if (filtered !== undefined) return filtered
  return comfortableLevel(dimension)
}

/** The finest level of at most forty codes, else the coarsest. */
export function comfortableLevel({ levels }: Pick<Dimension, 'levels'>): string {
  return (levels.find(({ codes }) => codes <= 40) ?? levels.at(-1)!).id
}
