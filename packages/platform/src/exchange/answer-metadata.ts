import {
  isSame,
  meetsVersion,
  metadataJson,
  metadataJson1,
  metadataProvider,
  metadataSets,
  metadataSetVersion,
  metadataXml,
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
  { call, shelf, negotiated }: Asked,
  query: MetadataQuery,
  said: readonly MetadataStatement[],
  now: number,
): AsyncIterable<string> {
  const { book, sets } = shelf
  const about = query.about && book.select(query.about)
  const flows = query.flows && book.select(query.flows)
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
      (flows === undefined || flows.some((each) => isSame(each, set.flow))) &&
      (query.versions === 'all' || query.versions.some(isSetVersion)) &&
      (about === undefined || about.some((each) => isSame(each, set.target))),
  )
  if (found.length === 0) throw sdmxRefusals.refuse('no-results')
  const header = headerOf(call, now)
  const { writes, version } = negotiated.representation
  if (writes === 'metadata-xml') return inPieces(metadataXml(header, found))
  if (version === '1.0') return inPieces(metadataJson1(header, found, call.languages))
  const written = version as '2.0.0' | '2.1.0'
  return inPieces(metadataJson(header, found, call.languages, query.stubs, written))
}

/** Whether the one version of sets is among those asked for: the latest is every one of them. */
const isSetVersion = (asked: string) =>
  asked === '+' || asked === '~' || meetsVersion(metadataSetVersion, asked)
