import { DuckDBDataChunk, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api'
import type { NumberColumn, NumberColumns } from './lake-engine.ts'

/**
 * The columns of a chunk as typed arrays of their own. What a null holds is not defined.
 *
 * @throws Error where a column is not of 8, 16 or 32-bit integers or of doubles
 */
export function numberColumnsOfChunk(chunk: DuckDBDataChunk): NumberColumns {
  return {
    length: chunk.rowCount,
    columns: Array.from({ length: chunk.columnCount }, (_, column) =>
      numbersOf(chunk, column).slice(),
    ),
  }
}

const rowsAtOnce = 2048

/** Appends rows to a table, column by column: the types must be those of the table, in its order. */
export async function appendNumbers(
  connection: DuckDBConnection,
  table: string,
  { columns, length }: NumberColumns,
): Promise<void> {
  const appender = await connection.createAppender(table)
  try {
    const types: DuckDBType[] = columns.map((_, column) => appender.columnType(column))
    for (let from = 0; from < length; from += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, length - from)
      const chunk = DuckDBDataChunk.create(types, rows)
      for (const [column, numbers] of columns.entries()) {
        const target = numbersOf(chunk, column)
        if (target.constructor !== numbers.constructor) {
          throw new Error(`Column ${column} of ${table} is not ${numbers.constructor.name}.`)
        }
        target.set(numbers.subarray(from, from + rows))
        chunk.getColumnVector(column).flush()
      }
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}

/** The numbers of a column where the engine keeps them, for as long as the chunk lives. */
function numbersOf(chunk: DuckDBDataChunk, column: number): NumberColumn {
  const vector = chunk.getColumnVector(column)
  // The driver reads one value at a time; a pass over millions of rows needs the array itself.
  const items: unknown = Reflect.get(vector, 'items')
  if (
    items instanceof Int8Array ||
    items instanceof Int16Array ||
    items instanceof Int32Array ||
    items instanceof Float64Array
  ) {
    return items
  }
  throw new Error(`Column ${column} is ${vector.type.toString()}: cast it to a number.`)
}
