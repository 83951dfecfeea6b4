import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CellStatus, HierarchyLine, Programme } from '@caudal/methods/protect'
import { showAmount } from './amounts.ts'
import { csvLine } from './csv-line.ts'
import { ledgerName } from './folder-ledger.ts'
import { protectRefusals } from './refusals.ts'
import type { Specification } from './specification.ts'

export interface ProtectedTables {
  readonly programme: Programme
  readonly values: Float64Array
  readonly decimals: number
  readonly statuses: readonly CellStatus[]
}

/** The one mark of the public files: it does not say why a cell is hidden. */
const publicMark = 'suppressed'

/**
 * Writes a protected programme: working files that never leave the node, and `public/` with the
 * same tables under one mark. All is written beside the folder first and moved in at the end, so
 * that a failure leaves nothing behind.
 */
export function writeProtectedFolder(
  folder: string,
  tables: ProtectedTables,
  spec: Specification,
  hierarchies: ReadonlyMap<string, readonly HierarchyLine[]>,
  report: object,
  ledger: string,
): string[] {
  const files = filesOf(tables, spec, hierarchies, report)
  files.set(ledgerName, ledger)
  try {
    const stale = readFileNames(folder)
    mkdirSync(folder, { recursive: true })
    const staging = mkdtempSync(join(folder, '.writing-'))
    try {
      for (const [name, content] of files) {
        mkdirSync(dirname(join(staging, name)), { recursive: true })
        // the ledger holds what is hidden
        writeFileSync(join(staging, name), content, name === ledgerName ? { mode: 0o600 } : {})
      }
      for (const name of stale) if (!files.has(name)) rmSync(join(folder, name), { force: true })
      for (const name of files.keys()) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        renameSync(join(staging, name), join(folder, name))
      }
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  } catch (error) {
    throw protectRefusals.refuse('folder-not-writable', {
      folder,
      reason: (error as Error).message,
    })
  }
  return [...files.keys()]
}

/** What an earlier run wrote into the folder, by its own report. */
function readFileNames(folder: string): string[] {
  try {
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
      files?: unknown
    }
    const files = Array.isArray(report.files) ? report.files : []
    return files.filter(
      (name): name is string => typeof name === 'string' && /^(public\/)?[^/\\]+\.csv$/.test(name),
    )
  } catch {
    return []
  }
}

function filesOf(
  tables: ProtectedTables,
  spec: Specification,
  hierarchies: ReadonlyMap<string, readonly HierarchyLine[]>,
  report: object,
): Map<string, string> {
  const files = new Map<string, string>()
  for (const [t, table] of tables.programme.tables.entries()) {
    const name = `${table.map((d) => tables.programme.dimensions[d]!.name).join('__')}.csv`
    files.set(
      name,
      tableCsv(tables, t, (status) => status),
    )
    files.set(
      `public/${name}`,
      tableCsv(tables, t, (status) => (isHidden(status) ? publicMark : status)),
    )
  }
  const dimensions = spec.dimensions.map((dimension) => {
    const lines = hierarchies.get(dimension.column)
    if (lines === undefined) return dimension
    const hierarchy = `hierarchies/${dimension.column}.csv`
    const rows = lines.map(({ code, parent }) => csvLine([code, parent]))
    files.set(hierarchy, csvLine(['code', 'parent']) + rows.join(''))
    return { ...dimension, hierarchy }
  })
  files.set('spec.json', `${JSON.stringify({ ...spec, dimensions }, null, 2)}\n`)
  const written = [...files.keys(), 'report.json']
  files.set('report.json', `${JSON.stringify({ ...report, files: written }, null, 2)}\n`)
  return files
}

function isHidden(status: CellStatus): boolean {
  return status === 'primary' || status === 'secondary'
}

function tableCsv(
  { programme, values, decimals, statuses }: ProtectedTables,
  t: number,
  mark: (status: CellStatus) => string,
): string {
  const table = programme.tables[t]!
  const width = programme.dimensions.length
  const names = table.map((d) => programme.dimensions[d]!.name)
  const lines = [csvLine([...names, 'value', 'status'])]
  for (const cell of programme.tableCells[t]!) {
    const codes = table.map(
      (d) => programme.dimensions[d]!.codes[programme.codes[cell * width + d]!]!,
    )
    const status = statuses[cell]!
    const value = isHidden(status) ? '' : showAmount(values[cell]!, decimals)
    lines.push(csvLine([...codes, value, mark(status)]))
  }
  return lines.join('')
}
