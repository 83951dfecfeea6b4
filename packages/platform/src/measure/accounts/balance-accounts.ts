import { basename } from 'node:path'
import { csvLine } from '@caudal/methods/measure'
import { reconcile, type StockFlow } from '@caudal/methods/measure/accounts'
import { groupRows, readPlainRows, type PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { readFigure, readPeriod } from './read-figure.ts'
import { accountRefusals } from './refusals.ts'

/** Columns of an account, and the terms that they are. */
const terms = {
  opening: 'opening',
  births: 'births',
  deaths: 'deaths',
  arrivals: 'immigrants',
  departures: 'emigrants',
  status_change: 'statusChange',
  closing: 'closing',
} as const satisfies Readonly<Record<string, keyof StockFlow>>

const columnOf = Object.fromEntries(
  Object.entries(terms).map(([column, term]) => [term, column]),
) as Readonly<Record<keyof StockFlow, string>>

const optional = ['status_change', 'period']

export interface AccountsReport {
  readonly accounts: number
  /** Accounts that lack a term. */
  readonly open: number
  /** Accounts that begin with another stock than the period before ended with. */
  readonly broken: number
}

/**
 * Reconciles the stocks and flows of a file, a row a period and group, and writes one line each with what
 * the closing stock should be and the residual that no term explains. Where a row leaves its opening stock
 * empty it is the closing stock of the period before.
 *
 * @throws Refusal `measure.figure-unreadable`, `measure.stock-negative`, `measure.account-empty`,
 *   `measure.period-unreadable`, `measure.period-twice`, and those of the file
 */
export async function balanceAccountsFile(
  path: string,
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<AccountsReport> {
  const needed = Object.keys(terms).filter((column) => !optional.includes(column))
  const rows = await readPlainRows(path, [...by, ...needed], optional)
  if (rows.length === 0) throw accountRefusals.refuse('account-empty', { file: basename(path) })
  const hasPeriods = 'period' in rows[0]!
  await write(
    csvLine([
      ...by,
      ...(hasPeriods ? ['period'] : []),
      ...Object.keys(terms),
      'expected',
      'residual',
      'residual_percent',
      'opening_gap',
      'missing',
    ]),
  )
  const report = { accounts: 0, open: 0, broken: 0 }
  for (const { key, rows: own } of groupRows(rows, by)) {
    const lines: string[] = []
    let before: { readonly ordinal: number; readonly closing: number | null } | undefined
    for (const { row, ordinal } of inOrder(own, key, hasPeriods)) {
      const follows = before !== undefined && ordinal === before.ordinal + 1
      const carried = follows ? before!.closing : null
      const given = readTerms(row)
      const account = { ...given, opening: given.opening ?? carried }
      const { expected, residual, residualPercent, missing } = reconcile(account)
      const gap = given.opening === null || carried === null ? null : given.opening - carried
      report.accounts += 1
      if (missing.length > 0) report.open += 1
      if (gap !== null && gap !== 0) report.broken += 1
      lines.push(
        csvLine([
          ...key,
          ...(hasPeriods ? [row['period']!] : []),
          ...Object.values(terms).map((term) => account[term]),
          expected,
          residual,
          residualPercent,
          gap,
          missing.map((term) => columnOf[term]).join(' '),
        ]),
      )
      before = { ordinal, closing: account.closing }
    }
    await write(lines.join(''))
  }
  return report
}

/** The rows of a group by their period; without periods as they come, none following another. */
function inOrder(rows: readonly PlainRow[], key: readonly string[], hasPeriods: boolean) {
  if (!hasPeriods) return rows.map((row, at) => ({ row, ordinal: 2 * at }))
  const counted = rows.map((row) => ({ row, ...readPeriod(row['period'], 'period') }))
  const other = counted.find(({ perYear }) => perYear !== counted[0]!.perYear)
  if (other !== undefined) {
    throw accountRefusals.refuse('period-unreadable', {
      text: other.row['period'] ?? '',
      column: 'period',
    })
  }
  const ordered = counted.toSorted((a, b) => a.ordinal - b.ordinal)
  ordered.forEach(({ row, ordinal }, at) => {
    if (ordered[at - 1]?.ordinal !== ordinal) return
    throw accountRefusals.refuse('period-twice', {
      period: row['period'] ?? '',
      group: key.join(', ') || '–',
    })
  })
  return ordered
}

function readTerms(row: PlainRow): StockFlow {
  const term = (column: string) => {
    const value = readFigure(row, column)
    if (value !== null && value < 0) {
      throw accountRefusals.refuse('stock-negative', { column, text: String(value) })
    }
    return value
  }
  return {
    opening: term('opening'),
    births: term('births'),
    deaths: term('deaths'),
    immigrants: term('arrivals'),
    emigrants: term('departures'),
    // Not every stock knows changes of status: without the column there are none.
    statusChange: 'status_change' in row ? readFigure(row, 'status_change') : 0,
    closing: term('closing'),
  }
}
