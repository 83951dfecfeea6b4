import type { ValueReader } from './value-reader.ts'

/** Every text is a text. */
export function textReader(): ValueReader {
  return { sql: (text) => text, read: (text) => text }
}
