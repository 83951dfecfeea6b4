import type { LevelColumn, LevelKey } from './cube-source.ts'

/**
 * The answer of a cube to a query. Keys are in no order; cells are three arrays of one length.
 * A value is null where records of the cell exist and none gives a figure.
 */
export interface QueryAnswer {
  /** Row keys, one code per row level; without row levels one empty key. */
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (readonly string[])[]
  /** Index into `rows` of each cell. */
  readonly cellRows: readonly number[]
  readonly cellColumns: readonly number[]
  readonly values: readonly (number | null)[]
  /** By row; null where the measure cannot be added over the columns. */
  readonly rowTotals: readonly (number | null)[] | null
  readonly columnTotals: readonly (number | null)[] | null
  /** Null too where there is no record at all. */
  readonly grandTotal: number | null
  /** The rows that were summed into one, by column. */
  readonly rest?: {
    readonly rows: number
    readonly values: readonly (number | null | undefined)[]
    readonly total: number | null
  }
  /**
   * Of an answer that protection has gone over, what it says of a cell by the keys of its row and
   * column; null stands for a total.
   */
  readonly protectionOf?: (
    row: readonly string[] | null,
    column: readonly string[] | null,
  ) => CellProtection | undefined
}

/** What protection says of a cell: that it is withheld, or stands exactly as a release shows it. */
export type CellProtection = 'suppressed' | 'released'

type Cells = Pick<QueryAnswer, 'rows' | 'columns' | 'cellRows' | 'cellColumns' | 'values'>

/** Gathers the rows that an engine gives into an answer; each key is decoded once. */
export function answerBuilder(rows: readonly LevelColumn[], columns: readonly LevelColumn[]) {
  const rowKeys = keyGatherer(rows, 'r')
  const columnKeys = keyGatherer(columns, 'c')
  const cellRows: number[] = []
  const cellColumns: number[] = []
  const values: (number | null)[] = []
  const cells = (): Cells => ({
    rows: rowKeys.keys,
    columns: columnKeys.keys,
    cellRows,
    cellColumns,
    values,
  })
  return {
    rowOf: rowKeys.indexOf,
    columnOf: columnKeys.indexOf,
    add(row: Readonly<Record<string, unknown>>): void {
      cellRows.push(rowKeys.indexOf(row))
      cellColumns.push(columnKeys.indexOf(row))
      values.push(row['v'] === null ? null : Number(row['v']))
    },
    cells,
    /** Order of two rows by their keys in the source: negative where the first comes first. */
    rowPrecedes: rowKeys.precedes,
    /** The answer with its margins added up from all of its cells. */
    withMargins(margins: {
      readonly rows: boolean
      readonly columns: boolean
      readonly grand: boolean
    }): QueryAnswer {
      const rowTotals: (number | null)[] = rowKeys.keys.map(() => null)
      const columnTotals: (number | null)[] = columnKeys.keys.map(() => null)
      let grandTotal: number | null = null
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!
        if (value === null) continue
        rowTotals[cellRows[i]!] = (rowTotals[cellRows[i]!] ?? 0) + value
        columnTotals[cellColumns[i]!] = (columnTotals[cellColumns[i]!] ?? 0) + value
        grandTotal = (grandTotal ?? 0) + value
      }
      return {
        ...cells(),
        rowTotals: margins.rows ? rowTotals : null,
        columnTotals: margins.columns ? columnTotals : null,
        grandTotal: margins.grand ? grandTotal : null,
      }
    },
  }
}

/** Keys that ordinals make up to three of as one whole number below 2^48. */
const mostOrdinals = 3
const ordinals = 2 ** 16

/** Several keys as one: a number of their ordinals where they are such, else a text. */
function joinedKey(row: Readonly<Record<string, unknown>>, names: readonly string[]) {
  let joined = 0
  for (const name of names) {
    const key = row[name]
    const isOrdinal = typeof key === 'number' && key >= 0 && key < ordinals && Number.isInteger(key)
    if (!isOrdinal || names.length > mostOrdinals) {
      return names.map((each) => String(row[each])).join('\u0000')
    }
    joined = joined * ordinals + key
  }
  return joined
}

/** Numbers the keys of one side in the order in which they are met. */
function keyGatherer(columns: readonly LevelColumn[], letter: 'r' | 'c') {
  const names = columns.map((_, index) => `${letter}${index}`)
  const keys: string[][] = []
  const raws: LevelKey[][] = []
  const known = new Map<unknown, number>()
  return {
    keys,
    indexOf: (row: Readonly<Record<string, unknown>>): number => {
      const raw = names.length === 1 ? row[names[0]!] : joinedKey(row, names)
      const found = known.get(raw)
      if (found !== undefined) return found
      const own = names.map((name) => row[name] as LevelKey)
      raws.push(own)
      keys.push(columns.map((column, index) => column.decode(own[index]!)))
      known.set(raw, keys.length - 1)
      return keys.length - 1
    },
    precedes: (one: number, other: number): number => {
      for (let level = 0; level < names.length; level++) {
        const [a, b] = [raws[one]![level]!, raws[other]![level]!]
        if (a === b) continue
        // As in SQL, unknown keys come last.
        if (a === null || b === null) return a === null ? 1 : -1
        return a < b ? -1 : 1
      }
      return 0
    },
  }
}
