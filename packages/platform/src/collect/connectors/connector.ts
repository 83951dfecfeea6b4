/** A figure of a public source, as a row that its profile reads. */
export type PublicRow = Readonly<Record<string, string | null>>

/** One page of an answer: its rows, and the address of the next page where there is one. */
export interface PublicPage {
  readonly rows: readonly PublicRow[]
  /** Which page of how many it is, where the source says so: a page saved by hand may be missing. */
  readonly place?: { readonly page: number; readonly pages: number }
  readonly next: string | undefined
}

/**
 * A public source whose figures come in over the network or from a saved answer. What it means is
 * said by its source profile, as for any file; a connector only asks and flattens.
 */
export interface Connector {
  readonly id: string
  /** Id of the source profile that reads its rows. */
  readonly profile: string
  /** How the rows are handed on, as the layout of the profile has it: lines of JSON where absent. */
  readonly form?: 'lines' | 'array'
  /** It gives the whole world, whatever countries are asked for. */
  readonly givesAllCountries?: true
  /** Where it may send the node on, besides its own host: beginnings of addresses, up to a `/`. */
  readonly places?: readonly string[]
  /** Address of the first page. */
  address(query: { readonly countries: readonly string[] }): string
  /**
   * @param thisYear for a source that has one answer a year
   * @throws {ShapeChanged} where the answer is not the one that the source documents
   */
  readPage(answer: unknown, address: string, thisYear: number): PublicPage
  /**
   * Of a source that publishes a file: where the file lies, by the first answer.
   * @throws {ShapeChanged}
   */
  fileOf?(answer: unknown): string
}

/** An answer whose shape is not the documented one, with what differs. */
export class ShapeChanged extends Error {
  readonly missing: readonly string[]
  readonly found: readonly string[]
  constructor(missing: readonly string[], found: readonly string[]) {
    super(`Missing: ${missing.join(', ')}; found: ${found.join(', ')}`)
    this.missing = missing
    this.found = found
  }
}

/**
 * A row of an answer as texts, once it has every key that is read.
 *
 * @throws {ShapeChanged}
 */
export function readKeys(row: unknown, keys: readonly string[]): Record<string, string | null> {
  const object = objectOf(row, keys)
  const missing = keys.filter((key) => !(key in object))
  if (missing.length > 0) throw new ShapeChanged(missing, Object.keys(object))
  return Object.fromEntries(
    keys.map((key) => {
      const value = object[key]
      if (value === null || value === undefined || value === '') return [key, null]
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        throw new ShapeChanged([key], [`${key}: {…}`])
      }
      return [key, String(value)]
    }),
  )
}

/** @throws {ShapeChanged} where it is no object */
export function objectOf(value: unknown, expected: readonly string[]): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new ShapeChanged(expected, [Array.isArray(value) ? '[…]' : String(value)])
}
