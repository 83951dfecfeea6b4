/**
 * What may be wrong with one record before any of its values is looked at. Such a record is
 * rejected and told of; the rest of the file still comes in.
 */
export type FaultKind =
  | 'line.too-long'
  | 'line.ragged'
  | 'line.width'
  | 'line.quote-open'
  | 'line.quote-text'
  | 'line.zero-byte'
  | 'object.expected'
  | 'object.key-repeated'
  | 'object.text-broken'
  | 'object.broken'

export interface ReadingFault {
  readonly kind: FaultKind
  /** Number of the record among the records of the file, from 1. */
  readonly record: number
  /** Number of its first line as a text editor counts, from 1. */
  readonly line: number
  /** What was found, as digits or a column's name: never a value. */
  readonly found?: string
  readonly expected?: string
}

/** A line longer than this, in bytes, is a fault and is not kept in memory. */
export const longestRecordBytes = 2 * 2 ** 20

/** Told of every sound record whose record or line number does not follow from its neighbour's. */
export interface RecordObserver {
  /**
   * From the sound record `index` (from 0) on, record numbers are `index + recordShift` and line
   * numbers `index + lineShift`, until told otherwise.
   */
  shift(index: number, recordShift: number, lineShift: number): void
  fault(fault: ReadingFault): void
  /** Bytes of sound records in the order of the file; only asked for where a copy is made. */
  sound?(bytes: Buffer): void
}
