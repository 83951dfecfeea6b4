import type { FieldType } from '../record-type.ts'
import type { SqlType } from './compiled-mapping.ts'

const sqlTypes: Readonly<Record<FieldType, SqlType>> = {
  code: 'VARCHAR',
  text: 'VARCHAR',
  period: 'VARCHAR',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  integer: 'BIGINT',
  decimal: 'DOUBLE',
  boolean: 'BOOLEAN',
}

/**
 * The column type of a field in the lake.
 *
 * @example sqlTypeOf('date') // => 'DATE'
 */
export function sqlTypeOf(type: FieldType): SqlType {
  return sqlTypes[type]
}
