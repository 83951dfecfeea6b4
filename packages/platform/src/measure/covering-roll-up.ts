import {
  covers,
  levelCodes,
  listLevels,
  type CubeQuery,
  type LevelReference,
} from '@caudal/methods/measure'
import type { RollUp } from './cube-manifest.ts'
import type { OpenCube } from './open-cube.ts'

/** The smallest roll-up that can answer a question. */
export function coveringRollUp({ cube, manifest }: OpenCube, query: CubeQuery): RollUp {
  const wanted = cube.dimensions.map((dimension) => listLevels(dimension).length)
  const references = [
    ...query.rows,
    ...query.columns,
    ...query.where.map(({ reference }) => reference),
  ]
  for (const { dimension, depth } of references) {
    const index = cube.dimensions.findIndex(({ id }) => id === dimension.id)
    wanted[index] = Math.min(wanted[index]!, depth)
  }
  return manifest.rollUps
    .filter(({ point }) => covers(point, wanted))
    .reduce((least, rollUp) => (rollUp.rows < least.rows ? rollUp : least))
}

/** Groups that a question could make at most. */
export function foreseeGroups(open: OpenCube, query: CubeQuery): number {
  const rollUp = coveringRollUp(open, query)
  const allowed = (reference: LevelReference) => {
    const codes = levelCodes(open.manifest.domain, reference.dimension.id, reference.depth)
    const own = query.where.filter(
      (condition) =>
        condition.reference.dimension.id === reference.dimension.id &&
        condition.reference.depth === reference.depth,
    )
    return Math.min(codes.length, ...own.map((condition) => condition.codes.length))
  }
  const combinations = [...query.rows, ...query.columns].reduce(
    (product, reference) => product * Math.max(1, allowed(reference)),
    1,
  )
  return Math.min(combinations, rollUp.rows)
}
