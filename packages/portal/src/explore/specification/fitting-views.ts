import type { CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { findFlowEnds } from '@caudal/methods/publish/views'
import type { View } from './exploration.ts'
import { placeOf, takeApart } from './rearrange.ts'

type Asked = Pick<CubeAnswer, 'dimensions'>
type Dimension = CubeAnswer['dimensions'][number]

/** What a view needs that a table lacks, and the table that would have it. */
export interface Unfit {
  readonly needs: 'time' | 'two-axes' | 'age-and-sex' | 'two-places' | 'place'
  /** Tables that would do, the nearest first; none where the data have no such variable. */
  readonly ways: readonly { readonly labels: readonly string[]; readonly spec: TableSpec }[]
}

/** More cells than this on the way to a view would only make it wait. */
const comfortableCells = 60_000

/** What a view lacks in a table; undefined where it can be drawn. */
export function unfitFor(view: View, cube: Asked, spec: TableSpec): Unfit | undefined {
  const written = [...spec.rows, ...spec.columns]
  const shown = cube.dimensions.filter(({ id }) => placeOf(spec, id).place !== 'rest')
  switch (view) {
    case 'multiples':
    case 'heat': {
      if (view === 'heat' || shown.some(({ kind }) => kind === 'time')) {
        const both = view === 'multiples' ? shown.length > 1 : bothAxes(spec)
        return both ? undefined : { needs: 'two-axes', ways: waysToTwoAxes(cube, spec) }
      }
      return { needs: 'time', ways: waysToTime(cube, spec) }
    }
    case 'pyramid': {
      const fits = shown.some(({ kind }) => kind === 'age') && shown.some(({ id }) => id === 'sex')
      return fits ? undefined : { needs: 'age-and-sex', ways: wayToPyramid(cube, spec) }
    }
    case 'sankey':
    case 'chord':
    case 'flow': {
      const rows = written.map((id) => ({ id, label: '', codes: [] }))
      const fits = findFlowEnds({ rows, columns: [] }, areaIdsOf(cube)) !== undefined
      return fits ? undefined : { needs: 'two-places', ways: waysToCorridors(view, cube, spec) }
    }
    default:
      return undefined
  }
}

/** The ids of the dimensions of a cube that are places. */
export function areaIdsOf(cube: Asked): ReadonlySet<string> {
  return new Set(cube.dimensions.filter(({ kind }) => kind === 'area').map(({ id }) => id))
}

const bothAxes = ({ rows, columns }: TableSpec) => rows.length > 0 && columns.length > 0

function waysToTwoAxes(cube: Asked, spec: TableSpec): Unfit['ways'] {
  const side = spec.rows.length === 0 ? 'rows' : 'columns'
  return cube.dimensions
    .filter(({ id }) => placeOf(spec, id).place === 'rest')
    .map((dimension) => ({ dimension, level: comfortable(dimension, 40) }))
    .slice(0, 3)
    .map(({ dimension, level }) => ({
      labels: [dimension.label],
      spec: { ...spec, [side]: [...spec[side], level.id] },
    }))
}

function waysToTime(cube: Asked, spec: TableSpec): Unfit['ways'] {
  return cube.dimensions
    .filter(({ kind }) => kind === 'time')
    .slice(0, 1)
    .map((dimension) => ({
      labels: [dimension.label],
      spec: { ...spec, columns: [...spec.columns, comfortable(dimension, 40).id] },
    }))
}

function wayToPyramid(cube: Asked, spec: TableSpec): Unfit['ways'] {
  const age = cube.dimensions.find(({ kind }) => kind === 'age')
  const sex = cube.dimensions.find(({ id }) => id === 'sex')
  if (!age || !sex) return []
  const time = [...spec.rows, ...spec.columns].filter((written) =>
    cube.dimensions.some(({ id, kind }) => kind === 'time' && id === takeApart(written).id),
  )
  const rows = [placeOf(spec, age.id).written ?? age.levels[0]!.id]
  const labels = [age.label, sex.label]
  return [{ labels, spec: arranged(spec, rows, [sex.levels[0]!.id, ...time]) }]
}

function waysToCorridors(view: View, cube: Asked, spec: TableSpec): Unfit['ways'] {
  const places = cube.dimensions.filter(({ kind }) => kind === 'area')
  const [first, second] = places
  if (!first || !second) return []
  const ends = findFlowEnds(
    { rows: places.map(({ id, label }) => ({ id, label, codes: [] })), columns: [] },
    areaIdsOf(cube),
  )
  const from = places.find(({ id }) => id === ends?.from) ?? first
  const to = places.find(({ id }) => id === ends?.to) ?? second
  const finest = from.levels[0]!.codes * to.levels[0]!.codes <= comfortableCells
  const level = (dimension: Dimension) =>
    finest || view === 'flow' ? dimension.levels[0]! : comfortable(dimension, 40)
  const rows = [level(from).id]
  const columns = [level(to).id]
  return [{ labels: [from.label, to.label], spec: arranged(spec, rows, columns) }]
}

/** The finest level of at most so many codes, else the coarsest. */
function comfortable({ levels }: Dimension, codes: number) {
  return levels.find((level) => level.codes <= codes) ?? levels.at(-1)!
}

/** Another table of the same filters: an order or a cut of rows was for the one before. */
function arranged(spec: TableSpec, rows: string[], columns: string[]): TableSpec {
  const { sort: _sort, top: _top, ...others } = spec
  return { ...others, rows, columns }
}
