import { isSpecialCode } from '@caudal/methods/publish/map'
import {
  restCode,
  type CubeAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { placeOf, takeApart } from './rearrange.ts'

type Hierarchies = Pick<CubeAnswer, 'dimensions'>

/** One step of a way down a hierarchy: a code of a level above the one that the table shows. */
export interface DrillStep {
  readonly label: string
  /** The level the table shows where a reader climbs back to this step. */
  readonly below: string
}

/** The way from the whole of a dimension to what the table shows of it. */
export interface DrillPath {
  readonly dimension: string
  readonly label: string
  /** The level from which the way down began. */
  readonly top: string
  readonly steps: readonly DrillStep[]
}

/**
 * The level below that of a dimension on an axis; undefined where it shows its finest already.
 *
 * A country has departments, a year has quarters, a broad age group has groups of five years.
 */
export function levelBelow(cube: Hierarchies, written: string): string | undefined {
  const levels = cube.dimensions.find(({ id }) => id === takeApart(written).id)?.levels ?? []
  return levels[levels.findIndex(({ id }) => id === written) - 1]?.id
}

/** Whether a code has a level below: what is unknown, other or summed into the rest has none. */
export function canDrill(cube: Hierarchies, written: string, code: string): boolean {
  return code !== restCode && !isSpecialCode(code) && levelBelow(cube, written) !== undefined
}

/**
 * The table one level down: the dimension is shown at the next level, within the code alone. What
 * else the table says stays; an order or a cut of its rows too.
 */
export function drillInto(
  cube: Hierarchies,
  spec: TableSpec,
  written: string,
  code: string,
): TableSpec {
  const below = levelBelow(cube, written)
  if (below === undefined) return spec
  const change = (axis: readonly string[]) => axis.map((each) => (each === written ? below : each))
  const others = spec.where.filter(({ dimension }) => dimension !== written)
  return {
    ...spec,
    rows: change(spec.rows),
    columns: change(spec.columns),
    where: [...others, { dimension: written, codes: [code] }],
  }
}

/**
 * The ways down that a table has gone: for each dimension on an axis the single codes it is held to
 * at the levels above, from the coarsest, with their labels.
 */
export function drillPaths(
  cube: Hierarchies,
  spec: TableSpec,
  filters: TableResult['filters'],
): readonly DrillPath[] {
  return cube.dimensions.flatMap((dimension): DrillPath[] => {
    const { written } = placeOf(spec, dimension.id)
    const depthOf = (id: string | undefined) => dimension.levels.findIndex((each) => each.id === id)
    const shown = depthOf(written)
    if (shown < 0) return []
    const steps = spec.where
      .map((condition) => ({ condition, depth: depthOf(condition.dimension) }))
      .filter(({ condition, depth }) => depth > shown && condition.codes?.length === 1)
      .toSorted((a, b) => b.depth - a.depth)
    const top = steps[0]
    if (!top) return []
    return [
      {
        dimension: dimension.id,
        label: dimension.label,
        top: dimension.levels[top.depth]!.id,
        steps: steps.map(({ condition, depth }) => ({
          label:
            filters.find((filter) => filter.dimension === condition.dimension)?.values[0] ??
            condition.codes![0]!,
          below: dimension.levels[depth - 1]!.id,
        })),
      },
    ]
  })
}

/** The table back at a coarser level of a dimension: what held it at that level or below goes. */
export function climbTo(cube: Hierarchies, spec: TableSpec, level: string): TableSpec {
  const { id } = takeApart(level)
  const levels = cube.dimensions.find((dimension) => dimension.id === id)?.levels ?? []
  const depthOf = (written: string) => levels.findIndex((each) => each.id === written)
  const depth = depthOf(level)
  const change = (axis: readonly string[]) =>
    axis.map((each) => (takeApart(each).id === id ? level : each))
  return {
    ...spec,
    rows: change(spec.rows),
    columns: change(spec.columns),
    where: spec.where.filter(
      ({ dimension }) => takeApart(dimension).id !== id || depthOf(dimension) > depth,
    ),
  }
}
