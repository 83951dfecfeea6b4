import { urnOf } from '../information-model/reference.ts'
import type { Words } from '../information-model/structures.ts'
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
 * @see SDMX-JSON 2.0.0 and 2.1.0, metadata message, sdmx-json-metadata-schema.json
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
        attributes: set.statements.map(({ concept, text }) => ({
          id: concept,
          ...said(stubs ? undefined : text, preference, version),
        })),
      })
    )
    separator = ','
  }
  yield ']}}'
}

/**
 * What is said of a concept: from 2.1 on one value in all languages, before that a text in the best of
 * them beside those in all. A set without attributes is valid in neither, so that a stub names its
 * concepts; 2.0 wants a text of them all the same, which is empty.
 */
function said(text: Words | undefined, preference: Preference, version: '2.0.0' | '2.1.0') {
  if (version === '2.1.0') return text === undefined ? {} : { value: text }
  return text === undefined ? { text: '' } : { text: bestWords(text, preference), texts: text }
}
