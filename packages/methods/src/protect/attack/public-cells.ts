import type { Dependency } from '../table/dependency.ts'
import { cellName, type CellName } from './cell-name.ts'
import type { PublicHierarchies, PublicTable } from './public-table.ts'
import { selectedSums, type CellTest, type UnseenCell } from './selected-cells.ts'

export type { CellTest, UnseenCell } from './selected-cells.ts'

export { cellName, type CellName } from './cell-name.ts'
export type { PublicHierarchies, PublicTable } from './public-table.ts'

/** What the public knows: the cells by name, those shown with their value, and how they add up. */
export interface PublicKnowledge {
  readonly shown: ReadonlyMap<CellName, number>
  readonly hidden: readonly CellName[]
  /** Each equation: the first cell is the sum of the others. */
  readonly equations: readonly (readonly CellName[])[]
  /** Cells in no table by which those of selections hang together, as far as they follow from these. */
  readonly unseen: readonly UnseenCell[]
  /** An equation of shown cells that does not hold, or a cell shown with two values. */
  readonly contradiction?: string
}

/** What is known beside published tables. */
export interface KnownBeside {
  /** What else adds up: the first cell of each is the sum of the others. */
  readonly sums?: readonly (readonly CellName[])[]
  /** Cells in no table of which nothing is said: see `selectedSums`. */
  readonly lessThanNothing?: CellTest
  /** What codes tell of each other, in tables that show selections. */
  readonly dependencies?: readonly Dependency[]
}

/**
 * Reads published tables as an attacker does: the same cell in two tables is one cell (shown
 * anywhere means known everywhere), and every total is the sum of the parts that the hierarchy
 * gives it among the codes of that table. Tables that show selections are read together: see `selectedSums`.
 *
 * @param beside what is known beside the tables
 */
export function readPublicCells(
  tables: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  { sums = [], lessThanNothing = new Set(), dependencies = [] }: KnownBeside = {},
): PublicKnowledge {
  const shown = new Map<CellName, number>()
  const mentioned = new Set<CellName>()
  let contradiction: string | undefined
  for (const table of tables) {
    for (const { codes, value } of table.rows) {
      const name = cellName(table.dimensions, codes)
      mentioned.add(name)
      if (value === null) continue
      const before = shown.get(name)
      if (before !== undefined && before !== value) {
        contradiction ??= `${name || '_T'}: ${before} ≠ ${value}`
      }
      shown.set(name, value)
    }
  }
  const equations = new Map<string, readonly CellName[]>()
  const add = (equation: readonly CellName[]) => {
    // linked tables say the same of the margins they share
    equations.set([equation[0], ...equation.slice(1).sort()].join('\n'), equation)
    for (const name of equation) mentioned.add(name)
  }
  for (const table of tables) {
    if (table.selected !== true) equationsOf(table, hierarchies).forEach(add)
  }
  const selected = selectedSums(
    tables.filter((table) => table.selected === true),
    hierarchies,
    lessThanNothing,
    dependencies,
  )
  selected.equations.forEach(add)
  for (const sum of sums) add(sum)
  for (const equation of equations.values()) {
    if (equation.some((name) => !shown.has(name))) continue
    const sum = equation.slice(1).reduce((total, name) => total + shown.get(name)!, 0)
    const margin = shown.get(equation[0]!)!
    if (Math.abs(sum - margin) > 1e-6 * Math.max(1, Math.abs(margin))) {
      contradiction ??= `${equation[0] || '_T'}: ${margin} ≠ ${sum}`
    }
  }
  return {
    shown,
    hidden: [...mentioned].filter((name) => !shown.has(name)),
    equations: [...equations.values()],
    unseen: selected.unseen,
    ...(contradiction === undefined ? {} : { contradiction }),
  }
}

function equationsOf(table: PublicTable, hierarchies: PublicHierarchies): CellName[][] {
  const equations: CellName[][] = []
  table.dimensions.forEach((dimension, at) => {
    const parents = hierarchies[dimension]
    const parts = partsOf(table, at, parents)
    const contexts = new Map<string, readonly string[]>()
    for (const { codes } of table.rows) {
      const rest = [...codes]
      rest[at] = ''
      contexts.set(JSON.stringify(rest), rest)
    }
    for (const rest of contexts.values()) {
      for (const [whole, children] of parts) {
        const cell = (code: string) => {
          const codes = [...rest]
          codes[at] = code
          return cellName(table.dimensions, codes)
        }
        equations.push([cell(whole), ...children.map(cell)])
      }
    }
  })
  return equations
}

/** The parts of each total of a dimension, among the codes that the table shows. */
function partsOf(
  table: PublicTable,
  at: number,
  parents: ReadonlyMap<string, string> | undefined,
): Map<string, string[]> {
  const codes = new Set(table.rows.map(({ codes }) => codes[at]!))
  const parts = new Map<string, string[]>()
  for (const code of codes) {
    if (code === '_T') continue
    let above = parents?.get(code) ?? ''
    while (above !== '' && !codes.has(above)) above = parents?.get(above) ?? ''
    const whole = above === '' ? '_T' : above
    const known = parts.get(whole)
    if (known === undefined) parts.set(whole, [code])
    else known.push(code)
  }
  return parts
}
