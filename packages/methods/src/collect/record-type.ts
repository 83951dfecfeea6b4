import type { Text } from '../vocabulary/index.ts'
import type { Expression } from './expression.ts'

/**
 * What a field may reveal about a person.
 *
 * - `identity`: names the person (names, document numbers, exact birth date); kept
 *   encrypted, apart from the facts, and read by the link stage alone.
 * - `quasi`: could single a person out in combination (age, citizenship, place).
 * - `sensitive`: may harm if known (asylum, health, motives).
 * - `plain`: says nothing of a person.
 */
export type Sensitivity = 'identity' | 'quasi' | 'sensitive' | 'plain'

/** How a field's values are written in the lake. */
export type FieldType =
  | 'code' // VARCHAR, from a code list
  | 'text' // VARCHAR
  | 'date' // DATE
  | 'timestamp' // TIMESTAMP, local time of the place of the event
  | 'integer' // BIGINT
  | 'decimal' // DOUBLE
  | 'boolean' // BOOLEAN
  | 'period' // VARCHAR, SDMX time period: 2020, 2020-Q1, 2020-03

/** One field of a record type: declared once, used by mapping, rules, storage, forms, docs. */
export interface Field {
  readonly id: string
  readonly type: FieldType
  readonly label: Text
  readonly definition: Text
  readonly sensitivity: Sensitivity
  /** A record without it is rejected. */
  readonly required?: boolean
  /** Code list the values come from (for `code`). */
  readonly codeList?: string
  /** Unit of a numeric field: persons, years, days, US dollars. */
  readonly unit?: Text
  /** SDMX concept identifier. */
  readonly concept?: string
  /**
   * Computed from other fields after mapping, as an expression of {@link Expression};
   * a source may still give it directly, and then the source's value stands.
   */
  readonly derived?: Expression
}

/**
 * When two records about one person are of one event, whatever else in them differs. Persons are the
 * same by the number and the date of birth, by the number and the names where that date is not known, by
 * names and date of birth where the number is not.
 */
export interface OneEvent {
  /** Identity field that holds the number of the document or of the file. */
  readonly number: string
  /** Fields in which both are equal. */
  readonly same: readonly string[]
  /** Where the event has an hour: the most minutes from one record to the next. */
  readonly within?: { readonly minutes: number; readonly moment: string }
}

/** A kind of record: the grain, and its fields in the order of the lake's columns. */
export interface RecordType {
  readonly id: string
  readonly label: Text
  readonly definition: Text
  /** "One row per …". */
  readonly grain: Text
  /** The field that says when the record happened: codes with validity dates are read by it. */
  readonly dateField?: string
  /** Absent where records are the same only if every field is. */
  readonly oneEvent?: OneEvent
  readonly fields: readonly Field[]
}
