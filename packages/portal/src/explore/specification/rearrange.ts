import type { Condition, TableSpec } from '@caudal/methods/publish'

/** Where a dimension stands: on an axis of the table, or outside, added up or filtered. */
export type Place = 'rows' | 'columns' | 'rest'

/** A dimension as a specification writes it, taken apart: `time.year`. */
export interface DimensionAt {
  readonly id: string
  readonly level: string | undefined
}

/** @example takeApart('time.year') // => { id: 'time', level: 'year' } */
export function takeApart(written: string): DimensionAt {
  const dot = written.indexOf('.')
  return dot < 0
    ? { id: written, level: undefined }
    : { id: written.slice(0, dot), level: written.slice(dot + 1) }
}

/** Where a dimension stands in a specification, and how it is written there. */
export function placeOf(
  spec: TableSpec,
  id: string,
): { readonly place: Place; readonly position: number; readonly written: string | undefined } {
  for (const place of ['rows', 'columns'] as const) {
    const position = spec[place].findIndex((written) => takeApart(written).id === id)
    if (position >= 0) return { place, position, written: spec[place][position] }
  }
  return { place: 'rest', position: -1, written: undefined }
}

/**
 * Puts a dimension at a place, before the dimension that stands at `position` there once it has
 * been taken out of where it was; past the end means last. `written` says at which level.
 */
export function putDimension(
  spec: TableSpec,
  written: string,
  place: Place,
  position = Number.MAX_SAFE_INTEGER,
): TableSpec {
  const { id } = takeApart(written)
  const others = (axis: readonly string[]): string[] =>
    axis.filter((each) => takeApart(each).id !== id)
  const next = { ...spec, rows: others(spec.rows), columns: others(spec.columns) }
  if (place !== 'rest') next[place] = next[place].toSpliced(position, 0, written)
  return sound(next)
}

/** Changes the level of a dimension where it stands; its filter goes, being of the other level. */
export function setLevel(spec: TableSpec, id: string, written: string): TableSpec {
  const change = (axis: readonly string[]): string[] =>
    axis.map((each) => (takeApart(each).id === id ? written : each))
  return { ...spec, rows: change(spec.rows), columns: change(spec.columns) }
}

/** Sets or removes the filters of a dimension, at whatever level they were. */
export function setCondition(
  spec: TableSpec,
  id: string,
  condition: Condition | undefined,
): TableSpec {
  const others = spec.where.filter(({ dimension }) => takeApart(dimension).id !== id)
  return { ...spec, where: condition ? [...others, condition] : others }
}

export function conditionsOf(spec: TableSpec, id: string): readonly Condition[] {
  return spec.where.filter(({ dimension }) => takeApart(dimension).id === id)
}

export function swapAxes(spec: TableSpec): TableSpec {
  return sound({ ...spec, rows: spec.columns, columns: spec.rows })
}

export function setSort(spec: TableSpec, sort: TableSpec['sort']): TableSpec {
  const { sort: _, ...others } = spec
  return sort === undefined ? others : { ...others, sort }
}

export function setTop(spec: TableSpec, top: number | undefined): TableSpec {
  const { top: _, ...others } = spec
  return top === undefined ? others : { ...others, top }
}

/** Without rows there is nothing to sort and nothing to cut. */
function sound(spec: TableSpec): TableSpec {
  if (spec.rows.length > 0) return spec
  const { sort: _sort, top: _top, ...others } = spec
  return others
}
