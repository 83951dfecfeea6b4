import { levelReference, type Cube, type CubeDomain } from '@caudal/methods/measure'
import { treeCode, type Dependency } from '@caudal/methods/protect'
import type { LakeEngine } from '../../store/index.ts'
import { treesOf, type CubeTree } from '../../protect/selection.ts'

/**
 * What the codes of a cube tell of each other: those of dimensions that it declares to, by all records
 * (`records`), counted or not, and levels of one dimension that cut across each other, by what they are made of.
 */
export async function codeDependencies(
  engine: LakeEngine,
  cube: Cube,
  domain: CubeDomain,
): Promise<Dependency[]> {
  const found = cube.dimensions.flatMap((dimension) => {
    const trees = treesOf(dimension, domain)
    return trees.length < 2 ? [] : [crossingLevels(trees, dimension, domain)]
  })
  for (const dimensions of cube.dependencies ?? []) {
    const columns = dimensions.map((id) => cube.dimensions.findIndex((each) => each.id === id))
    const names = columns.map((d, at) => `d${d} as c${at}`).join(', ')
    const rows = await engine.rows<Readonly<Record<`c${number}`, string>>>(
      `select distinct ${names} from records order by all`,
    )
    // the finest code of a dimension is its own in the first of its trees
    const together = rows.map((row) => columns.map((_, at) => row[`c${at}`]!))
    found.push({ dimensions, together })
  }
  return found
}

/** The finest codes of the trees of one dimension that have something in common. */
function crossingLevels(
  trees: readonly CubeTree[],
  dimension: Cube['dimensions'][number],
  domain: CubeDomain,
): Dependency {
  const levels = domain[dimension.id]!
  const together = new Map<string, string[]>()
  levels[0]!.codes.forEach((_, ordinal) => {
    const codes = trees.map(({ depths: [depth] }) => {
      const { codes: all, of } = levels[depth!]!
      return treeCode(levelReference(dimension, depth!), all[of[ordinal]!]!)
    })
    together.set(codes.join('\n'), codes)
  })
  return {
    dimensions: trees.map(({ dimension: { name } }) => name),
    together: [...together.values()],
  }
}
