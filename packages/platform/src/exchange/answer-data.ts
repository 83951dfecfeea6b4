import {
  allDimensions,
  attributeGroups,
  dataCsv,
  dataJson,
  genericDataXml,
  sdmxRefusals,
  selectFigures,
  specificDataXml,
  type Codelist,
  type DataMessage,
  type DataQuery,
  type DataSetPart,
} from '@caudal/methods/exchange'
import { findFlows, reportedBy, withFigures, type FlowAsked } from './figure-context.ts'
import type { FigureQuestion, FigureSet } from './figures/published-figures.ts'
import { headerOf, inPieces } from './message-writing.ts'
import { observationOrder } from './observation-order.ts'
import type { Asked } from './sdmx-answer.ts'
import { peeked, sliced } from './stream-parts.ts'

/**
 * A message of data as a stream. Whether it holds anything is known before the first piece: the head
 * of each part is read ahead.
 *
 * @throws Refusal `sdmx.no-results`, `sdmx.component-unknown`, `sdmx.key-of-other-length`,
 *   `sdmx.not-implemented`
 */
export async function answerData(
  asked: Asked,
  query: DataQuery,
  now: number,
): Promise<AsyncIterable<string>> {
  const all = findFlows(asked.shelf, query.context)
  const flows = withFigures(asked.shelf, all, query.providers)
  // The question is checked against the structure even where there is no figure.
  for (const { structure } of all) selectFigures(query, { structure, codes: {}, periods: [] })
  const first = flows[0]
  if (!first) throw sdmxRefusals.refuse('no-results')
  if (flows.some(({ structure }) => structure.id !== first.structure.id)) {
    throw sdmxRefusals.refuse('not-implemented', {
      resource: 'data of several structures',
      offered: flows.map(({ dataflow }) => dataflow.id).join(', '),
    })
  }
  const attributes = attributesAsked(query, first)
  const ofKeysOnly = query.detail === 'serieskeysonly' || query.detail === 'nodata'
  const parts: DataSetPart[] = []
  for (const { set, structure } of flows) {
    for (const part of partsOf(set, query)) {
      const { dissemination, deleted } = part.then
      const occurs = set.occurring({ dissemination, ever: deleted === true })
      const selection = selectFigures(query, { structure, ...occurs })
      if (!selection) continue
      const question: FigureQuestion = {
        ...part.then,
        boxes: selection.boxes,
        periods: selection.periods,
        others: selection.others,
        order: observationOrder(query, structure),
        first: ofKeysOnly ? 1 : query.firstObservations,
        last: ofKeysOnly ? undefined : query.lastObservations,
        attributes,
      }
      const stream = await peeked(set.read(question))
      if (stream) {
        parts.push({
          action: part.action,
          ...(part.validFrom !== undefined && { validFrom: isoOf(part.validFrom) }),
          ...(part.validTo !== undefined && { validTo: isoOf(part.validTo) }),
          attributes: part.action === 'Delete' ? {} : dataSetAttributes(set, query),
          observations: sliced(stream, query.offset, query.limit),
        })
      }
    }
  }
  if (parts.length === 0) throw sdmxRefusals.refuse('no-results')
  const message = messageOf(asked, query, first, parts, attributes, now)
  return inPieces(writeData(asked, message))
}

interface PartAsked {
  readonly action: DataSetPart['action']
  readonly validFrom?: number
  readonly validTo?: number
  /** Which figures, of which dissemination. */
  readonly then: Pick<FigureQuestion, 'changedAfter' | 'changedThen' | 'deleted'> & {
    readonly dissemination: number
  }
}

/**
 * The data sets of an answer: what is there; or what changed and what was deleted since an instant;
 * or, for the history, both of every dissemination.
 */
