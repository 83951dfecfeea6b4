import {
  isSame,
  providersScheme,
  sdmxRefusals,
  wholeQuery,
  type DataContext,
  type Dataflow,
  type DataQuery,
  type DataStructure,
} from '@caudal/methods/exchange'
import type { FigureSet } from './figures/published-figures.ts'
import type { Shelf } from './structure-shelf.ts'

/** A dataflow that a question is asked of, with its structure and its figures, where it has any. */
export interface FlowAsked {
  readonly dataflow: Dataflow
  readonly structure: DataStructure
  readonly set: FigureSet | undefined
}

/**
 * The dataflows that a context means.
 *
 * @throws Refusal `sdmx.no-results` where it means none
 */
export function findFlows(shelf: Shelf, context: DataContext): FlowAsked[] {
  const { book } = shelf
  const { agencies, ids, versions } = context
  const meant = context.kinds.flatMap((kind): readonly Dataflow[] => {
    const found = book.select({ ...wholeQuery, kinds: [kind], agencies, ids, versions })
    return found.flatMap((structure): readonly Dataflow[] => {
      if (structure.kind === 'dataflow') return [structure]
      if (structure.kind === 'provisionagreement') {
        const flow = book.find(structure.dataflow as Dataflow)
        return flow ? [flow] : []
      }
      return book.ofKind('dataflow').filter((flow) => isSame(flow.structure, structure))
    })
  })
  const flows = meant.filter(
    (flow, index) => meant.findIndex((other) => isSame(other, flow)) === index,
  )
  // Not an empty answer, but a question to something that is not there.
  if (flows.length === 0) throw sdmxRefusals.refuse('no-results', { of: 'nothing' })
  return flows.map((dataflow) => ({
    dataflow,
    structure: book.find(dataflow.structure as DataStructure)!,
    set: shelf.sets.find((set) => set.dataflow === dataflow.id),
  }))
}

/** Flows with figures, of a provider that is asked for. */
export function withFigures(
  flows: readonly FlowAsked[],
  providers: DataQuery['providers'],
): (FlowAsked & { readonly set: FigureSet })[] {
  return flows.filter(
    (flow): flow is FlowAsked & { readonly set: FigureSet } =>
      flow.set !== undefined && isProvided(flow.set, providers),
  )
}

function isProvided(set: FigureSet, providers: DataQuery['providers']): boolean {
  if (providers === 'all') return true
  return providers.some(
    ({ agency, id }) =>
      (agency === undefined || agency === providersScheme.agency) &&
      set.facts.providers.some((provider) => provider.id === id),
  )
}
