import type { Negotiated, SdmxRequest } from '@caudal/methods/exchange'
import type { Language } from '@caudal/methods/vocabulary'
import type { Shelf } from './structure-shelf.ts'

/** A request to the service, free of HTTP. */
export interface SdmxCall {
  readonly restVersion: 1 | 2
  /** Path and query after the entry point, as they came: `+` is an operator here. */
  readonly address: string
  readonly accept: string | undefined
  /** Languages in order of preference. */
  readonly languages: readonly Language[]
  /** Address of the entry point, for links in messages. */
  readonly serviceUrl: string
}

/** An answer that is known to hold something, and how to write it. */
export interface SdmxAnswer {
  readonly contentType: string
  readonly language: string
  /** Says which answer it is: changes with data, question, format and language. */
  readonly tag: string
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /**
   * Begins to write. @throws Refusal `sdmx.no-results` and others, before the first piece
   */
  write(): Promise<AsyncIterable<string>>
}

/** All that the parts of the service need to answer one call. */
export interface Asked {
  readonly call: SdmxCall
  readonly request: SdmxRequest
  readonly negotiated: Negotiated
  readonly shelf: Shelf
}
