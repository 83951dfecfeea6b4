/** One observation as it stands in a message: everything is text until it is checked. */
export interface ReadObservation {
  /** Codes by dimension, the time left out. */
  readonly key: Readonly<Record<string, string>>
  readonly period: string | undefined
  /** Undefined where the message gives no figure. */
  readonly value: string | undefined
  /** Attributes of the observation, of its series and of its data set. */
  readonly attributes: Readonly<Record<string, string>>
  readonly action: string | undefined
  /** Line of the message, from 1; undefined where the format has no use of lines. */
  readonly line: number | undefined
}

/** What a message says of the structure of its data. */
export interface ReadHeader {
  /** Reference to the structure or dataflow, as it stands: a URN, or AGENCY:ID(VERSION). */
  readonly structure: string | undefined
  readonly dimensionAtObservation: string | undefined
}

export type ReadStream = AsyncIterable<readonly ReadObservation[]>

/** A message that can be read from its beginning as often as needed, as text. */
export type TextSource = () => AsyncIterable<string>
