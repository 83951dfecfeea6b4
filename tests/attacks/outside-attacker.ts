import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import loadHighs, { type Highs } from 'highs'
import type { RandomRecords } from './random-records.ts'

// Shares nothing with the product but the solver: it reads the files that a stranger would be
// given, and what each contributor knows from the records themselves.

/** A cell of a programme under one name in all its tables: the codes of every dimension. */
export interface OutsideCell {
  readonly key: string
  /** Empty in a file: hidden. */
  readonly shown: number | undefined
  readonly status: string
  readonly truth: number
  /** What each person contributes. */
  readonly parts: ReadonlyMap<string, number>
  /** All of its level is hidden as a last resort, zeros too: that it is hidden tells of nobody. */
  readonly mayBeEmpty: boolean
}

export interface OutsideView {
  readonly cells: ReadonlyMap<string, OutsideCell>
  /** The first cell of each is the sum of the others. */
  readonly sums: readonly (readonly string[])[]
}

/** Reads the CSV files of a folder, and counts what the records say of each of their cells. */
export function readFolder(folder: string, release: RandomRecords): OutsideView {
  const cells = new Map<string, Omit<OutsideCell, 'mayBeEmpty'>>()
  const sums: string[][] = []
  const parents = parentsOf(release)
  for (const table of release.spec.tables) {
    const file = join(folder, `${table.join('__')}.csv`)
    if (!existsSync(file)) throw new Error(`${file} is missing`)
    const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
    if (header !== [...table, 'value', 'status'].join(',')) throw new Error(`header ${header}`)
    const rows = lines.map((line) => line.split(','))
    const keyOf = (codes: readonly string[]) =>
      release.columns.map((column) => codes[table.indexOf(column)] ?? '_T').join(' ')
    for (const row of rows) {
      const key = keyOf(row.slice(0, table.length))
      const text = row[table.length]!
      const before = cells.get(key)
      if (before !== undefined && before.shown !== (text === '' ? undefined : Number(text)))
        throw new Error(`${key} is shown in one table and not in the other`)
      cells.set(key, {
        key,
        shown: text === '' ? undefined : Number(text),
        status: row[table.length + 1]!,
        ...countCell(release, key.split(' '), parents),
      })
    }
    const codesOf = table.map((_, at) => [...new Set(rows.map((row) => row[at]!))])
    for (const row of rows) {
      table.forEach((column, at) => {
        const parts = codesOf[at]!.filter(
          (code) => code !== '_T' && (parents.get(code) ?? '_T') === row[at],
        )
        if (parts.length === 0) return
        const codes = (code: string) =>
          row.slice(0, table.length).map((each, d) => (d === at ? code : each))
        sums.push([keyOf(codes(row[at]!)), ...parts.map((code) => keyOf(codes(code)))])
      })
    }
  }
  return { cells: withLevels(folder, cells, parents), sums }
}

/** Marks the cells of levels of which nothing is shown, where the folder says that it hides whole levels. */
function withLevels(
  folder: string,
  cells: ReadonlyMap<string, Omit<OutsideCell, 'mayBeEmpty'>>,
  parents: ReadonlyMap<string, string>,
): Map<string, OutsideCell> {
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    coarsened: object | null
  }
  const steps = (code: string): number => (code === '_T' ? 0 : 1 + steps(parents.get(code) ?? '_T'))
  const depth = (key: string) => key.split(' ').reduce((sum, code) => sum + steps(code), 0)
  const shown = new Set(
    [...cells.values()].flatMap((cell) => (cell.shown === undefined ? [] : [depth(cell.key)])),
  )
  return new Map(
    [...cells].map(([key, cell]) => [
      key,
      { ...cell, mayBeEmpty: report.coarsened !== null && !shown.has(depth(key)) },
    ]),
  )
}

export function parentsOf(release: RandomRecords): Map<string, string> {
  const parents = new Map<string, string>()
  for (const text of Object.values(release.hierarchies)) {
    for (const line of text.trim().split('\n').slice(1)) {
      const [code, parent] = line.split(',')
      parents.set(code!, parent === '' ? '_T' : parent!)
    }
  }
  return parents
}

export function countCell(
  release: RandomRecords,
  codes: readonly string[],
  parents: ReadonlyMap<string, string>,
) {
  const lies = (code: string, under: string) => {
    for (let at: string | undefined = code; at !== undefined; at = parents.get(at))
      if (at === under) return true
    return under === '_T'
  }
  const parts = new Map<string, number>()
  for (const record of release.records) {
    if (!record.codes.every((code, d) => lies(code, codes[d]!))) continue
    const amount = 'count' in release.spec.measure ? 1 : record.amount
    parts.set(record.person, (parts.get(record.person) ?? 0) + amount)
  }
  return { parts, truth: [...parts.values()].reduce((sum, part) => sum + part, 0) }
}

/** What one attacker knows of a hidden cell: at least, and at most. */
export type Knowledge = (cell: OutsideCell) => readonly [number, number]

