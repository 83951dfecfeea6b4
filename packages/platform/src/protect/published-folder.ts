import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  cellName,
  type CellName,
  publicRatio,
  type PublicTable,
  type Wanted,
} from '@caudal/methods/protect'
import { readAmount, scaleOf } from './amounts.ts'
import { readPlainTable, type PlainTable } from '../collect/plain-csv/read-plain-table.ts'
import { protectRefusals } from './refusals.ts'
import { rulesOf, type Specification } from './specification.ts'

/** Where a cell is read: a table, and its codes in the order of the dimensions there. */
export interface CellPlace {
  readonly table: string
  readonly dimensions: readonly string[]
  readonly codes: readonly string[]
}

/** The published tables of a folder, with the cells that are to be protected. */
export interface PublishedFolder {
  readonly tables: readonly PublicTable[]
  /** Where each wanted cell stands: its table and its codes there. */
  readonly places: ReadonlyMap<CellName, CellPlace>
  readonly wanted: readonly Wanted[]
  readonly decimals: number
  readonly hiddenCells: number
}

/**
 * Reads the CSV files of a folder for the attacker: an empty `value` is hidden, and what has the
 * status `primary` is to be protected; with `all`, every hidden cell is. The public files, whose mark
 * does not tell, say something under `all` only.
 */
export async function readPublishedFolder(
  folder: string,
  spec: Specification,
  parentsOf: (dimension: string, code: string) => string,
  all: boolean,
): Promise<PublishedFolder> {
  const read: ReadTable[] = []
  for (const dimensions of spec.tables) read.push(await readTable(folder, dimensions, all))
  const decimals = scaleOf(read.flatMap(({ csv, value }) => csv.rows.map((row) => row[value]!)))
  const places = new Map<CellName, CellPlace>()
  const hidden = new Set<CellName>()
  const shown = new Set<CellName>()
  const tables = read.map(({ name, dimensions, csv, columns, value, status }): PublicTable => ({
    name,
    dimensions,
    rows: csv.rows.map((row) => {
      const codes = columns.map((at) => row[at]!.trim())
      const text = row[value]!.trim()
      const cell = cellName(dimensions, codes)
      if (text === '') {
        hidden.add(cell)
        const isPrimary = status !== -1 && row[status]!.trim() === 'primary'
        if ((all || isPrimary) && !places.has(cell)) {
          places.set(cell, { table: name, dimensions, codes })
        }
        return { codes, value: null }
      }
      const amount = readAmount(text, decimals)
      if (amount === undefined || amount < 0) {
        const refusal = amount === undefined ? 'amount-not-a-number' : 'contribution-negative'
        throw protectRefusals.refuse(refusal, { file: `${name}.csv`, column: 'value', value: text })
      }
      shown.add(cell)
      return { codes, value: amount }
    }),
  }))
  for (const cell of shown) hidden.delete(cell)
  return {
    tables,
    places,
    wanted: [...places].flatMap(([cell, { table, codes }]) =>
      wishes(
        spec,
        cell,
        tables.find(({ name }) => name === table)!,
        codes,
        decimals,
        parentsOf,
      ),
    ),
    decimals,
    hiddenCells: hidden.size,
  }
}

interface ReadTable {
  readonly name: string
  readonly dimensions: readonly string[]
  readonly csv: PlainTable
  readonly columns: readonly number[]
  readonly value: number
  readonly status: number
}

async function readTable(
  folder: string,
  dimensions: readonly string[],
  all: boolean,
): Promise<ReadTable> {
  const name = dimensions.join('__')
  const path = join(folder, `${name}.csv`)
  if (!existsSync(path)) throw protectRefusals.refuse('file-missing', { file: path })
  const file = basename(path)
  const csv = await readPlainTable(path)
  const column = (wanted: string) => {
    const at = csv.header.indexOf(wanted)
    if (at === -1) throw protectRefusals.refuse('column-missing', { file, column: wanted })
    return at
  }
  const columns = dimensions.map(column)
  const seen = new Set<string>()
  for (const row of csv.rows) {
    const key = columns.map((at) => row[at]!.trim()).join('\u001F')
    if (seen.has(key)) {
      const cell = columns.map((at) => row[at]!).join(', ')
      throw protectRefusals.refuse('cell-twice', { file, cell })
    }
    seen.add(key)
  }
  const value = column('value')
  const status = all ? csv.header.indexOf('status') : column('status')
  return { name, dimensions, csv, columns, value, status }
}

/** What must stay open about a cell, as far as the tables and the rules alone tell. */
function wishes(
  spec: Specification,
  cell: CellName,
  table: PublicTable,
  codes: readonly string[],
  decimals: number,
  parentOf: (dimension: string, code: string) => string,
): Wanted[] {
  const { threshold, group, margin } = spec.primary
  const counts = 'count' in spec.measure
  const ratio =
    publicRatio(rulesOf(spec)) ??
    (counts && spec.person === undefined ? undefined : 1 + (margin ?? 0) / 100)
  const own: Wanted = {
    cell,
    ...(threshold === undefined || !counts ? {} : { reach: threshold * 10 ** decimals }),
    ...(ratio === undefined ? {} : { ratio }),
  }
  if (group === undefined) return [own]
  const within = table.dimensions.flatMap((dimension, at): Wanted[] => {
    if (codes[at] === '_T') return []
    const parent = parentOf(dimension, codes[at]!)
    const siblings = new Set(table.rows.map((row) => row.codes[at]!))
    const others = [...siblings].filter(
      (code) => code !== '_T' && code !== codes[at] && parentOf(dimension, code) === parent,
    )
    // an only child always holds everyone: that says nothing about anybody
    if (others.length === 0) return []
    const whole = [...codes]
    whole[at] = parent
    return [{ cell, within: { cell: cellName(table.dimensions, whole), beyond: group + 1 } }]
  })
  return [own, ...within]
}
