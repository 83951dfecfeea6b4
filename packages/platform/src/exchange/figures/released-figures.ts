import { quoteName, quoteText } from '@caudal/methods/collect'
import { writableCode, type CubeFigures } from '@caudal/methods/exchange'
import { levelReference, listLevels, type Cube, type CubeDomain } from '@caudal/methods/measure'
import { treeName } from '@caudal/methods/protect'
import type { ReleasedCell, ReleasedCube } from '../../protect/perturbed/released-cube.ts'
import type { OpenCube } from '../../measure/service.ts'
import type { LakeEngine } from '../../store/index.ts'
import { periodPatterns } from './figures-sql.ts'

/** A figure of a release with its place in the structure. */
interface ReleasedFigure {
  readonly codes: readonly string[]
  readonly period: string
  readonly value: number | null
}

const batch = 1000

/**
 * Makes the table `figures` of a cube that releases publish: their cells as released, and nothing else.
 * Grain and columns as of `figuresSql`, and `hidden`, whether a release withholds the figure: of what no
 * release tells there is no row, whether records exist or not. A cell over all time has no period, and
 * one of a breakdown that the structure does not have no place: these stand in the release alone.
 */
export async function makeReleasedFigures(
  lake: LakeEngine,
  released: ReleasedCube,
  { cube, manifest }: OpenCube,
  figures: CubeFigures,
  dimensions: readonly string[],
): Promise<void> {
  const columns = [...dimensions.map((id) => `${quoteName(id)} varchar`), 't varchar', 'v double']
  await lake.run(`create temp table figures (${columns.join(', ')}, hidden boolean, key varchar)`)
  const rows = releasedFigures(released, cube, manifest.domain, figures, dimensions)
  for (let from = 0; from < rows.length; from += batch) {
    const values = rows.slice(from, from + batch).map(({ codes, period, value }) => {
      const texts = [...codes, period].map(quoteText).join(', ')
      return `(${texts}, ${value ?? 'null'}, ${value === null}, ${quoteText(codes.join('.'))})`
    })
    await lake.run(`insert into figures values ${values.join(', ')}`)
  }
}

/** Released cells as figures, each once: the same persons may stand in several tables. */
function releasedFigures(
  { byTrees }: ReleasedCube,
  cube: Cube,
  domain: CubeDomain,
  figures: CubeFigures,
  dimensions: readonly string[],
): ReleasedFigure[] {
  const dimensionOfTree = new Map(
    cube.dimensions.flatMap((dimension) =>
      listLevels(dimension).map((_, depth): [string, string] => [
        treeName(levelReference(dimension, depth), domain),
        dimension.id,
      ]),
    ),
  )
  const coarse = new Map(
    cube.dimensions.map((dimension) => [
      dimension.id,
      listLevels(dimension)
        .slice(1)
        .map(({ id }) => `${id}:`),
    ]),
  )
  const found = new Map<string, ReleasedFigure>()
  for (const cells of byTrees.values()) {
    for (const cell of cells.values()) {
      const figure = placeOf(cell, cube, figures, dimensions, (tree, code) => {
        const dimension = dimensionOfTree.get(tree)
        if (dimension === undefined) return undefined
        const level = coarse.get(dimension)!.find((prefix) => code.startsWith(prefix)) ?? ''
        return [dimension, code.slice(level.length)]
      })
      if (figure === undefined) continue
      const name = [...figure.codes, figure.period].join(' ')
      // What any release tells is told.
      if ((found.get(name)?.value ?? null) === null) found.set(name, figure)
    }
  }
  return [...found.values()]
}

/** Where a cell stands in the structure; undefined where it has no place there. */
function placeOf(
  { codes, value }: ReleasedCell,
  cube: Cube,
  figures: CubeFigures,
  dimensions: readonly string[],
  read: (tree: string, code: string) => readonly [dimension: string, code: string] | undefined,
): ReleasedFigure | undefined {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')!
  const own = new Map<string, string>()
  for (const [tree, code] of Object.entries(codes)) {
    const part = read(tree, code)
    // Two trees of one dimension at once (ages by fives and by school years) are no code of a list.
    if (part === undefined || own.has(part[0])) return undefined
    own.set(...part)
  }
  const period = own.get(time.id)
  if (period === undefined) return undefined
  own.delete(time.id)
  const [frequency] =
    Object.entries(periodPatterns).find(([, pattern]) => pattern.test(period)) ?? []
  const flow = figures.flowDimension && own.get(figures.flowDimension)
  if (figures.flowDimension !== undefined) own.delete(figures.flowDimension)
  const measured = figures.measures.find(
    (each) => each.flow === flow && each.measure === cube.measures[0]!.id,
  )
  if (frequency === undefined || measured === undefined) return undefined
  const place = dimensions.map((id) => {
    if (id === 'FREQ') return frequency
    if (id === 'MEASURE') return measured.code
    const source = figures.dimensions[id]!
    if ('fixed' in source) return source.fixed
    const code = own.get(source.cube) ?? '_T'
    own.delete(source.cube)
    return writableCode.test(code) ? code : '_U'
  })
  return own.size > 0 ? undefined : { codes: place, period, value }
}
