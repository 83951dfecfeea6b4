import type { Calculation, CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { takeApart } from './rearrange.ts'

type Asked = Pick<CubeAnswer, 'measures' | 'dimensions'>

/**
 * What can be shown of the measure of a table as it is arranged: shares need a total that exists,
 * changes and indices need time on an axis, rates a denominator that the cube declares.
 */
export function possibleShows(cube: Asked, spec: TableSpec): readonly Calculation[] {
  const measure = cube.measures.find(({ id }) => id === spec.measure) ?? cube.measures[0]
  if (!measure) return []
  const held = (axis: readonly string[]): boolean =>
    axis.some((written) => measure.notAdditiveOver.includes(takeApart(written).id))
  const isTime = (written: string): boolean =>
    cube.dimensions.some(({ id, kind }) => kind === 'time' && id === takeApart(written).id)
  const { rows, columns } = spec
  const shows: Calculation[] = []
  if (columns.length > 0 && !held(columns)) shows.push('row-share')
  if (rows.length > 0 && !held(rows)) shows.push('column-share')
  if (rows.length + columns.length > 0 && !held([...rows, ...columns])) shows.push('total-share')
  if ([...rows, ...columns].some(isTime)) {
    shows.push('change', 'year-change', 'difference', 'year-difference', 'index')
  }
  return [...shows, ...measure.rates.map(({ id }) => id)]
}

/**
 * Keeps what is shown where the table still allows it; a share of rows becomes one of columns, and
 * back, where the axes have changed places.
 */
export function fitShow(cube: Asked, spec: TableSpec): TableSpec {
  const { show, ...others } = spec
  if (show === undefined) return spec
  const possible = possibleShows(cube, spec)
  if (possible.includes(show)) return spec
  const turned = show === 'row-share' ? 'column-share' : show === 'column-share' && 'row-share'
  return turned && possible.includes(turned) ? { ...others, show: turned } : others
}

/** Shows something else of the measure; undefined: the figures themselves. */
export function setShow(spec: TableSpec, show: Calculation | undefined): TableSpec {
  const { show: _, ...others } = spec
  return show === undefined ? others : { ...others, show }
}
