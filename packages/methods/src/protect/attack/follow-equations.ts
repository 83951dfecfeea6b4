import type { CellName } from './public-cells.ts'

/** A cell that follows from others, in an equation in which all but itself are known. */
export interface Following {
  readonly cell: CellName
  readonly equation: readonly CellName[]
}

/**
 * The cells that follow from those that are known, one after the other: those that they follow from come before them.
 *
 * @param equations the first cell of each is the sum of the others
 */
export function followingCells(
  equations: readonly (readonly CellName[])[],
  isKnown: (cell: CellName) => boolean,
): Following[] {
  const open = equations.map((equation) => new Set(equation.filter((cell) => !isKnown(cell))))
  const standing = new Map<CellName, number[]>()
  open.forEach((cells, at) => {
    for (const cell of cells) {
      const own = standing.get(cell)
      if (own === undefined) standing.set(cell, [at])
      else own.push(at)
    }
  })
  const found: Following[] = []
  const ready = open.flatMap((cells, at) => (cells.size === 1 ? [at] : []))
  while (ready.length > 0) {
    const at = ready.pop()!
    const [cell] = open[at]!
    if (cell === undefined) continue
    found.push({ cell, equation: equations[at]! })
    for (const other of standing.get(cell)!) {
      open[other]!.delete(cell)
      if (open[other]!.size === 1) ready.push(other)
    }
  }
  return found
}

/** What a following cell comes to, by what the others come to. */
export function follow({ cell, equation }: Following, of: (cell: CellName) => number): number {
  const [whole, ...parts] = equation
  const sum = parts.reduce((total, part) => (part === cell ? total : total + of(part)), 0)
  return whole === cell ? sum : of(whole!) - sum
}
