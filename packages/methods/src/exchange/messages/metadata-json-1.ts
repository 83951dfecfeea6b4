import { urnOf } from '../information-model/reference.ts'
import type { MetadataSet } from '../region/reference-metadata.ts'
import { metaJson } from './json-meta.ts'
import { bestWords, type Preference } from './json-words.ts'
import type { MessageHeader } from './message-header.ts'
import { metadataReport, metadataTarget } from './metadata-structure-xml.ts'

/**
 * Reference metadata as SDMX-JSON 1.0, set by set, in all languages: one report about one dataflow.
 *
 * @see SDMX-JSON 1.0, metadata message, sdmx-json-metadata-schema.json
 */
export function* metadataJson1(
  header: MessageHeader,
  sets: readonly MetadataSet[],
  preference: Preference,
): Generator<string> {
  yield `{"meta":${JSON.stringify(metaJson(header, 'metadata', '1.0', preference))},"data":{"metadataSets":[`
  let separator = ''
  for (const set of sets) {
    yield separator + JSON.stringify(setObject(set, preference))
    separator = ','
  }
  yield ']}}'
}

function setObject({ id, name, flow, target, statements }: MetadataSet, preference: Preference) {
  return {
    id,
    name: bestWords(name, preference),
    names: name,
    links: [{ rel: 'metadataflow', urn: urnOf(flow, '2.1') }],
    reports: [
      {
        id: metadataReport,
        target: {
          id: metadataTarget.id,
          referenceValues: [{ id: metadataTarget.object, object: urnOf(target, '2.1') }],
        },
        attributeSet: {
          reportedAttributes: statements.map(({ concept, text }) => ({
            id: concept,
            text: bestWords(text, preference),
            texts: text,
          })),
        },
      },
    ],
  }
}
