import { mergeSelections } from './merge-selections.ts'
import type { PublicHierarchies, PublicTable } from './public-table.ts'

export type { PublicHierarchies, PublicTable } from './public-table.ts'

/** The name of a cell across tables: `place=GT|sex=F`, totals left out; the grand total is ``. */
export type CellName = string

/**
 * Names a cell so that one cell has one name in every table and every vintage.
 *
 * @example cellName(['sex', 'place'], ['F', '_T']) // => 'sex=F'
 */
export function cellName(dimensions: readonly string[], codes: readonly string[]): CellName {
  return dimensions
    .map((dimension, at) => ({ dimension, code: codes[at]! }))
    .filter(({ code }) => code !== '_T')
    .sort((a, b) => (a.dimension < b.dimension ? -1 : 1))
    .map(({ dimension, code }) => `${escape(dimension)}=${escape(code)}`)
    .join('|')
}

function escape(text: string): string {
  return text.replace(/[\\|=]/g, (mark) => `\\${mark}`)
}

/** What the public knows: the cells by name, those shown with their value, and how they add up. */
export interface PublicKnowledge {
  readonly shown: ReadonlyMap<CellName, number>
  readonly hidden: readonly CellName[]
  /** Each equation: the first cell is the sum of the others. */
  readonly equations: readonly (readonly CellName[])[]
  /** An equation of shown cells that does not hold, or a cell shown with two values. */
  readonly contradiction?: string
}

/**
 * Reads published tables as an attacker does: the same cell in two tables is one cell (shown
 * anywhere means known everywhere), and every total is the sum of the parts that the hierarchy
 * gives it among the codes of that table.
 *
 * @param sums what else adds up: the first cell of each is the sum of the others
 */
export function readPublicCells(
  given: readonly PublicTable[],
  hierarchies: PublicHierarchies,
  sums: readonly (readonly CellName[])[] = [],
): PublicKnowledge {
  const tables = mergeSelections(given)
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
  const equations = new Map<string, CellName[]>()
  for (const table of tables) {
    for (const equation of equationsOf(table, hierarchies)) {
      // linked tables say the same of the margins they share
      equations.set([equation[0], ...equation.slice(1).sort()].join('\n'), equation)
      for (const name of equation) mentioned.add(name)
    }
  }
  for (const sum of sums) {
    equations.set([sum[0], ...sum.slice(1).sort()].join('\n'), [...sum])
    for (const name of sum) mentioned.add(name)
  }
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
    ...(contradiction === undefined ? {} : { contradiction }),
  }
}

function equationsOf(table: PublicTable, hierarchies: PublicHierarchies): CellName[][] {
  const equations: CellName[][] = []
  table.dimensions.forEach((dimension, at) => {
    const parents = hierarchies[dimension]
    const parts =
      table.selected === true ? wholePartsOf(table, at, parents) : partsOf(table, at, parents)
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

/**
 * The parts of each total of a dimension, where a selection shows all that there are: its children, or what
 * lies below those that it leaves out.
 */
function wholePartsOf(
  table: PublicTable,
  at: number,
  parents: ReadonlyMap<string, string> | undefined,
): Map<string, string[]> {
  const shown = new Set(table.rows.map(({ codes }) => codes[at]!))
  const below = new Map<string, string[]>()
  for (const [code, parent] of parents ?? []) {
    const whole = parent === '' ? '_T' : parent
    const known = below.get(whole)
    if (known === undefined) below.set(whole, [code])
    else known.push(code)
  }
  const parts = new Map<string, string[]>()
  for (const [whole, children] of below) {
    const isDirect = children.every((code) => shown.has(code))
    if (!isDirect && !shown.has(whole)) continue
    const left = [...children]
    const found: string[] = []
    let isWhole = true
    while (isWhole && left.length > 0) {
      const code = left.pop()!
      if (shown.has(code)) found.push(code)
      else if (below.has(code)) left.push(...below.get(code)!)
      else isWhole = false
    }
    if (isWhole) parts.set(whole, found)
  }
  return parts
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
