import type { Operation } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'

/** A part of the desk: the work of one stage of the flow. */
export interface DeskSection {
  /** The address of its first page; the segment is the name of the stage. */
  readonly address: `/$language/desk/${string}`
  /** Whoever may do one of these has work here. */
  readonly operations: readonly Operation[]
  readonly title: Text
  /** One sentence: what is done here. */
  readonly lead: Text
}
