import { basename } from 'node:path'
import {
  checkAdditivity,
  type Figures,
  makeDimension,
  makeProgramme,
  nameCell,
  possibleContributors,
  type Programme,
  totalCode,
} from '@caudal/methods/protect'
import { readPlainTable, type PlainTable } from '../collect/plain-csv/read-plain-table.ts'
import type { Hierarchies } from './hierarchy-file.ts'
import { showAmount, readAmount, scaleOf } from './amounts.ts'
import { protectRefusals } from './refusals.ts'
import type { Specification } from './specification.ts'

/** Tables that come as cells, with margins as `_T`. */
export interface CellsFile {
  readonly programme: Programme
  readonly figures: Figures
  readonly decimals: number
  /** Whether the values are numbers of persons. */
  readonly countsPersons: boolean
}

/**
 * Reads cells: one row a cell with its value and contributors. Combinations that are not listed
 * are empty; every margin must equal the sum of its parts.
 *
 * @param leastDecimals decimals in which amounts are counted at least
 */
export async function readCells(
  path: string,
  spec: Specification,
  hierarchies: Hierarchies,
  leastDecimals = 0,
): Promise<CellsFile> {
  const file = basename(path)
  const csv = await readPlainTable(path)
  if (csv.rows.length === 0) throw protectRefusals.refuse('file-empty', { file })
  const columns = spec.dimensions.map(({ column }) => columnOf(csv, column, file))
  const dimensions = spec.dimensions.map(({ column }, d) => {
    const codes = new Set(csv.rows.map((row) => codeOf(row[columns[d]!]!)))
    codes.delete(totalCode)
    return makeDimension(column, codes, hierarchies.get(column), true)
  })
  const tables = spec.tables.map((table) =>
    table.map((name) => spec.dimensions.findIndex(({ column }) => column === name)),
  )
  const programme = makeProgramme(dimensions, tables)
  const reading = new CellReading(csv, file, spec, programme, leastDecimals)
  const positions = dimensions.map(({ codes }) => new Map(codes.map((code, at) => [code, at])))
  for (const row of csv.rows) {
    const codes = columns.map((at, d) => positions[d]!.get(codeOf(row[at]!))!)
    reading.take(row, codes)
  }
  const { decimals } = reading
  const named = { ...reading.figures, sole: nameSolePersons(programme, reading.figures) }
  const figures = {
    ...named,
    mayBeOne: possibleContributors(programme, named, 'count' in spec.measure),
  }
  checkAdditivity(programme, figures.values, file, (value) => showAmount(value, decimals))
  const countsPersons =
    'count' in spec.measure &&
    figures.values.every((value, cell) => value === figures.contributors[cell])
  return { programme, figures, decimals, countsPersons }
}

/**
 * Cells do not say who is in them, but whoever is alone in a margin is alone in the part of it that is
 * not empty: one person, who is not protected from himself. Of all others see `possibleContributors`.
 */
function nameSolePersons({ relations }: Programme, { contributors }: Figures): Figures['sole'] {
  const leader = Array.from(contributors, (_, cell) => cell)
  const find = (cell: number) => {
    let root = cell
    while (leader[root] !== root) root = leader[root]!
    leader[cell] = root
    return root
  }
  const { starts, cells, count } = relations
  for (let relation = 0; relation < count; relation += 1) {
    const margin = cells[starts[relation]!]!
    if (contributors[margin] !== 1) continue
    for (let at = starts[relation]! + 1; at < starts[relation + 1]!; at += 1) {
      if (contributors[cells[at]!] === 1) leader[find(cells[at]!)] = find(margin)
    }
  }
  return Array.from(contributors, (persons, cell) =>
    persons === 1 ? `alone in cell ${find(cell)}` : undefined,
  )
}

function codeOf(text: string): string {
  return text.trim() || '_U'
}

function columnOf(csv: PlainTable, column: string, file: string): number {
  const at = csv.header.indexOf(column)
  if (at === -1) throw protectRefusals.refuse('column-missing', { file, column })
  return at
}

/** What cannot be of a value and its contributors; of a count everybody in it has at least one. */
function contradictionOf(value: number, persons: number, isCount: boolean): string | undefined {
  if (persons === 0 && value > 0) return 'contributors = 0, value > 0'
  return isCount && persons > value ? 'contributors > value' : undefined
}

class CellReading {
  readonly figures: Figures
  readonly decimals: number
  readonly #file: string
  readonly #programme: Programme
  readonly #seen: Uint8Array
  readonly #value: number
  readonly #contributors: number
  readonly #tops: readonly number[]
  readonly #sensitive: number
  readonly #isCount: boolean
  /** Largest contributions without which the rules cannot be applied to a cell. */
  readonly #needed: number

