/**
 * Recorded crossings of many persons, column by column, a person's rows together and in order of
 * instant. What is known later than a release is cut off by the release, not here.
 */
export interface Journeys {
  /** First row of each person, and the number of rows last. `[persons + 1]` */
  readonly starts: Int32Array
  /** Minutes since any fixed moment; NaN where unreadable. `[rows]` */
  readonly minutes: Float64Array
  /** Days since 1970-01-01, as written. `[rows]` */
  readonly days: Int32Array
  /** 1 arrival, 0 departure, -1 unknown. `[rows]` */
  readonly directions: Int8Array
  /**
   * What each crossing is compared by, from the coarsest trait to the finest: nationality group,
   * permit, age band, quarter. Codes from 0. `[traits][rows]`
   */
  readonly traits: readonly Int32Array[]
  /** The group each crossing is published in, from 0. `[rows]` */
  readonly groups: Int32Array
}
