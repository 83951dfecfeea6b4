import type { Journeys } from './journeys.ts'

/** The cells of every crossing, one in the other: its direction, then one trait more a level. */
export interface Cells {
  /** `[levels][rows]`; -1 for a crossing of unknown direction. */
  readonly ofRow: readonly Int32Array[]
  /** The cell above each cell. `[levels][cells]` */
  readonly parents: readonly Int32Array[]
}

/** Numbers the cells that occur. */
export function listCells({ directions, traits }: Journeys): Cells {
  const first = Int32Array.from(directions)
  const ofRow = [first]
  const parents = [new Int32Array(2)]
  for (const codes of traits) {
    const above = ofRow.at(-1)!
    const numbers = new Map<number, number>()
    const parentOf: number[] = []
    const cells = new Int32Array(above.length)
    const width = codes.reduce((most, code) => Math.max(most, code + 1), 1)
    for (let row = 0; row < cells.length; row += 1) {
      const parent = above[row]!
      if (parent === -1) {
        cells[row] = -1
        continue
      }
      const key = parent * width + codes[row]!
      let cell = numbers.get(key)
      if (cell === undefined) {
        cell = numbers.size
        numbers.set(key, cell)
        parentOf.push(parent)
      }
      cells[row] = cell
    }
    ofRow.push(cells)
    parents.push(Int32Array.from(parentOf))
  }
  return { ofRow, parents }
}
