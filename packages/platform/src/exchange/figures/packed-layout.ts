/**
 * How packed figures lie on the disk: observations of one size, in the order of the key and of time,
 * so that those of a series are read at their place without a search. Numbers are little-endian, as
 * on every machine that Node.js runs on.
 *
 * Grain: one record per series and period, tombstones included.
 */
export const recordBytes = 16

/** Places within a record, in elements of the array that reads them. */
export const layout = {
  /** Float64: the figure; NaN where there is none. */
  value: 0,
  /** Uint16: place of the period. */
  period: 4,
  /** Uint16: place of the instant of its last change. */
  change: 5,
  /** Int8: place of the status, -1 where there is none. */
  status: 12,
  /** Int8: place of the confidentiality, -1 where there is none. */
  confidentiality: 13,
  /** Int8: 1 where the figure is gone. */
  gone: 14,
} as const

/** What the places in packed figures stand for. */
export interface PackedManifest {
  readonly series: number
  readonly observations: number
  readonly tombstones: number
  /** By dimension, in the order of the key. */
  readonly codes: readonly (readonly string[])[]
  readonly periods: readonly string[]
  /** Milliseconds since 1970. */
  readonly changes: readonly number[]
  readonly statuses: readonly string[]
  readonly confidentialities: readonly string[]
}

export const packedName = 'figures.bin'
export const indexName = 'series.bin'

/** Views of packed figures in memory. */
export class PackedPiece {
  readonly values: Float64Array
  readonly shorts: Uint16Array
  readonly bytes: Int8Array

  constructor(records: number) {
    const buffer = new ArrayBuffer(records * recordBytes)
    this.values = new Float64Array(buffer)
    this.shorts = new Uint16Array(buffer)
    this.bytes = new Int8Array(buffer)
  }
}
