import type { Cube, CubeDimension, DimensionLevel } from './cube.ts'

/** One level of one dimension of a cube, as a table names it: `time`, `time.year`. */
export interface LevelReference {
  /** As written: `time.year`. */
  readonly id: string
  readonly dimension: CubeDimension
  readonly level: DimensionLevel
  /** 0 is the finest. */
  readonly depth: number
}

/**
 * Levels of a dimension, finest first; a dimension that declares none has one, the field itself.
 *
 * @example listLevels(findCube('movements').dimensions[1]).map(({ id }) => id) // => ['day', 'month', 'quarter', 'year']
 */
export function listLevels(dimension: CubeDimension): readonly DimensionLevel[] {
  if (dimension.levels && dimension.levels.length > 0) return dimension.levels
  return [{ id: dimension.id, label: dimension.label, from: { kind: 'self' } }]
}

/** The reference to the level of a dimension by its depth; the finest is named by the dimension. */
export function levelReference(dimension: CubeDimension, depth: number): LevelReference {
  const level = listLevels(dimension)[depth]
  if (!level) throw new RangeError(`no level ${depth} in dimension ${dimension.id}`)
  return { id: depth === 0 ? dimension.id : `${dimension.id}.${level.id}`, dimension, level, depth }
}

/** Every level of every dimension of a cube, in the order of its declaration, finest first. */
export function listReferences(cube: Cube): LevelReference[] {
  return cube.dimensions.flatMap((dimension) =>
    listLevels(dimension).map((_, depth) => levelReference(dimension, depth)),
  )
}

/**
 * The level a name refers to: `id` means the finest, `id.level` the level of that name. Undefined
 * where the cube has none of that name.
 */
export function findReference(cube: Cube, name: string): LevelReference | undefined {
  const [dimensionId, levelId, ...rest] = name.split('.')
  const dimension = cube.dimensions.find(({ id }) => id === dimensionId)
  if (!dimension || rest.length > 0) return undefined
  if (levelId === undefined) return levelReference(dimension, 0)
  const depth = listLevels(dimension).findIndex(({ id }) => id === levelId)
  return depth < 0 ? undefined : { ...levelReference(dimension, depth), id: name }
}
