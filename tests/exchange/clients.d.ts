// These clients come without types: here are the parts of them that the tests use.
declare module 'sdmx-rest' {
  type Query = Readonly<Record<string, unknown>>
  export function getService(service: Readonly<Record<string, unknown>>): Query
  export function getDataQuery(query: Readonly<Record<string, unknown>>): Query
  export function getDataQuery2(query: Readonly<Record<string, unknown>>): Query
  export function getAvailabilityQuery2(query: Readonly<Record<string, unknown>>): Query
  export function getMetadataQuery(query: Readonly<Record<string, unknown>>): Query
  export function request2(query: Query, service: Query, options: RequestInit): Promise<Response>
}

declare module 'sdmx-json-parser' {
  export class SDMXParser {
    getDatasets(url: string, options: RequestInit): Promise<unknown>
    getName(): string
    getDimensions(): readonly { readonly id: string }[]
    getData(): readonly Readonly<Record<string, unknown>>[]
  }
}
