/** One published table: the codes of each row in the order of its dimensions, null where hidden. */
export interface PublicTable {
  readonly name: string
  readonly dimensions: readonly string[]
  readonly rows: readonly { readonly codes: readonly string[]; readonly value: number | null }[]
  /** The rows are a selection: a total is the sum of its parts only where all of them are shown. */
  readonly selected?: true
}

/** Code to parent, for each dimension with a hierarchy; roots have an empty parent. */
export type PublicHierarchies = Readonly<Record<string, ReadonlyMap<string, string>>>

/** The dimension that tells vintages apart when they are attacked together. */
export const vintageDimension = '_vintage'
