import type { Cube, CubeDomain, LevelReference } from '@caudal/methods/measure'
import { treeCode, type Dimension, type TableSelection } from '@caudal/methods/protect'
import { allowedCodes, type ResolvedTable } from '@caudal/methods/publish'
import type { RecordedCodes } from '../../protect/microdata.ts'
import { recordedCodes, treesOf } from '../../protect/selection.ts'
import { releaseRefusals } from './refusals.ts'

/** How the cells of one figure lie in the programme of its cube. */
export interface FigureSelection {
  readonly selection: TableSelection
  /** For each axis of the table its place among the dimensions, and its tree codes. */
  readonly rows: readonly FigureAxis[]
  readonly columns: readonly FigureAxis[]
}

export interface FigureAxis {
  readonly reference: LevelReference
  readonly dimension: number
  /** Code of the total over what the axis shows; undefined where that is no cell of its own. */
  readonly total: number | undefined
}

/** The dimensions of a cube as trees, and the way from a level to the tree that holds it. */
export interface CubeTrees {
  readonly dimensions: readonly Dimension[]
  /** Place in the cube of the field that each tree is made of. */
  readonly fields: readonly number[]
  /** Codes of records for the leaves of a tree of coarser levels; undefined where records have the leaves themselves. */
  readonly recorded: readonly (RecordedCodes | undefined)[]
  find(reference: LevelReference): number
}

export function cubeTrees(cube: Cube, domain: CubeDomain): CubeTrees {
  const dimensions: Dimension[] = []
  const fields: number[] = []
  const recorded: (RecordedCodes | undefined)[] = []
  const places = new Map<string, number>()
  cube.dimensions.forEach((each, field) => {
    for (const tree of treesOf(each, domain)) {
      const { dimension, depths } = tree
      for (const depth of depths) places.set(`${each.id} ${depth}`, dimensions.length)
      dimensions.push(dimension)
      fields.push(field)
      recorded.push(recordedCodes(each, tree, domain))
    }
  })
  return {
    dimensions,
    fields,
    recorded,
    find: ({ dimension, depth }) => places.get(`${dimension.id} ${depth}`)!,
  }
}

/**
 * Says which cells a figure shows. Each dimension stands in it once: on an axis, or held at one
 * code; an axis may be narrowed, and its total is shown only where it is a code of its own (the
 * year of twelve months).
 *
 * @throws refusals: several codes held at once, a dimension twice, rows cut by `top`
 */
export function selectFigure(
  figure: string,
  table: ResolvedTable,
  trees: CubeTrees,
  domain: CubeDomain,
): FigureSelection {
  if (table.spec.top !== undefined) throw releaseRefusals.refuse('figure-cut', { figure })
  const held = new Map<number, number>()
  const axis = (reference: LevelReference): FigureAxis & { codes: number[] } => {
    const place = trees.find(reference)
    const { codes: all, total } = trees.dimensions[place]!
    const own = table.conditions.filter(
      (condition) => condition.reference.dimension.id === reference.dimension.id,
    )
    const position = (at: LevelReference, code: string) => all.indexOf(treeCode(at, code))
    const codes = allowedCodes(reference, table.conditions, domain).map((code) =>
      position(reference, code),
    )
    const single = own.length === 1 && own[0]!.codes.length === 1 ? own[0] : undefined
    const coarser = single !== undefined && single.reference.depth > reference.depth
    const whole =
      own.length === 0 ? total : coarser ? position(single.reference, single.codes[0]!) : -1
    const isCell = whole !== -1 && trees.find(own[0]?.reference ?? reference) === place
    return { reference, dimension: place, total: isCell ? whole : undefined, codes }
  }
  const rows = table.query.rows.map(axis)
  const columns = table.query.columns.map(axis)
  const axes = [...rows, ...columns]
  const onAxis = new Set(axes.map(({ reference }) => reference.dimension.id))
  if (onAxis.size < axes.length) throw releaseRefusals.refuse('figure-dimension-twice', { figure })
  for (const { reference, codes } of table.conditions) {
    if (onAxis.has(reference.dimension.id)) continue
    const place = trees.find(reference)
    const dimension = reference.dimension.id
    if (codes.length === 0) throw releaseRefusals.refuse('figure-empty', { figure })
    if (codes.length !== 1 || held.has(place)) {
      throw releaseRefusals.refuse('figure-holds-several', { figure, dimension })
    }
    held.set(place, trees.dimensions[place]!.codes.indexOf(treeCode(reference, codes[0]!)))
  }
  return {
    rows,
    columns,
    selection: {
      axes: axes.map(({ dimension, codes, total }) => ({
        dimension,
        codes: total === undefined ? codes : [...codes, total],
      })),
      held: [...held].map(([dimension, code]) => ({ dimension, code })),
    },
  }
}
