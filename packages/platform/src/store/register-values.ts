import { type CustomTypesConfig, types } from 'pg'

/**
 * How values of the register are read: as `register.ts` says, the same on both registers.
 *
 * @example readBigint('42') // => 42
 */
export function readBigint(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}

/**
 * PostgreSQL's ISO output as an ISO 8601 string, to the microsecond; sessions run in UTC.
 *
 * @example readTimestamptz('2026-11-22 21:52:00.12+00') // => '2026-11-22T21:52:00.12Z'
 */
export function readTimestamptz(text: string): string {
  return readTimestamp(text).replace(/\+00(:?00)?$/, 'Z')
}

/** @example readTimestamp('2026-11-22 21:52:00') // => '2026-11-22T21:52:00' */
export function readTimestamp(text: string): string {
  return text.replace(' ', 'T')
}

const asText = (text: string) => text

const readers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, readBigint],
  [types.builtins.NUMERIC, asText],
  [types.builtins.DATE, asText],
  [types.builtins.TIME, asText],
  [types.builtins.TIMESTAMP, readTimestamp],
  [types.builtins.TIMESTAMPTZ, readTimestamptz],
  [types.builtins.INTERVAL, asText],
  // arrays of the above
  [1016, (text) => readArray(text, readBigint)],
  [1182, (text) => readArray(text, asText)],
  [1115, (text) => readArray(text, readTimestamp)],
  [1185, (text) => readArray(text, readTimestamptz)],
  [1231, (text) => readArray(text, asText)],
])

type TypeNumber = Parameters<typeof types.getTypeParser>[0]

/** The readers, in the form that pg's clients take. */
export const registerTypes = {
  getTypeParser(oid: TypeNumber, format?: 'text' | 'binary') {
    const reader = format === 'binary' ? undefined : readers.get(oid)
    return reader ?? types.getTypeParser(oid, format)
  },
} satisfies CustomTypesConfig

/** The items of a one-dimensional array whose items hold no comma or quote: numbers and dates. */
function readArray(text: string, read: (item: string) => unknown): unknown[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : read(item.replaceAll('"', ''))))
}