  constructor(
    csv: PlainTable,
    file: string,
    spec: Specification,
    programme: Programme,
    leastDecimals: number,
  ) {
    this.#file = file
    this.#programme = programme
    this.#value = columnOf(csv, 'value', file)
    const counts = 'count' in spec.measure
    this.#isCount = counts
    this.#contributors = csv.header.indexOf('contributors')
    if (this.#contributors === -1 && !counts) columnOf(csv, 'contributors', file)
    const wanted = ranksOf(spec)
    const tops: number[] = []
    for (let rank = 1; csv.header.includes(`top${rank}`); rank += 1) {
      tops.push(csv.header.indexOf(`top${rank}`))
    }
    const { pPercent, dominance } = spec.primary
    this.#needed = pPercent === undefined && dominance === undefined ? 0 : wanted
    if (tops.length < this.#needed && !counts) columnOf(csv, `top${tops.length + 1}`, file)
    this.#tops = tops
    this.#sensitive = csv.header.indexOf('sensitive')
    this.decimals = Math.max(
      leastDecimals,
      scaleOf(csv.rows.flatMap((row) => [this.#value, ...tops].map((at) => row[at]!))),
    )
    this.#seen = new Uint8Array(programme.cellCount)
    this.figures = {
      values: new Float64Array(programme.cellCount),
      contributors: new Float64Array(programme.cellCount),
      largest: Array.from(
        { length: Math.max(wanted, tops.length) },
        () => new Float64Array(programme.cellCount),
      ),
      sole: Array.from<string | undefined>({ length: programme.cellCount }),
      marked: new Uint8Array(programme.cellCount),
    }
  }

  take(row: readonly string[], codes: readonly number[]): void {
    const cell = this.#programme.find(codes)
    // a row of no published table adds nothing to what is published
    if (cell === undefined) return
    const name = nameCell(this.#programme, cell)
    if (this.#seen[cell] === 1) {
      throw protectRefusals.refuse('cell-twice', { file: this.#file, cell: name })
    }
    this.#seen[cell] = 1
    const value = this.#number(row, this.#value, 'value', this.decimals)
    const persons =
      this.#contributors === -1 ? value : this.#number(row, this.#contributors, 'contributors', 0)
    const { figures } = this
    figures.values[cell] = value
    figures.contributors[cell] = persons
    const reason = contradictionOf(value, persons, this.#isCount)
    if (reason !== undefined) {
      throw protectRefusals.refuse('cell-malformed', { file: this.#file, cell: name, reason })
    }
    this.#takeLargest(row, cell, value, persons, name)
    const mark = this.#sensitive === -1 ? '' : row[this.#sensitive]!.trim()
    if (mark !== '' && mark !== '0' && mark !== '1') {
      throw protectRefusals.refuse('cell-malformed', {
        file: this.#file,
        cell: name,
        reason: `sensitive = ${mark}`,
      })
    }
    figures.marked![cell] = mark === '1' ? 1 : 0
  }

  #takeLargest(
    row: readonly string[],
    cell: number,
    value: number,
    persons: number,
    name: string,
  ): void {
    const { largest } = this.figures
    let sum = 0
    let allKnown = true
    for (const [rank, ranked] of largest.entries()) {
      const at = this.#tops[rank]
      if (at !== undefined && row[at]!.trim() !== '') {
        ranked[cell] = this.#number(row, at, `top${rank + 1}`, this.decimals)
      } else if (allKnown && rank === persons - 1) ranked[cell] = value - sum
      else if (value === persons) ranked[cell] = rank < persons ? 1 : 0
      else if (rank < this.#needed && rank < persons) {
        const reason = `top${rank + 1} = `
        throw protectRefusals.refuse('cell-malformed', { file: this.#file, cell: name, reason })
      } else if (rank < persons) allKnown = false
      sum += ranked[cell]!
      if (sum > value || (rank > 0 && ranked[cell]! > largest[rank - 1]![cell]!)) {
        const reason = `top${rank + 1}`
        throw protectRefusals.refuse('cell-malformed', { file: this.#file, cell: name, reason })
      }
    }
  }

  #number(row: readonly string[], at: number, column: string, decimals: number): number {
    const text = row[at]!.trim()
    const value = readAmount(text, decimals)
    // half a person is a mistake of the file
    if (value === undefined || (column === 'contributors' && Number(text) !== value)) {
      throw protectRefusals.refuse('amount-not-a-number', { file: this.#file, column, value: text })
    }
    if (value < 0) {
      throw protectRefusals.refuse('contribution-negative', {
        file: this.#file,
        column,
        value: text,
      })
    }
    return value
  }
}

/** Largest contributions that the rules of a specification look at. */
export function ranksOf(spec: Specification): number {
  const { pPercent, contributors, dominance } = spec.primary
  return Math.max(
    1,
    pPercent === undefined ? 0 : (contributors ?? 1) + 1,
    dominance === undefined ? 0 : dominance[0],
  )
}