function partsOf(set: FigureSet, query: DataQuery): PartAsked[] {
  const kept = set.disseminations.map(({ at }, index) => ({ at, index }))
  const until = kept.filter(({ at }) => query.asOf === undefined || at <= query.asOf)
  const present = until.at(-1)
  if (!present) return []
  if (query.includeHistory) {
    const since = until.filter(
      ({ at }) => query.updatedAfter === undefined || at > query.updatedAfter,
    )
    return since.flatMap(({ at, index }): PartAsked[] => {
      const next = kept[index + 1]?.at
      const validity = { validFrom: at, ...(next !== undefined && { validTo: next }) }
      const then = { dissemination: index, changedThen: true }
      return [
        { action: 'Replace', ...validity, then },
        { action: 'Delete', ...validity, then: { ...then, deleted: true } },
      ]
    })
  }
  const then = { dissemination: present.index }
  if (query.updatedAfter === undefined) return [{ action: 'Information', then }]
  const changed = { ...then, changedAfter: query.updatedAfter }
  return [
    { action: 'Replace', validFrom: present.at, then: changed },
    { action: 'Delete', validFrom: present.at, then: { ...changed, deleted: true } },
  ]
}

function attributesAsked(query: DataQuery, { structure, set }: FlowAsked) {
  const isAsked = (id: string, group: string) =>
    query.attributes === undefined ||
    query.attributes.includes(id) ||
    query.attributes.includes(group)
  const known = new Set(
    Object.values(set?.seriesAttributes ?? {}).flatMap((said) => Object.keys(said)),
  )
  const ids = structure.attributes.map(({ id }) => id)
  return {
    series: ids.filter((id) => known.has(id) && isAsked(id, attributeGroups[2]!)),
    observation: ['OBS_STATUS', 'CONF_STATUS'].filter((id) => isAsked(id, attributeGroups[3]!)),
  }
}

function dataSetAttributes(set: FigureSet, query: DataQuery): Record<string, string> {
  const { attributes } = query
  return Object.fromEntries(
    Object.entries(set.attributes).filter(
      ([id, value]) =>
        value !== '' &&
        (attributes === undefined || attributes.includes(id) || attributes.includes('dataset')),
    ),
  )
}

function messageOf(
  { call, shelf, negotiated }: Asked,
  query: DataQuery,
  flow: FlowAsked,
  dataSets: readonly DataSetPart[],
  attributes: FigureQuestion['attributes'],
  now: number,
): DataMessage {
  const { structure, dataflow } = flow
  const dimension = query.dimensionAtObservation ?? 'TIME_PERIOD'
  const keysOnly = query.detail === 'serieskeysonly' || query.detail === 'nodata'
  // Series are asked for: a table without series cannot hold them.
  const packaged = keysOnly && dimension === allDimensions ? 'TIME_PERIOD' : dimension
  if (negotiated.representation.timeSeries === true && packaged !== 'TIME_PERIOD') {
    throw sdmxRefusals.refuse('format-not-offered', {
      asked: `${negotiated.representation.type}, dimensionAtObservation=${dimension}`,
      offered: 'dimensionAtObservation=TIME_PERIOD',
    })
  }
  return {
    header: headerOf(call, now),
    structure,
    dataflow,
    reportedAgainst: reportedBy(shelf, flow, query.providers),
    dimensionAtObservation: packaged,
    detail: query.detail,
    seriesAttributes: attributes.series,
    observationAttributes: attributes.observation,
    dataSets,
    preference: call.languages,
    findCodelist: (reference) => shelf.book.find(reference as Codelist),
    findConcept: (reference) =>
      shelf.book
        .find({ ...reference, kind: 'conceptscheme' })
        ?.concepts.find(({ id }) => id === reference.item),
  }
}

function writeData({ negotiated }: Asked, message: DataMessage): AsyncIterable<string> {
  const { writes, version, timeSeries } = negotiated.representation
  const { labels, keys } = negotiated.parameters
  switch (writes) {
    case 'generic-xml':
      return genericDataXml(message, timeSeries)
    case 'specific-xml':
      return specificDataXml(message, timeSeries)
    case 'data-csv':
      return dataCsv(message, {
        version: version as '1.0.0' | '2.0.0' | '2.1.0',
        labels: (labels ?? 'id') as 'id' | 'name' | 'both',
        keys: (keys ?? 'none') as 'none' | 'obs' | 'series' | 'both',
      })
    default:
      return dataJson(message, version as '1.0' | '2.0.0' | '2.1.0')
  }
}

const isoOf = (at: number) => new Date(at).toISOString()
