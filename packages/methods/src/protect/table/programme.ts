import type { Dependency } from './dependency.ts'
import type { Dimension } from './dimension.ts'

/**
 * A programme: tables that are published together. A cell has one identity across all of them:
 * the cell (sex F, place _T) of a table by sex and place is the cell (sex F) of a table by sex.
 */
export interface Programme {
  readonly dimensions: readonly Dimension[]
  /** Each table as positions of its dimensions, in the order in which it is written. */
  readonly tables: readonly (readonly number[])[]
  readonly cellCount: number
  /** Codes of cell c in dimension d: `codes[c * dimensions.length + d]`. */
  readonly codes: Int32Array
  /** Cells of each table, in the order in which they are written. */
  readonly tableCells: readonly Int32Array[]
  readonly relations: Relations
  /** Its tables show selections of codes, and not every combination; see `makeSelectedProgramme`. */
  readonly selected?: true
  /** What codes of its dimensions tell of each other. */
  readonly dependencies?: readonly Dependency[]
  /** Of several cubes that are protected together; see `joinProgrammes`. */
  readonly joined?: Joined
  /**
   * 1 where a cell is in no table: what a total holds besides the parts of it that there are (a _rest_). It is hidden
   * as it is. Absent where there is none.
   */
  readonly rests?: Uint8Array
  find(codes: ArrayLike<number>): number | undefined
}

/** Where a programme of several cubes ends to be that of tables. */
export interface Joined {
  /** The first relation that is no sum of a table, but a tie between cubes; all that follow are. */
  readonly firstTie: number
}

/**
 * Additivity: relation r says cell `cells[starts[r]]` = sum of the cells up to `starts[r + 1]`.
 */
export interface Relations {
  readonly count: number
  readonly starts: Int32Array
  readonly cells: Int32Array
}

/** Lays out the cells of tables over dimensions, and the relations among them. */
export function makeProgramme(
  dimensions: readonly Dimension[],
  tables: readonly (readonly number[])[],
): Programme {
  const width = dimensions.length
  const cells = new Map<string, number>()
  const codes: number[] = []
  const tableCells = tables.map((table) => {
    const listed: number[] = []
    const current = dimensions.map(({ total }) => total)
    const visit = (depth: number) => {
      if (depth === table.length) {
        const key = current.join(',')
        let cell = cells.get(key)
        if (cell === undefined) {
          cell = cells.size
          cells.set(key, cell)
          for (const code of current) codes.push(code)
        }
        listed.push(cell)
        return
      }
      const dimension = table[depth]!
      const { length } = dimensions[dimension]!.codes
      for (let code = 0; code < length; code += 1) {
        current[dimension] = code
        visit(depth + 1)
      }
      current[dimension] = dimensions[dimension]!.total
    }
    visit(0)
    return Int32Array.from(listed)
  })
  const find = (wanted: ArrayLike<number>) => cells.get(Array.prototype.join.call(wanted, ','))
  const flat = Int32Array.from(codes)
  return {
    dimensions,
    tables,
    cellCount: cells.size,
    codes: flat,
    tableCells,
    relations: relate(dimensions, tables, tableCells, flat, width, find),
    find,
  }
}

function relate(
  dimensions: readonly Dimension[],
  tables: readonly (readonly number[])[],
  tableCells: readonly Int32Array[],
  codes: Int32Array,
  width: number,
  find: (codes: ArrayLike<number>) => number | undefined,
): Relations {
  const seen = new Set<number>()
  const starts = [0]
  const cells: number[] = []
  tables.forEach((table, at) => {
    for (const cell of tableCells[at]!) {
      for (const dimension of table) {
        const children = dimensions[dimension]!.children[codes[cell * width + dimension]!]!
        // a margin that two tables share is the sum of the same parts in both
        const key = cell * width + dimension
        if (children.length === 0 || seen.has(key)) continue
        seen.add(key)
        cells.push(cell)
        const part = Array.from(codes.subarray(cell * width, (cell + 1) * width))
        for (const child of children) {
          part[dimension] = child
          cells.push(find(part)!)
        }
        starts.push(cells.length)
      }
    }
  })
  return {
    count: starts.length - 1,
    starts: Int32Array.from(starts),
    cells: Int32Array.from(cells),
  }
}

/** Whether a cell is in no table. */
export const isRest = ({ rests }: Pick<Programme, 'rests'>, cell: number): boolean =>
  rests?.[cell] === 1

/** A cell as people read it: `sex F, place _T`. */
export function nameCell(programme: Programme, cell: number): string {
  const width = programme.dimensions.length
  return programme.dimensions
    .map(({ name, codes }, d) => `${name} ${codes[programme.codes[cell * width + d]!]}`)
    .join(', ')
}
