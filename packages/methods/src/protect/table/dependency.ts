/**
 * What codes of several dimensions tell of each other: that a post is an airport, that whoever has the citizenship of
 * the country is a national, that ages by fives and by school years overlap. Finest codes that are in
 * no combination together hold nobody, whatever is released: a _structural zero_, which everybody knows.
 */
export interface Dependency {
  /** Names of two or more dimensions. */
  readonly dimensions: readonly string[]
  /** The finest codes that go together, one of each dimension. Of a code that is in none nothing is said. */
  readonly together: readonly (readonly string[])[]
}
