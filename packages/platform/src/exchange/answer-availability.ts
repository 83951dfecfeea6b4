import {
  instants,
  isSame,
  keepCodes,
  ownReference,
  sdmxRefusals,
  selectFigures,
  type AvailabilityQuery,
  type Codelist,
  type ConceptScheme,
  type CubeRegionKey,
  type DataConstraint,
  type DataQuery,
  type Structure,
} from '@caudal/methods/exchange'
import { findFlows, withFigures, type FlowAsked } from './figure-context.ts'
import type { Availability, FigureQuestion, FigureSet } from './figures/published-figures.ts'
import type { Shelf } from './structure-shelf.ts'

type Flow = FlowAsked & { readonly set: FigureSet }

/**
 * What data there are of a question, as a constraint, and the structures it uses that are asked for.
 *
 * @throws Refusal `sdmx.no-results`, `sdmx.component-unknown`
 */
export async function answerAvailability(
  shelf: Shelf,
  query: AvailabilityQuery,
): Promise<Structure[]> {
  const flows = withFigures(shelf, findFlows(shelf, query.data.context), query.data.providers)
  const structures: Structure[] = []
  for (const flow of flows) {
    const known = flow.structure.dimensions.map(({ id }) => id)
    const unknown = query.components?.find((id) => id !== 'TIME_PERIOD' && !known.includes(id))
    if (unknown !== undefined) {
      throw sdmxRefusals.refuse('component-unknown', {
        component: unknown.slice(0, 80),
        known: [...known, 'TIME_PERIOD'].join(', '),
      })
    }
    const found = await availabilityOf(flow, query)
    if (!found || found.observationCount === 0) continue
    const constraint = constraintOf(flow, query, found)
    structures.push(constraint, ...referenced(shelf, flow, query, constraint))
  }
  if (structures.length === 0) throw sdmxRefusals.refuse('no-results')
  return structures.filter(
    (each, index) => structures.findIndex((other) => isSame(other, each)) === index,
  )
}

async function availabilityOf(
  flow: Flow,
  query: AvailabilityQuery,
): Promise<Availability | undefined> {
  const exact = await measure(flow, query.data)
  if (query.mode === 'exact' || !exact) return exact
  // A code is a valid selection where it exists beside what is selected of the other dimensions.
  const codes: Record<string, readonly string[]> = {}
  for (const [position, { id }] of flow.structure.dimensions.entries()) {
    const without: DataQuery = {
      ...query.data,
      keys: query.data.keys.map((key) => key.map((part, i) => (i === position ? undefined : part))),
      filters: query.data.filters.filter(({ component }) => component !== id),
    }
    codes[id] = (await measure(flow, without))?.codes[id] ?? []
  }
  return { ...exact, codes }
}

/** What there is of a question; where changes are asked for, what was deleted is one of them. */
async function measure(flow: Flow, data: DataQuery): Promise<Availability | undefined> {
  const there = await measureHalf(flow, data, false)
  if (data.updatedAfter === undefined) return there
  const gone = await measureHalf(flow, data, true)
  if (!there || !gone) return there ?? gone
  const union = (one: readonly string[], other: readonly string[]) =>
    [...new Set([...one, ...other])].sort()
  return {
    codes: Object.fromEntries(
      Object.entries(there.codes).map(([id, codes]) => [id, union(codes, gone.codes[id] ?? [])]),
    ),
    periods: union(there.periods, gone.periods),
    seriesCount: there.seriesCount + gone.seriesCount,
    observationCount: there.observationCount + gone.observationCount,
  }
}

async function measureHalf(
  { set, structure }: Flow,
  data: DataQuery,
  deleted: boolean,
): Promise<Availability | undefined> {
  const selection = selectFigures(data, { structure, ...set.occurring({ ever: deleted }) })
  if (!selection) return undefined
  const question: FigureQuestion = {
    ...selection,
    changedAfter: data.updatedAfter,
    ...(deleted && { deleted }),
    attributes: { series: [], observation: [] },
  }
  const isWhole =
    selection.periods === undefined &&
    selection.others.length === 0 &&
    data.updatedAfter === undefined &&
    selection.boxes.every((box) => Object.keys(box).length === 0)
  if (isWhole) {
    const { codes, seriesCount, observationCount } = set.facts
    return { codes, periods: set.periods, seriesCount, observationCount }
  }
  return set.measureAvailability(question)
}

function constraintOf(flow: Flow, query: AvailabilityQuery, found: Availability): DataConstraint {
  const { dataflow, structure } = flow
  const isAsked = (id: string) => query.components?.includes(id) ?? true
  const region = structure.dimensions
    .filter(({ id }) => isAsked(id))
    .map(({ id }): CubeRegionKey => ({ id, values: found.codes[id] ?? [] }))
  const range =
    found.periods.length === 0
      ? undefined
      : { start: found.periods[0]!, end: found.periods.at(-1)! }
  if (range && isAsked('TIME_PERIOD')) region.push({ id: 'TIME_PERIOD', range })
  return {
    ...ownReference('dataconstraint', `AVAILABLE_${dataflow.id}`),
    name: {
      es: 'Datos disponibles para la consulta',
      en: 'Data available to the query',
      fr: 'Données disponibles pour la requête',
    },
    annotations: [
      { id: 'series_count', title: String(found.seriesCount), type: 'sdmx_metrics' },
      { id: 'obs_count', title: String(found.observationCount), type: 'sdmx_metrics' },
    ],
    role: 'actual',
    attachedTo: [dataflow],
    region,
    seriesCount: found.seriesCount,
    observationCount: found.observationCount,
    isAvailability: true,
    ...(range && { referencePeriod: instants(range) }),
  }
}

function referenced(
  shelf: Shelf,
  { dataflow, structure, set }: Flow,
  query: AvailabilityQuery,
  constraint: DataConstraint,
): Structure[] {
  const { book } = shelf
  const given = new Set(set.facts.providers.map(({ id }) => id))
  const told = new Map(constraint.region.map(({ id, values }) => [id, values]))
  return query.references.flatMap((kind): readonly Structure[] => {
    switch (kind) {
      case 'dataflow':
        return [dataflow]
      case 'datastructure':
        return [structure]
      case 'dataproviderscheme':
        return book.ofKind('dataproviderscheme').map((scheme) => ({
          ...scheme,
          providers: scheme.providers.filter(({ id }) => given.has(id)),
          isPartial: true,
        }))
      case 'conceptscheme': {
        const used = structure.dimensions.filter(({ id }) => told.has(id))
        const concepts = new Set(used.map(({ concept }) => concept.item))
        if (told.has('TIME_PERIOD')) concepts.add('TIME_PERIOD')
        const schemes = used
          .slice(0, 1)
          .map(({ concept }) => book.find(concept as unknown as ConceptScheme))
        return schemes
          .filter((scheme) => scheme !== undefined)
          .map((scheme) => ({
            ...scheme,
            concepts: scheme.concepts.filter(({ id }) => concepts.has(id)),
            isPartial: true,
          }))
      }
      case 'codelist': {
        const wanted = new Map<string, { list: Codelist; codes: Set<string> }>()
        for (const { id, representation } of structure.dimensions) {
          if (!told.has(id) || !('codelist' in representation)) continue
          const list = book.find(representation.codelist as Codelist)
          if (!list) continue
          const held = wanted.get(list.id) ?? { list, codes: new Set() }
          for (const code of told.get(id) ?? []) held.codes.add(code)
          wanted.set(list.id, held)
        }
        return [...wanted.values()].map(({ list, codes }) => keepCodes(list, codes))
      }
    }
    return kind satisfies never
  })
}
