/** Keep the rows with the greatest (or least) totals; the others are summed into one row. */
export interface TopRows {
  readonly rows: number
  readonly least: boolean
  /** Rank by this code of this column level alone, where totals over the columns make no sense. */
  readonly rankedBy?: { readonly column: number; readonly code: string }
}
