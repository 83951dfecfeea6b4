import { quoteName, quoteText } from '@caudal/methods/collect'
import { writableCode, type CubeFigures } from '@caudal/methods/exchange'
import { levelReference, listLevels, type Cube, type CubeDomain } from '@caudal/methods/measure'
import { ownCodes, standardOf } from '@caudal/methods/vocabulary'
import { cellName, treeName } from '@caudal/methods/protect'
import type { ReleasedCell, ReleasedCube } from '../../protect/perturbed/released-cube.ts'
import type { OpenCube } from '../../measure/service.ts'
import type { LakeEngine } from '../../store/index.ts'
import { periodPatterns, type CubeAsked } from './figures-sql.ts'

/** A figure of a release with its place in the structure. */
interface ReleasedFigure {
  readonly codes: readonly string[]
  readonly period: string
  readonly value: number | null
  /** Something was undecided in its country and period when its release was counted. */
  readonly isProvisional: boolean
}

/** A code of a tree as a code of a level of its dimension, with what tells the level apart; undefined of no dimension. */
type ReadCode = (
  tree: string,
  code: string,
) => { readonly dimension: string; readonly level: string; readonly code: string } | undefined

const batch = 1000

/**
 * Makes the table `figures` of a cube that releases publish: their cells as released, and nothing else.
 * Grain and columns as of `figuresSql`, and `hidden`, whether a release withholds the figure, and `provisional`,
 * whether it was not final when the release was counted: of what no release tells there is no row, whether
 * records exist or not. A cell over all time has no period, and
 * one of a breakdown that the structure does not have no place: these stand in the release alone.
 */
export async function makeReleasedFigures(
  lake: LakeEngine,
  released: ReleasedCube,
  { cube, manifest, lists }: OpenCube,
  figures: CubeFigures,
  dimensions: readonly string[],
): Promise<void> {
  const columns = [...dimensions.map((id) => `${quoteName(id)} varchar`), 't varchar', 'v double']
  await lake.run(
    `create temp table figures (${columns.join(', ')}, hidden boolean, provisional boolean, key varchar)`,
  )
  const rows = releasedFigures(released, { cube, manifest, lists }, figures, dimensions)
  for (let from = 0; from < rows.length; from += batch) {
    const values = rows.slice(from, from + batch).map(({ codes, period, value, isProvisional }) => {
      const texts = [...codes, period].map(quoteText).join(', ')
      return `(${texts}, ${value ?? 'null'}, ${value === null}, ${isProvisional}, ${quoteText(codes.join('.'))})`
    })
    await lake.run(`insert into figures values ${values.join(', ')}`)
  }
}

/** Released cells as figures, each once: the same persons may stand in several tables. */
function releasedFigures(
  { byTrees }: ReleasedCube,
  { cube, manifest: { domain }, lists }: CubeAsked,
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
  const read: ReadCode = (tree, code) => {
    const dimension = dimensionOfTree.get(tree)
    if (dimension === undefined) return undefined
    const level = coarse.get(dimension)!.find((prefix) => code.startsWith(prefix)) ?? ''
    return { dimension, level, code: code.slice(level.length) }
  }
  const found = new Map<string, ReleasedFigure>()
  for (const cells of byTrees.values()) {
    const present = new Map([...cells].filter(([, { isGone }]) => isGone !== true))
    const standard = standardsIn(cube, lists, present, read)
    const figuresOfTrees = [...present.values()].flatMap((cell) => {
      const figure = placeOf(cell, { cube, domain }, figures, dimensions, read, standard)
      return figure === undefined ? [] : [figure]
    })
    for (const [name, figure] of summed(figuresOfTrees)) {
      // What any release tells is told.
      if ((found.get(name)?.value ?? null) === null) found.set(name, figure)
    }
  }
  return [...found.values()]
}

/** The code of the platform that a code of a cell counts as; undefined where that cannot be told. */
type StandardIn = (cell: ReleasedCell, dimension: string, code: string) => string | undefined

/**
 * What the codes of cells of the same trees count as. A code of the platform as which own codes count is
 * told only where there are cells of all of its codes that occurred when the release was counted, alike in
 * all else: otherwise the figure would be of a part.
 */
