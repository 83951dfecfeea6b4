import type { DataStructure } from '../information-model/structures.ts'
import { sdmxRefusals } from '../refusals.ts'
import { meetsFilter, type ComponentFilter } from './component-filter.ts'
import type { DataQuery } from './data-query.ts'

/** Codes of each dimension that a query leaves; several boxes where several keys were asked for. */
export interface FigureSelection {
  /** By id of the dimension: codes that occur and are wanted. A dimension that is absent is open. */
  readonly boxes: readonly Readonly<Record<string, readonly string[]>>[]
  /** Periods wanted; undefined: all. */
  readonly periods: readonly string[] | undefined
  /** Conditions on attributes of observations and on the figure. */
  readonly others: readonly ComponentFilter[]
}

/** What is known of the figures that are asked. */
export interface OccurringFigures {
  readonly structure: DataStructure
  /** By id of the dimension, the time left out. */
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly periods: readonly string[]
}

/**
 * Which codes and periods a query means, of those that occur. Codes that do not occur are left out:
 * they match nothing.
 *
 * @returns undefined where nothing can match
 * @throws Refusal `sdmx.key-of-other-length`, `sdmx.component-unknown`
 */
export function selectFigures(
  query: DataQuery,
  figures: OccurringFigures,
): FigureSelection | undefined {
  const { structure } = figures
  const ids = structure.dimensions.map(({ id }) => id)
  checkComponents(query, structure)
  const shared = new Map<string, readonly string[]>()
  let periods: readonly string[] | undefined
  const others: ComponentFilter[] = []
  for (const filter of query.filters) {
    if (filter.component === 'TIME_PERIOD') {
      periods = (periods ?? figures.periods).filter((period) => meetsFilter(period, filter))
    } else if (ids.includes(filter.component)) {
      const before = shared.get(filter.component) ?? figures.codes[filter.component] ?? []
      shared.set(
        filter.component,
        before.filter((code) => meetsFilter(code, filter)),
      )
    } else {
      others.push(filter)
    }
  }
  if (periods?.length === 0) return undefined
  const keys = query.keys.length === 0 ? [[]] : query.keys
  const boxes = keys.flatMap((key) => {
    const open = query.openEnded || key.length === 0
    if (key.length > ids.length || (!open && key.length !== ids.length)) {
      throw sdmxRefusals.refuse('key-of-other-length', {
        given: key.length,
        expected: ids.length,
        dimensions: ids.join('.'),
      })
    }
    const box: Record<string, readonly string[]> = {}
    for (const [position, id] of ids.entries()) {
      const asked = key[position]
      const occurring = shared.get(id)
      if (asked === undefined && occurring === undefined) continue
      const among = new Set(occurring ?? figures.codes[id])
      const kept =
        asked === undefined ? [...among] : [...new Set(asked)].filter((each) => among.has(each))
      if (kept.length === 0) return []
      // What leaves every code that occurs is no condition, and costs no reading.
      if (kept.length < (figures.codes[id]?.length ?? 0)) box[id] = kept
    }
    return [box]
  })
  return boxes.length === 0 ? undefined : { boxes, periods, others }
}

function checkComponents(query: DataQuery, structure: DataStructure): void {
  const known = [
    ...structure.dimensions.map(({ id }) => id),
    ...(structure.time ? ['TIME_PERIOD'] : []),
    ...structure.attributes.map(({ id }) => id),
    structure.measure.id,
  ]
  const dimension = query.dimensionAtObservation
  const asked = [
    ...query.filters.map(({ component }) => component),
    ...(query.attributes ?? []).filter((id) => !attributeGroups.includes(id)),
    ...query.sort
      .map(({ component }) => component)
      .filter((id) => id !== '*' && id !== 'series_key'),
  ]
  const unknown =
    asked.find((id) => !known.includes(id)) ??
    query.measures.find((id) => id !== structure.measure.id) ??
    (dimension !== undefined &&
    dimension !== 'AllDimensions' &&
    dimension !== 'TIME_PERIOD' &&
    !structure.dimensions.some(({ id }) => id === dimension)
      ? dimension
      : undefined)
  if (unknown !== undefined) {
    throw sdmxRefusals.refuse('component-unknown', {
      component: unknown.slice(0, 80),
      known: known.join(', '),
    })
  }
}

/** Words that stand for several attributes. */
export const attributeGroups: readonly string[] = ['msd', 'dataset', 'series', 'obs']
