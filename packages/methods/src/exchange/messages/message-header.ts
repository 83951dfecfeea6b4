import type { Words } from '../information-model/structures.ts'

/** What a message says of itself. */
export interface MessageHeader {
  /** Letters, digits, `_`, `@`, `$`, `-`. */
  readonly id: string
  /** ISO instant at which the message was prepared. */
  readonly prepared: string
  readonly sender: { readonly id: string; readonly name?: Words }
  readonly test?: boolean
  readonly name?: Words
  /** Address at which structures that are sent as stubs can be had in full. */
  readonly serviceUrl?: string
  /** Instant at which the data were taken from the store. */
  readonly extracted?: string
}