function standardsIn(
  cube: Cube,
  lists: CubeAsked['lists'],
  cells: ReadonlyMap<string, ReleasedCell>,
  read: ReadCode,
): StandardIn {
  const open = new Map(
    cube.dimensions.flatMap(({ id, codeList = '' }) => {
      const list = lists.get(codeList)
      const counted = [...(list === undefined ? [] : ownCodes(list).values())]
      return counted.some(({ standard }) => standard !== undefined) ? [[id, list!] as const] : []
    }),
  )
  if (open.size === 0) return (_cell, _dimension, code) => code
  const codesOf = new Map<object, Map<string, readonly string[]>>()
  /** Of a tree that own codes extend, the codes that count as the same as one of it. */
  const partsOf = (occurring: ReleasedCell['occurring'], tree: string, code: string) => {
    const known = codesOf.get(occurring) ?? new Map<string, readonly string[]>()
    codesOf.set(occurring, known)
    const { dimension, level, code: own } = read(tree, code)!
    const list = open.get(dimension)!
    const standard = standardOf(list, own)
    const name = `${tree} ${level}${standard}`
    const parts =
      known.get(name) ??
      occurring[tree]!.filter((other) => {
        const part = read(tree, other)!
        return part.level === level && standardOf(list, part.code) === standard
      })
    known.set(name, parts)
    return parts
  }
  const isWhole = ({ codes, occurring }: ReleasedCell, tree: string): boolean => {
    const trees = Object.keys(codes)
    return partsOf(occurring, tree, codes[tree]!).every((part) =>
      cells.has(
        cellName(
          trees,
          trees.map((each) => (each === tree ? part : codes[each]!)),
        ),
      ),
    )
  }
  return (cell, dimension, code) => {
    const list = open.get(dimension)
    if (list === undefined) return code
    const tree = Object.keys(cell.codes).find(
      (each) => read(each, cell.codes[each]!)?.dimension === dimension,
    )
    return tree === undefined || isWhole(cell, tree) ? standardOf(list, code) : undefined
  }
}

/** Figures by their place, those of one place together; withheld where one of them is. */
function summed(figures: readonly ReleasedFigure[]): Map<string, ReleasedFigure> {
  const places = new Map<string, ReleasedFigure>()
  for (const figure of figures) {
    const name = [...figure.codes, figure.period].join(' ')
    const before = places.get(name)
    const value =
      before === undefined
        ? figure.value
        : before.value === null || figure.value === null
          ? null
          : before.value + figure.value
    const isProvisional = figure.isProvisional || before?.isProvisional === true
    places.set(name, { ...figure, value, isProvisional })
  }
  return places
}

/** Where a cell stands in the structure; undefined where it has no place there. */
function placeOf(
  cell: ReleasedCell,
  { cube, domain }: { readonly cube: Cube; readonly domain: CubeDomain },
  figures: CubeFigures,
  dimensions: readonly string[],
  read: ReadCode,
  standard: StandardIn,
): ReleasedFigure | undefined {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')!
  const own = new Map<string, string>()
  for (const [tree, code] of Object.entries(cell.codes)) {
    const part = read(tree, code)
    // Two trees of one dimension at once (ages by fives and by school years) are no code of a list.
    if (part === undefined || own.has(part.dimension)) return undefined
    own.set(part.dimension, part.code)
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
    const known = own.get(source.cube) ?? (source.total ? '_T' : aloneOf(cube, domain, source.cube))
    const code = known === undefined ? undefined : standard(cell, source.cube, known)
    own.delete(source.cube)
    if (code === undefined) return undefined
    return writableCode.test(code) ? code : '_U'
  })
  const codesOf = place.filter((code) => code !== undefined)
  if (own.size > 0 || codesOf.length < place.length) return undefined
  return {
    codes: codesOf,
    period,
    value: cell.value,
    isProvisional: cell.isProvisional === true,
  }
}

/**
 * The code of a dimension without a total that a cell has which does not say it: the one that is shown
 * where none is asked for, or the only one there is. A cell of several countries together is of none.
 */
function aloneOf(cube: Cube, domain: CubeDomain, id: string): string | undefined {
  const shown = cube.dimensions.find((dimension) => dimension.id === id)?.shownAlone
  if (shown !== undefined) return shown
  const codes = (domain[id]?.[0]?.codes ?? []).filter((code) => !code.startsWith('_'))
  return codes.length === 1 ? codes[0] : undefined
}