export const publicKnowledge: Knowledge = () => [0, Number.POSITIVE_INFINITY]
/** Zeros are shown, so a hidden cell holds something. */
export const knowsZeros: Knowledge = ({ key, mayBeEmpty }) => [
  key.startsWith('added:') || mayBeEmpty ? 0 : 1,
  Number.POSITIVE_INFINITY,
]

/** Whoever knows their own part of every cell and, where `zerosAreShown`, that none of them is empty. */
export function knowledgeOf(person: string, zerosAreShown = false): Knowledge {
  return ({ key, parts, truth, mayBeEmpty }) => {
    const own = parts.get(person) ?? 0
    // whoever came between two releases does not know that nobody else did
    const isAdded = key.startsWith('added:')
    if (parts.size === 1 && own > 0 && !isAdded) return [truth, truth]
    const holds = zerosAreShown && !isAdded && !mayBeEmpty ? 1 : 0
    return [Math.max(own, holds), Number.POSITIVE_INFINITY]
  }
}

/** How far a sum of cells can go, and hidden cells with which it goes that far. */
export interface Extreme {
  readonly value: number
  /** Empty where the search ended without any. */
  readonly table: ReadonlyMap<string, number>
  /** False where the search ended at its limit, so that it may go further. */
  readonly proven: boolean
}

const optimal = 7
const reachedSolutionLimit = 16
const interrupted = 17

/** Nodes, and iterations, after which a search in whole numbers ends undecided. */
const mostNodes = 20_000
const mostIterations = 400_000

/** Least and greatest whole values of hidden cells, by integer programming over all tables. */
export class OutsideAttacker {
  readonly #highs: Highs

  private constructor(highs: Highs) {
    this.#highs = highs
  }

  static async load(): Promise<OutsideAttacker> {
    return new OutsideAttacker(await loadHighs())
  }

  /** The system of one attacker, to be asked about many cells. */
  open(view: OutsideView, hidden: ReadonlySet<string>, knows: Knowledge) {
    const names = [...hidden]
    const column = new Map(names.map((key, at) => [key, at]))
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    const right: number[] = []
    for (const [whole, ...parts] of view.sums) {
      let known = 0
      const put = (key: string, sign: number) => {
        const at = column.get(key)
        if (at === undefined) known -= sign * view.cells.get(key)!.truth
        else {
          indices.push(at)
          values.push(sign)
        }
      }
      put(whole!, -1)
      for (const part of parts) put(part, 1)
      if (indices.length === starts.at(-1)) continue
      starts.push(indices.length)
      right.push(known)
    }
    const bounds = names.map((key) => knows(view.cells.get(key)!))
    const model = this.#highs.createModel({
      numCols: names.length,
      numRows: right.length,
      sense: this.#highs.constants.objectiveSense.minimize,
      colCost: new Float64Array(names.length),
      colLower: Float64Array.from(bounds, ([low]) => low),
      colUpper: Float64Array.from(bounds, ([, high]) => Math.min(high, 1e7)),
      rowLower: Float64Array.from(right),
      rowUpper: Float64Array.from(right),
      integrality: new Int32Array(names.length).fill(1),
      matrix: {
        format: 'csr' as const,
        numRows: right.length,
        numCols: names.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    model.options.set({ output_flag: false, mip_max_nodes: mostNodes })
    const { mipInterrupt } = this.#highs.constants.callbackType
    /** The extreme of a sum of cells, and a table in which it is reached. */
    const extreme = (costs: ReadonlyMap<string, number>, up: boolean): Extreme => {
      let known = 0
      const free = [...costs].filter(([key, cost]) => {
        if (!column.has(key)) known += cost * view.cells.get(key)!.truth
        return column.has(key)
      })
      for (const [key, cost] of free) model.changeColCost(column.get(key)!, up ? -cost : cost)
      model.run({
        [mipInterrupt]: (event) => {
          if (Number(event.data.mip_total_lp_iterations ?? 0) > mostIterations) event.interrupt()
          return undefined
        },
      })
      const status = model.getModelStatus()
      const found = model.info.get('primal_solution_status') === 2
      const value = found
        ? known + (up ? -1 : 1) * Math.round(model.getObjectiveValue())
        : Number.NaN
      const columns = found ? model.getSolution().colValue : []
      for (const [key] of free) model.changeColCost(column.get(key)!, 0)
      const isUndecided = status === reachedSolutionLimit || status === interrupted
      if (status !== optimal && !isUndecided) throw new Error(`attack ended with status ${status}`)
      return {
        value,
        table: new Map(found ? names.map((key, at) => [key, Math.round(columns[at]!)]) : []),
        proven: status === optimal,
      }
    }
    const optimise = (costs: ReadonlyMap<string, number>, up: boolean) => extreme(costs, up).value
    return { optimise, extreme, close: () => model.dispose() }
  }
}
