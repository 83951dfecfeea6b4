import type { Field } from '../record-type.ts'

/**
 * A mapping as SQL, for one streaming pass in two levels:
 *
 *   select <passthrough>, <derived.sql> as <field>, … , <checks over fields>
 *   from (select <passthrough>, <columns.sql> as <field>, <columns.unreadableSql>, … from source)
 *
 * The inner level reads the source's columns (all VARCHAR, under their own names), the outer one
 * the typed fields.
 */
export interface CompiledMapping {
  readonly recordType: string
  /** Every field of the record type, in the order of the lake's columns. */
  readonly columns: readonly MappedColumn[]
  /**
   * Every derived field: the source's value where it gave one, else the derivation, over the
   * columns of the inner level (chains of derivations are written out).
   */
  readonly derived: readonly DerivedColumn[]
  /** Over source columns: true where a row is left out on purpose, counted but no record. */
  readonly leftOutSql?: string
  /** Columns of the source that the mapping reads. */
  readonly sourceColumns: readonly string[]
  /** Columns of the source that are neither read nor ignored: reported as new. */
  readonly newColumns: readonly string[]
  /** Columns the profile reads and the file does not have; the field is missing throughout. */
  readonly absentColumns: readonly string[]
}

export interface MappedColumn {
  readonly field: Field
  /** DuckDB type of the value. */
  readonly sqlType: SqlType
  /** Typed value over source columns; `CAST(NULL AS …)` where the profile does not map the field. */
  readonly sql: string
  /** Whether the profile maps the field at all. */
  readonly mapped: boolean
  /** Text the value was read from, over source columns: what a finding quotes. Only where mapped from a column. */
  readonly sourceSql?: string
  /** True where the source holds a text that could not be read as the field's type. Never null. */
  readonly unreadableSql?: string
  /** True where the source holds a code that no map and no list knows. Never null. */
  readonly unmappedSql?: string
  /** What becomes of a record with an unmapped code: let in as `_U` with a finding, or rejected. */
  readonly onUnmapped?: 'unknown' | 'reject'
  /** Level of the finding `value.unreadable`: `reject` for required fields. */
  readonly unreadableLevel: 'reject' | 'warn'
}

export interface DerivedColumn {
  readonly field: Field
  readonly sqlType: SqlType
  /** Over the inner level's columns. */
  readonly sql: string
}

export type SqlType = 'VARCHAR' | 'DATE' | 'TIMESTAMP' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN'
