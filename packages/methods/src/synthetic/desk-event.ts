import type { DeskRecord } from './desk.ts'

/** An event that a desk may write down: in which country, on which day, and what. */
export interface DeskEvent {
  /** Index of the country. */
  readonly country: number
  /** Day on which it is written down. */
  readonly day: number
  readonly record: DeskRecord
}
