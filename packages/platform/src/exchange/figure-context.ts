import {
  isSame,
  sdmxRefusals,
  wholeQuery,
  type DataContext,
  type Dataflow,
  type DataQuery,
  type DataStructure,
  type Reference,
} from '@caudal/methods/exchange'
import type { FigureSet } from './figures/published-figures.ts'
import type { Shelf } from './structure-shelf.ts'

/** A dataflow that a question is asked of, with its structure and its figures, where it has any. */
export interface FlowAsked {
  readonly dataflow: Dataflow
  readonly structure: DataStructure
  readonly set: FigureSet | undefined
  /** What it was found by, which data of it name: itself, its structure or an agreement. */
  readonly reportedAgainst: Reference
}

/**
 * The dataflows that a context means.
 *
 * @throws Refusal `sdmx.no-results` where it means none
 */
export function findFlows(shelf: Shelf, context: DataContext): readonly FlowAsked[] {
  const known = knownFlows.get(shelf) ?? new Map<string, readonly FlowAsked[]>()
  knownFlows.set(shelf, known)
  const name = JSON.stringify(context)
  const found = known.get(name) ?? lookUpFlows(shelf, context)
  if (known.size < mostKnownFlows) known.set(name, found)
  return found
}

/** What contexts mean, as long as the structures stand: readers ask the same few all day. */
const knownFlows = new WeakMap<Shelf, Map<string, readonly FlowAsked[]>>()
const mostKnownFlows = 1_000

function lookUpFlows(shelf: Shelf, context: DataContext): FlowAsked[] {
  const { book } = shelf
  const { agencies, ids, versions } = context
  const meant = context.kinds.flatMap((kind) => {
    const found = book.select({ ...wholeQuery, kinds: [kind], agencies, ids, versions })
    return found.flatMap((structure): { flow: Dataflow; reportedAgainst: Reference }[] => {
      const reportedAgainst = referenceTo(structure)
      if (structure.kind === 'dataflow') return [{ flow: structure, reportedAgainst }]
      if (structure.kind === 'provisionagreement') {
        const flow = book.find(structure.dataflow as Dataflow)
        return flow ? [{ flow, reportedAgainst }] : []
      }
      return book
        .ofKind('dataflow')
        .filter((flow) => isSame(flow.structure, structure))
        .map((flow) => ({ flow, reportedAgainst }))
    })
  })
  const distinct = meant.filter(
    ({ flow }, index) => meant.findIndex((other) => isSame(other.flow, flow)) === index,
  )
  // Not an empty answer, but a question to something that is not there.
  if (distinct.length === 0) throw sdmxRefusals.refuse('no-results', { of: 'nothing' })
  return distinct.map(({ flow: dataflow, reportedAgainst }) => ({
    dataflow,
    structure: book.find(dataflow.structure as DataStructure)!,
    set: shelf.sets.find((set) => set.dataflow === dataflow.id),
    reportedAgainst,
  }))
}

/**
 * What data of a flow name where providers were asked for: the agreement of the first of them that has
 * one, and what the flow was found by where none has.
 */
export function reportedBy(
  shelf: Shelf,
  flow: FlowAsked,
  providers: DataQuery['providers'],
): Reference {
  if (providers === 'all') return flow.reportedAgainst
  const agreement = agreementOf(shelf, flow, providers)
  return agreement ? referenceTo(agreement) : flow.reportedAgainst
}

function referenceTo({ kind, agency, id, version }: Reference): Reference {
  return { kind, agency, id, version }
}

/** Flows with figures, of a provider that is asked for. */
export function withFigures(
  shelf: Shelf,
  flows: readonly FlowAsked[],
  providers: DataQuery['providers'],
): (FlowAsked & { readonly set: FigureSet })[] {
  return flows.filter(
    (flow): flow is FlowAsked & { readonly set: FigureSet } =>
      flow.set !== undefined && isProvided(shelf, flow, providers),
  )
}

/** Whether any of the providers has agreed to give the data of a flow. */
function isProvided(shelf: Shelf, flow: FlowAsked, providers: DataQuery['providers']): boolean {
  return providers === 'all' || agreementOf(shelf, flow, providers) !== undefined
}

function agreementOf(
  { book }: Shelf,
  { dataflow: flow }: FlowAsked,
  providers: Exclude<DataQuery['providers'], 'all'>,
) {
  return book
    .ofKind('provisionagreement')
    .find(
      ({ dataflow, provider }) =>
        isSame(dataflow, flow) &&
        providers.some(
          ({ agency, id }) =>
            id === provider.item && (agency === undefined || agency === provider.agency),
        ),
    )
}
