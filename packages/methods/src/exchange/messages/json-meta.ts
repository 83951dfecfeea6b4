import type { MessageHeader } from './message-header.ts'
import { bestWords, type Preference } from './json-words.ts'

/** Versions of SDMX-JSON that are written. */
export type JsonVersion = '1.0' | '2.0.0' | '2.1.0'

const published = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json'

/** Address of the schema that a message meets. */
export function schemaAddress(
  message: 'structure' | 'data' | 'metadata',
  version: JsonVersion,
): string {
  const [tag, folder] = version === '1.0' ? ['v1.0', '1.0'] : [`v${version}`, version]
  return `${published}/${tag}/${message}-message/tools/schemas/${folder}/sdmx-json-${message}-schema.json`
}

/** The `meta` of an SDMX-JSON message. */
export function metaJson(
  header: MessageHeader,
  message: 'structure' | 'data' | 'metadata',
  version: JsonVersion,
  preference: Preference,
): Record<string, unknown> {
  const { name } = header.sender
  return {
    schema: schemaAddress(message, version),
    id: header.id,
    test: header.test ?? false,
    prepared: header.prepared,
    contentLanguages: [...new Set([...preference, 'es', 'en', 'fr'])],
    ...(header.name && { name: bestWords(header.name, preference), names: header.name }),
    sender: {
      id: header.sender.id,
      ...(name && { name: bestWords(name, preference), names: name }),
    },
  }
}
