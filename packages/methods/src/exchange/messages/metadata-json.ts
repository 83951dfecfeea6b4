import { urnOf } from '../information-model/reference.ts'
import {
  metadataflowUrn,
  metadataSetVersion,
  metadataProvider,
  type MetadataSet,
} from '../region/reference-metadata.ts'
import { metaJson } from './json-meta.ts'
import { bestWords, type Preference } from './json-words.ts'
import type { MessageHeader } from './message-header.ts'

/**
 * A message of reference metadata of SDMX-JSON 2.0 or 2.1, set by set, in all languages.
 *
 * @param stubs only which sets there are
 * @see SDMX-JSON 2.1.0, metadata message, sdmx-json-metadata-schema.json
 */
export function* metadataJson(
  header: MessageHeader,
  sets: readonly MetadataSet[],
  preference: Preference,
  stubs: boolean,
  version: '2.0.0' | '2.1.0' = '2.1.0',
): Generator<string> {
  yield `{"meta":${JSON.stringify(metaJson(header, 'metadata', version, preference))},"data":{"metadataSets":[`
  let separator = ''
  for (const set of sets) {
    yield (
      separator +
      JSON.stringify({
        id: set.id,
        version: metadataSetVersion,
        agencyID: metadataProvider,
        isExternalReference: stubs,
        name: bestWords(set.name, preference),
        names: set.name,
        metadataflow: metadataflowUrn,
        targets: [urnOf(set.target)],
        // A set without attributes is not valid: a stub names its concepts, without a text.
        attributes: stubs
          ? set.statements.map(({ concept }) => ({ id: concept }))
          : set.statements.map(({ concept, text }) => ({ id: concept, value: text })),
      })
    )
    separator = ','
  }
  yield ']}}'
}
