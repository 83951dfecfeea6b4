import {
  isSame,
  metadataJson,
  metadataProvider,
  metadataSets,
  sdmxRefusals,
  type MetadataStatement,
  type SdmxRequest,
} from '@caudal/methods/exchange'
import { headerOf, inPieces } from './message-writing.ts'
import type { Asked } from './sdmx-answer.ts'

type MetadataQuery = (SdmxRequest & { readonly asks: 'metadata' })['metadata']

/**
 * The sets of reference metadata that are asked for: by their own names, by their flow, or by the
 * structures that they are about.
 *
 * @throws Refusal `sdmx.no-results`
 */
export function answerMetadata(
  { call, shelf }: Asked,
  query: MetadataQuery,
  said: readonly MetadataStatement[],
  now: number,
): AsyncIterable<string> {
  const { book, sets } = shelf
  const about = query.about && book.select(query.about)
  const named = (asked: 'all' | readonly string[], id: string) =>
    asked === 'all' || asked.includes(id)
  const found = metadataSets(
    sets.map(({ facts }) => facts),
    book.ofKind('dataflow'),
    said,
  ).filter(
    (set) =>
      named(query.providers, metadataProvider) &&
      named(query.setIds, set.id) &&
      named(query.flows, set.flow.id) &&
      (about === undefined || about.some((each) => isSame(each, set.target))),
  )
  if (found.length === 0) throw sdmxRefusals.refuse('no-results')
  return inPieces(metadataJson(headerOf(call, now), found, call.languages, query.stubs))
}
