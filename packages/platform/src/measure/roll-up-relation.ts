import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import {
  cellMeasures,
  levelCodes,
  levelReference,
  listLevels,
  ordinalColumn,
  ordinalType,
  readParquet,
  recordsColumn,
  type Cube,
  type CubeDomain,
  type LevelReference,
} from '@caudal/methods/measure'
import type { CaudalNode, CubeBuild } from '../store/index.ts'
import type { CubeManifest, RollUp, RollUpPart } from './cube-manifest.ts'
import { pathOf } from './cube-states.ts'
import type { OpenCube } from './open-cube.ts'

/** Levels that a roll-up keeps: of each dimension its own and all coarser ones. */
export function keptLevels(cube: Cube, point: RollUp['point']): LevelReference[] {
  return cube.dimensions.flatMap((dimension, index) =>
    listLevels(dimension)
      .map((_, depth) => levelReference(dimension, depth))
      .filter(({ depth }) => depth >= point[index]!),
  )
}

/** Paths of the parts of a roll-up, relative to the root of the data folder: what it is known by. */
export function partPaths(build: CubeBuild, rollUp: RollUp): string[] {
  return rollUp.parts.map(({ name }) => pathOf(build, name))
}

/**
 * A roll-up as a relation in the ordinals of the present domain. Grain: one row per combination of
 * ordinals and part.
 *
 * @param locate absolute path of a part's file
 * @param values columns beside the ordinals; those of cells where absent
 */
export function rollUpRelation(
  cube: Cube,
  { domain }: Pick<CubeManifest, 'domain'>,
  rollUp: RollUp,
  locate: (part: RollUpPart) => string,
  values: readonly string[] = valueColumns(cube),
): string {
  if (rollUp.parts.every(({ moved }) => moved === undefined)) {
    return readParquet(rollUp.parts.map(locate))
  }
  const parts = rollUp.parts.map((part) =>
    partSql(cube, domain, rollUp, part, locate(part), values),
  )
  return `(${parts.join('\nunion all ')})`
}

/**
 * SQL that selects one part, its ordinals moved to where the present domain has them.
 *
 * @param rows only those of its file from one place on and before another
 */
export function partSql(
  cube: Cube,
  domain: CubeDomain,
  { point }: Pick<RollUp, 'point'>,
  { moved = {} }: RollUpPart,
  path: string,
  values: readonly string[] = valueColumns(cube),
  rows?: { readonly from: number; readonly to: number },
): string {
  const levels = keptLevels(cube, point).map((reference) => {
    const column = quoteName(ordinalColumn(reference))
    const ordinals = moved[ordinalColumn(reference)]
    if (ordinals === undefined) return column
    const type = ordinalType(levelCodes(domain, reference.dimension.id, reference.depth).length)
    return `cast([${ordinals.join(', ')}][1 + ${column}] as ${type}) as ${column}`
  })
  const file = `read_parquet(${quoteText(path)}, file_row_number = true)`
  const where = `file_row_number >= ${rows?.from} and file_row_number < ${rows?.to}`
  const relation = rows ? `${file} where ${where}` : readParquet([path])
  return `select ${[...levels, ...values.map(quoteName)].join(', ')} from ${relation}`
}

/**
 * The cells of a cube as codes. Grain: one row per combination of finest codes and part: cells that
 * several batches touched are to be added up.
 */
export function cellsRelation(node: CaudalNode, { build, manifest }: OpenCube): string {
  const locate = locateIn(node, build)
  return readParquet(manifest.cellParts.map((name) => locate({ name, rows: 0 })))
}

/** Columns of a roll-up beside its ordinals. */
const valueColumns = (cube: Cube) => [recordsColumn, ...cellMeasures(cube).map(({ id }) => id)]

/** Absolute path of a part of a build that stands. */
export function locateIn(node: CaudalNode, build: CubeBuild): (part: RollUpPart) => string {
  return ({ name }) => join(node.folder.root, pathOf(build, name))
}

/**
 * By column, where each ordinal of the domain before lies in the present one, which has all of its
 * codes; columns whose ordinals stay are left out.
 */
export function movedOrdinals(
  cube: Cube,
  before: CubeDomain,
  present: CubeDomain,
): Record<string, number[]> {
  const moved: Record<string, number[]> = {}
  for (const dimension of cube.dimensions) {
    listLevels(dimension).forEach((_, depth) => {
      const codes = levelCodes(present, dimension.id, depth)
      const place = new Map(codes.map((code, ordinal) => [code, ordinal]))
      const ordinals = levelCodes(before, dimension.id, depth).map((code) => place.get(code)!)
      if (ordinals.some((ordinal, at) => ordinal !== at)) {
        moved[ordinalColumn(levelReference(dimension, depth))] = ordinals
      }
    })
  }
  return moved
}
