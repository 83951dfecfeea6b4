import pg from 'pg'

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
  [pg.types.builtins.INT8, readBigint],
  [pg.types.builtins.NUMERIC, asText],
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.TIME, asText],
  [pg.types.builtins.TIMESTAMP, readTimestamp],
  [pg.types.builtins.TIMESTAMPTZ, readTimestamptz],
  [pg.types.builtins.INTERVAL, asText],
  // arrays of the above
  [1016, (text) => readArray(text, readBigint)],
  [1182, (text) => readArray(text, asText)],
  [1115, (text) => readArray(text, readTimestamp)],
  [1185, (text) => readArray(text, readTimestamptz)],
  [1231, (text) => readArray(text, asText)],
])

/** The readers, in the form that pg's clients take. */
export const registerTypes = {
  getTypeParser(oid: number, format?: string) {
    const reader = format === 'binary' ? undefined : readers.get(oid)
    return reader ?? pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

function readArray(text: string, read: (item: string) => unknown): unknown[] {
  const items = pg.types.getTypeParser(1009 as never, 'text')(text) as (string | null)[]
  return items.map((item) => (item === null ? null : read(item)))
}
