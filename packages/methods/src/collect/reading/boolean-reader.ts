import { spellingKey } from '../../vocabulary/index.ts'
import { lookUpSql } from './look-up.ts'
import type { ValueReader } from './value-reader.ts'

const words: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'si', 'oui', 'verdadero', 'vrai', 's', 'y', 'o', 'v', 't', '1'].map(
    (word) => [word, 'true'] as const,
  ),
  ...['false', 'no', 'non', 'falso', 'faux', 'n', 'f', '0'].map((word) => [word, 'false'] as const),
])

/** Reads yes and no in the three languages, by word and by first letter, and 1 and 0. */
export function booleanReader(): ValueReader {
  return {
    sql: (text) => `CAST(${lookUpSql(`lower(strip_accents(${text}))`, words)} AS BOOLEAN)`,
    read(text) {
      const word = words.get(spellingKey(text))
      return word === undefined ? null : word === 'true'
    },
  }
}
