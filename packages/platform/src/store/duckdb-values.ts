import {
  type DuckDBTimeValue,
  type DuckDBDataChunk,
  DuckDBArrayValue,
  DuckDBBitValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api'

/** The rows of a chunk as plain objects, in the values that `LakeEngine.rows` promises. */
export function rowsOfChunk<Row extends object>(
  chunk: DuckDBDataChunk,
  names: readonly string[],
): Row[] {
  const rows: Record<string, unknown>[] = Array.from({ length: chunk.rowCount }, () => ({}))
  for (let column = 0; column < names.length; column += 1) {
    const name = names[column]!
    const values = chunk.getColumnValues(column)
    for (let row = 0; row < rows.length; row += 1)
      rows[row]![name] = plainValue(values[row] ?? null)
  }
  return rows as Row[]
}

/**
 * A value of the engine as plain JavaScript.
 *
 * @example plainValue(42n) // => 42
 * @example plainValue(NaN) // => null
 */
export function plainValue(value: DuckDBValue): unknown {
  switch (typeof value) {
    case 'bigint': {
      const number = Number(value)
      return Number.isSafeInteger(number) ? number : value
    }
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'object':
      return value === null ? null : plainObject(value)
    default:
      return value
  }
}

function plainObject(value: object): unknown {
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBDecimalValue) return plainDecimal(value)
  if (value instanceof DuckDBTimestampTZValue) return isoInstant(value)
  if (
    value instanceof DuckDBTimestampValue ||
    value instanceof DuckDBTimestampSecondsValue ||
    value instanceof DuckDBTimestampMillisecondsValue ||
    value instanceof DuckDBTimestampNanosecondsValue
  ) {
    return value.toString().replace(' ', 'T')
  }
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) {
    return value.items.map(plainValue)
  }
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([key, item]) => [key, plainValue(item)]),
    )
  }
  if (value instanceof DuckDBMapValue) {
    return value.entries.map(({ key, value: item }) => ({
      key: plainValue(key),
      value: plainValue(item),
    }))
  }
  if (value instanceof DuckDBUnionValue) return plainValue(value.value)
  if (value instanceof DuckDBBlobValue) return value.bytes
  if (value instanceof DuckDBBitValue) return value.toString()
  // times, intervals and UUIDs as the engine writes them
  return (value as DuckDBTimeValue).toString()
}

/** A decimal whose digits a number holds exactly is that number; a longer one is its text. */
function plainDecimal(value: DuckDBDecimalValue): number | string {
  const text = value.toString()
  return Number.isSafeInteger(Number(value.value)) ? Number(text) : text
}

const microsecondsPerSecond = 1_000_000n

function isoInstant(value: DuckDBTimestampTZValue): string {
  let seconds = value.micros / microsecondsPerSecond
  let micros = value.micros % microsecondsPerSecond
  if (micros < 0n) {
    micros += microsecondsPerSecond
    seconds -= 1n
  }
  const milliseconds = Number(seconds) * 1000
  if (Math.abs(milliseconds) > 8.64e15) return value.toString()
  const fraction = micros === 0n ? '' : `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
  return `${new Date(milliseconds).toISOString().slice(0, -5)}${fraction}Z`
}
