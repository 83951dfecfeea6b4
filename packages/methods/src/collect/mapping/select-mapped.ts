import { enumerationSql } from '../reading/look-up.ts'
import type { CompiledCheck } from '../rules/compile-checks.ts'
import { quoteName } from '../sql-text.ts'
import { foundColumn, levelName, recordDateColumn } from './compile-mapping.ts'
import type { CompiledMapping, MappedColumn } from './compiled-mapping.ts'

export interface SelectMappedOptions {
  /** What stands after `from`: the source with its columns as texts. */
  readonly from: string
  /**
   * Columns of the source handed on as they are (a line number), as they stand in SQL. Their
   * names must not be those of fields.
   */
  readonly passthrough: readonly string[]
  /** Rules to run over the mapped fields; without them there is no column `failed`. */
  readonly checks?: readonly CompiledCheck[]
}

/** Columns of the result besides the fields. */
export const mappedColumns = {
  /** Bit of each field whose text could not be read (BIGINT). */
  unreadable: 'unreadable',
  /** Bit of each field whose code nobody knows (BIGINT). */
  unmapped: 'unmapped',
  /** Bit of each failed rule (BIGINT). */
  failed: 'failed',
  /** The row is left out on purpose (BOOLEAN). */
  leftOut: 'left_out',
} as const

/**
 * The statement that maps a file: one row per row of the source, nothing dropped. Columns: the
 * passthrough, every field of the record type under its id, `left_out`, `unreadable`,
 * `unmapped`, `failed` (bitmasks) and `found <field>` for each field read from the file: the
 * text that gave no value, else null.
 */
export function selectMapped(mapping: CompiledMapping, options: SelectMappedOptions): string {
  const { columns } = mapping
  const { carried, texts, fromFile, codes, others, dated } = datedLevel(mapping, options)
  const coded = select([...carried, ...texts, ...settledNames(others), ...settled(codes)], dated)
  const found = fromFile.map((column) => quoteName(foundColumn(id(column))))
  const met = select(
    [
      ...carried,
      ...settledNames(columns),
      // The one place where a text is cleaned for its own sake: said twice, it would be for all.
      ...fromFile.map(
        (column) =>
          `(CASE WHEN ${levelName.settled(id(column))} IS NULL THEN ${column.cleanSql} END)` +
          ` AS ${levelName.found(id(column))}`,
      ),
    ],
    coded,
  )
  const records = select(
    [
      ...carried,
      ...columns.map((column) => `${recordValueSql(column)} AS ${quoteName(id(column))}`),
      ...found,
    ],
    met,
  )
  const failed = options.checks?.map(({ bit, failsSql }) => bitSql(failsSql, bit))
  return select(
    [
      ...carried,
      ...columns.map((column) => quoteName(id(column))),
      `${maskSql(fromFile, 'value.unreadable')} AS ${mappedColumns.unreadable}`,
      `${maskSql(fromFile, 'value.unmapped')} AS ${mappedColumns.unmapped}`,
      ...found,
      ...(failed === undefined ? [] : [`${joinBits(failed)} AS ${mappedColumns.failed}`]),
    ],
    records,
  )
}

/** The levels up to the date of the record, at which codes are read. */
function datedLevel(mapping: CompiledMapping, options: Omit<SelectMappedOptions, 'checks'>) {
  const { columns } = mapping
  const carried = [...options.passthrough, mappedColumns.leftOut]
  const fromFile = columns.filter((column) => column.textSql !== undefined)
  const extracted = columns.filter((column) => column.inputSql !== undefined)
  const texts = fromFile.map((column) => levelName.text(id(column)))
  const inputs = extracted.map((column) => levelName.input(id(column)))
  const codes = columns.filter(isCode)
  const others = columns.filter((column) => !isCode(column))

  const text = select(
    [
      ...options.passthrough,
      `(${mapping.leftOutSql}) AS ${mappedColumns.leftOut}`,
      ...fromFile.map((column) => `${column.textSql} AS ${levelName.text(id(column))}`),
    ],
    options.from,
  )
  const input = select(
    [
      ...carried,
      ...texts,
      ...extracted.map((column) => `${column.inputSql} AS ${levelName.input(id(column))}`),
    ],
    text,
  )
  const raw = select(
    [
      ...carried,
      ...texts,
      ...inputs,
      ...others
        .filter((column) => column.rawSql !== undefined)
        .map((column) => `${column.rawSql} AS ${levelName.raw(id(column))}`),
    ],
    extracted.length > 0 ? input : text,
  )
  const values = select([...carried, ...texts, ...inputs, ...settled(others)], raw)
  const dated = select(
    [
      ...carried,
      ...texts,
      ...inputs,
      ...settledNames(others),
      `${mapping.recordDateSql} AS ${quoteName(recordDateColumn)}`,
    ],
    values,
  )
  return { carried, texts, fromFile, codes, others, dated }
}

function isCode(column: MappedColumn): boolean {
  return column.field.type === 'code'
}

function id(column: MappedColumn): string {
  return column.field.id
}

function settled(columns: readonly MappedColumn[]): readonly string[] {
  return columns.map((column) => `${column.settledSql} AS ${levelName.settled(id(column))}`)
}

function settledNames(columns: readonly MappedColumn[]): readonly string[] {
  return columns.map((column) => levelName.settled(id(column)))
}

function select(columns: readonly string[], from: string): string {
  const source = /^select\s/i.test(from) ? `(\n${from}\n)` : from
  return `SELECT ${columns.join(',\n  ')}\nFROM ${source}`
}

/** The value that goes into the lake. */
function recordValueSql(column: MappedColumn): string {
  const own = levelName.settled(column.field.id)
  if (column.field.type === 'code' && column.textSql !== undefined) {
    return `COALESCE(${own}, CASE WHEN ${levelName.found(id(column))} IS NOT NULL THEN ${unknownSql(column)} END)`
  }
  return column.derivedSql === undefined ? own : `COALESCE(${own}, ${column.derivedSql})`
}

function unknownSql({ codes }: MappedColumn): string {
  return codes === undefined ? `'_U'` : `CAST('_U' AS ${enumerationSql(codes)})`
}

function maskSql(columns: readonly MappedColumn[], finding: MappedColumn['finding']): string {
  const bits = columns
    .filter((column) => column.finding === finding)
    .map((column) => bitSql(`${levelName.found(column.field.id)} IS NOT NULL`, column.bit))
  return joinBits(bits)
}

function joinBits(bits: readonly string[]): string {
  return bits.length === 0 ? 'CAST(0 AS BIGINT)' : `(${bits.join(' | ')})`
}

function bitSql(condition: string, bit: number): string {
  return `(CAST(${condition} AS BIGINT) << ${bit})`
}
