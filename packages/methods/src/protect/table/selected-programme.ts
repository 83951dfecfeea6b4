import type { Dimension } from './dimension.ts'
import type { Programme, Relations } from './programme.ts'

/**
 * A table that shows a selection: of each axis the codes listed, other dimensions held at one
 * code. A monthly sheet holds the month; a series of thirteen months lists them.
 */
export interface TableSelection {
  readonly axes: readonly { readonly dimension: number; readonly codes: readonly number[] }[]
  readonly held: readonly { readonly dimension: number; readonly code: number }[]
}

/**
 * Lays out the cells of tables that each show a selection. A cell has one identity across them,
 * and every total whose parts are all shown somewhere, in one table or in several, is their sum.
 */
export function makeSelectedProgramme(
  dimensions: readonly Dimension[],
  selections: readonly TableSelection[],
): Programme {
  const width = dimensions.length
  const cells = new Map<string, number>()
  const codes: number[] = []
  const tableCells = selections.map(({ axes, held }) => {
    const listed: number[] = []
    const current = dimensions.map(({ total }) => total)
    for (const { dimension, code } of held) current[dimension] = code
    const visit = (depth: number): void => {
      const axis = axes[depth]
      if (axis === undefined) {
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
      for (const code of axis.codes) {
        current[axis.dimension] = code
        visit(depth + 1)
      }
    }
    visit(0)
    return Int32Array.from(listed)
  })
  const flat = Int32Array.from(codes)
  const find = (wanted: ArrayLike<number>) => cells.get(Array.prototype.join.call(wanted, ','))
  return {
    dimensions,
    tables: selections.map(({ axes, held }) =>
      [...axes, ...held].map(({ dimension }) => dimension),
    ),
    selected: true,
    cellCount: cells.size,
    codes: flat,
    tableCells,
    relations: relate(dimensions, flat, cells.size, width, find),
    find,
  }
}

function relate(
  dimensions: readonly Dimension[],
  codes: Int32Array,
  cellCount: number,
  width: number,
  find: (codes: ArrayLike<number>) => number | undefined,
): Relations {
  const starts = [0]
  const cells: number[] = []
  for (let cell = 0; cell < cellCount; cell += 1) {
    const own = codes.subarray(cell * width, (cell + 1) * width)
    dimensions.forEach((dimension, d) => {
      const part = Array.from(own)
      const parts = partsShown(dimension, own[d]!, (code) => {
        part[d] = code
        return find(part)
      })
      if (parts === undefined) return
      cells.push(cell, ...parts)
      starts.push(cells.length)
    })
  }
  return {
    count: starts.length - 1,
    starts: Int32Array.from(starts),
    cells: Int32Array.from(cells),
  }
}

/**
 * The cells that a code is the sum of: those of its children or, where one is not shown, of what lies below
 * it. A table of countries with its total tells that they add up to it, though no table shows the regions
 * between them.
 *
 * @returns undefined where something of it is shown nowhere, or the code has no parts
 */
function partsShown(
  dimension: Dimension,
  code: number,
  find: (code: number) => number | undefined,
): number[] | undefined {
  const children = dimension.children[code]!
  if (children.length === 0) return undefined
  const parts: number[] = []
  for (const child of children) {
    const found = find(child)
    const below = found === undefined ? partsShown(dimension, child, find) : [found]
    if (below === undefined) return undefined
    parts.push(...below)
  }
  return parts
}
