import type { Field } from '../record-type.ts'

/**
 * A mapping compiled to SQL; `selectMapped` writes it out as one statement. It reads the columns
 * of the source (all VARCHAR, under their own names, after unpivoting) level by level, each
 * level a subquery, so that nothing dear is computed twice:
 * text → input (extracted) → raw (read) → settled (within limits) → codes → record.
 */
export interface CompiledMapping {
  readonly recordType: string
  /** Every field of the record type, in the order of the lake's columns. */
  readonly columns: readonly MappedColumn[]
  /** Over source columns: true where a row is left out on purpose. Never null. */
  readonly leftOutSql: string
  /** SQL of the record's date over settled columns, for codes that hold for a time. */
  readonly recordDateSql: string
  /** Columns of the source that the mapping reads. */
  readonly sourceColumns: readonly string[]
  /** Columns of the source that are neither read nor ignored: reported as new. */
  readonly newColumns: readonly string[]
  /** Columns the profile reads and the file does not have; their fields are missing throughout. */
  readonly absentColumns: readonly string[]
}

export interface MappedColumn {
  readonly field: Field
  /** Place of the field in the bitmasks `unreadable` and `unmapped`, from 0. */
  readonly bit: number
  readonly sqlType: SqlType
  /** Where the column is an enumeration instead: every code that it may hold. */
  readonly codes?: readonly string[] | undefined
  /**
   * Text over source columns; absent where the field is a constant or not mapped. Not yet cleaned
   * where most texts are read as they stand.
   */
  readonly textSql?: string
  /** The cleaned text over the text; costs nothing where it is clean already. */
  readonly cleanSql?: string
  /** Value over the columns of the level before (see {@link CompiledMapping}). */
  readonly inputSql?: string
  readonly rawSql?: string
  readonly settledSql: string
  /** For fields with a derivation: over settled columns, chains of derivations written out. */
  readonly derivedSql?: string
  /** What a text that gives no value is: a code that nobody knows, or a text that cannot be read. */
  readonly finding: 'value.unmapped' | 'value.unreadable'
  /** What becomes of the record then: `reject` for required fields that are unreadable. */
  readonly findingLevel: 'reject' | 'warn'
}

export type SqlType = 'VARCHAR' | 'DATE' | 'TIMESTAMP' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN'
