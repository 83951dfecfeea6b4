import { parseTableSpec, parseWhere, printWhere, type TableSpec } from '@caudal/methods/publish'
import { Refusal } from '@caudal/methods/vocabulary'
import { readMapView, writeMapView, type MapView } from '@caudal/methods/publish/map'

export const views = [
  'table',
  'bar',
  'line',
  'map',
  'multiples',
  'heat',
  'pyramid',
  'sankey',
  'flow',
  'chord',
] as const
export type View = (typeof views)[number]

/** All that a page of explore shows, whole in its address. */
export interface Exploration {
  readonly spec: TableSpec
  readonly view: View
  /** Where the totals of the table stand. */
  readonly totals: 'first' | 'last'
  /** What a reader has chosen on the map; kept while another view is open. */
  readonly map: MapView
  /** Codes that a drawing holds the variables to which it does not draw: `time.year` → `2023`. */
  readonly at: Readonly<Record<string, string>>
}

/** The query part of an address of explore, as text. */
export interface ExploreSearch {
  readonly rows?: string
  readonly columns?: string
  readonly where?: string
  readonly measure?: string
  readonly show?: string
  readonly sort?: string
  readonly top?: string
  readonly view?: string
  readonly totals?: string
  readonly map?: string
  readonly at?: string
}

/** The names of an address that the API reads too. */
const specNames = ['rows', 'columns', 'where', 'measure', 'show', 'sort', 'top'] as const
const searchNames = [
  ...specNames,
  'view',
  'totals',
  'map',
  'at',
] as const satisfies readonly (keyof ExploreSearch)[]

/** The table a cube shows on a first visit. */
export interface Opening {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/**
 * Reads an address. One that names neither rows nor columns is the opening table of its cube,
 * with whatever filters and measure it names.
 *
 * @throws Refusal where the specification of the table cannot be understood
 */
export function readExploration(search: ExploreSearch, opening: Opening): Exploration {
  const written = specNames.flatMap((name): [string, string][] => {
    const value = search[name]
    return value === undefined ? [] : [[name, value]]
  })
  const spec = parseTableSpec(new URLSearchParams(written))
  const open = search.rows === undefined && search.columns === undefined
  return {
    spec: open ? { ...spec, rows: opening.rows, columns: opening.columns } : spec,
    view: views.find((view) => view === search.view) ?? 'table',
    totals: search.totals === 'first' ? 'first' : 'last',
    map: readMapView(search.map ?? ''),
    at: readAt(search.at ?? ''),
  }
}

/** What is written as `time.year:2023;sex:F`; what is not is left out, as a view opens without it. */
function readAt(text: string): Record<string, string> {
  try {
    return Object.fromEntries(
      parseWhere(text).flatMap(({ dimension, codes }) =>
        codes?.length === 1 ? [[dimension, codes[0]!]] : [],
      ),
    )
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}

/** Writes an address that `readExploration` reads back as the same. */
export function writeExploration({ spec, view, totals, map, at }: Exploration): ExploreSearch {
  const mapText = writeMapView(map)
  const atText = printWhere(
    Object.entries(at).map(([dimension, code]) => ({ dimension, codes: [code] })),
  )
  return {
    ...writeSpec(spec),
    ...(view !== 'table' && { view }),
    ...(totals === 'first' && { totals }),
    ...(mapText !== '' && { map: mapText }),
    ...(atText !== '' && { at: atText }),
  }
}

/** The part of an address that the API reads too. */
export function writeSpec(spec: TableSpec): ExploreSearch {
  const empty = spec.rows.length === 0 && spec.columns.length === 0
  return {
    ...((spec.rows.length > 0 || empty) && { rows: spec.rows.join(',') }),
    ...(spec.columns.length > 0 && { columns: spec.columns.join(',') }),
    ...(spec.where.length > 0 && { where: printWhere(spec.where) }),
    ...(spec.measure !== undefined && { measure: spec.measure }),
    ...(spec.show !== undefined && { show: spec.show }),
    ...(spec.sort !== undefined && { sort: spec.sort }),
    ...(spec.top !== undefined && { top: String(spec.top) }),
  }
}

/** Keeps what an address of explore knows and drops the rest. */
export function exploreSearch(search: Readonly<Record<string, unknown>>): ExploreSearch {
  return Object.fromEntries(
    searchNames.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
