/** One person's crossings in order of time, arrivals and departures in turn (repaired). */
export interface CrossingHistory {
  /** Day of each crossing, counted from any fixed day, never decreasing. `[crossings]` */
  readonly days: ArrayLike<number>
  /** Direction of the first crossing; the others alternate. */
  readonly firstIsArrival: boolean
  readonly length: number
}
