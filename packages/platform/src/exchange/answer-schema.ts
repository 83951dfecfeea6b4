import {
  allDimensions,
  isSame,
  keepCodes,
  schemaXml,
  sdmxRefusals,
  type Codelist,
  type ConceptScheme,
  type DataStructure,
  type SchemaQuery,
  type Structure,
} from '@caudal/methods/exchange'
import { findFlows, type FlowAsked } from './figure-context.ts'
import { inPieces, writeStructures } from './message-writing.ts'
import type { Asked } from './sdmx-answer.ts'
import type { Shelf } from './structure-shelf.ts'

/**
 * What a valid message is, as an XML schema or as the structures that apply, with the codes that the
 * constraints of the context leave.
 *
 * @throws Refusal `sdmx.no-results`, `sdmx.component-unknown`
 */
export function answerSchema(asked: Asked, query: SchemaQuery, now: number): AsyncIterable<string> {
  const { shelf, negotiated } = asked
  const flows = findFlows(shelf, query.context)
  const { structure, reportedAgainst } = flows[0]!
  const dimensionAtObservation = query.dimensionAtObservation ?? 'TIME_PERIOD'
  const known = [...structure.dimensions.map(({ id }) => id), 'TIME_PERIOD', allDimensions]
  if (!known.includes(dimensionAtObservation)) {
    throw sdmxRefusals.refuse('component-unknown', {
      component: dimensionAtObservation.slice(0, 80),
      known: known.join(', '),
    })
  }
  // A structure is not constrained by what one of its dataflows is.
  const constrained = query.context.kinds.includes('datastructure') ? [] : flows
  const findCodes = (component: string, reference: Parameters<Shelf['book']['find']>[0]) =>
    allowedCodes(shelf, constrained, component, shelf.book.find(reference as Codelist))
  if (negotiated.representation.writes === 'schema-xml') {
    return inPieces(schemaXml({ structure, reportedAgainst, dimensionAtObservation, findCodes }))
  }
  return inPieces(writeStructures(asked, applying(shelf, structure, constrained), now))
}

function applying(
  shelf: Shelf,
  structure: DataStructure,
  flows: readonly FlowAsked[],
): Structure[] {
  const components = [...structure.dimensions, ...structure.attributes]
  const lists = new Map<string, { list: Codelist; codes: Set<string> }>()
  for (const { id, representation } of components) {
    if (!('codelist' in representation)) continue
    const list = shelf.book.find(representation.codelist as Codelist)
    if (!list) continue
    const held = lists.get(list.id) ?? { list, codes: new Set() }
    for (const { id: code } of allowedCodes(shelf, flows, id, list)!.codes) held.codes.add(code)
    lists.set(list.id, held)
  }
  const used = new Set([
    ...components.map(({ concept }) => concept.item),
    structure.measure.concept.item,
    'TIME_PERIOD',
  ])
  const scheme = shelf.book.find(structure.measure.concept as unknown as ConceptScheme)
  const agencies = shelf.book.ofKind('agencyscheme')
  return [
    structure,
    ...[...lists.values()].map(({ list, codes }) => keepCodes(list, codes)),
    ...(scheme
      ? [{ ...scheme, concepts: scheme.concepts.filter(({ id }) => used.has(id)), isPartial: true }]
      : []),
    ...agencies.map((each) => ({
      ...each,
      agencies: each.agencies.filter(({ id }) => id === structure.agency || id === each.agency),
      isPartial: true,
    })),
  ]
}

/** A code list with the codes that every constraint on a component leaves. */
function allowedCodes(
  shelf: Shelf,
  flows: readonly FlowAsked[],
  component: string,
  list: Codelist | undefined,
): Codelist | undefined {
  if (!list) return undefined
  const allowed = new Set<string>()
  for (const { dataflow } of flows) {
    const keys = shelf.book
      .ofKind('dataconstraint')
      .filter(
        ({ role, attachedTo }) =>
          role === 'allowed' && attachedTo.some((target) => isSame(target, dataflow)),
      )
      .flatMap(({ region }) => region.filter(({ id }) => id === component))
    if (keys.length === 0) return list
    for (const key of keys) for (const value of key.values ?? []) allowed.add(value)
  }
  return allowed.size === 0 ? list : keepCodes(list, allowed)
}
