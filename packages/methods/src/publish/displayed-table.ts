import { formatNumber } from '../measure/index.ts'
import { restCode } from './code-label.ts'
import { statusOf, statusSigns } from './status-sign.ts'
import { isLanguage, type Language } from '../vocabulary/index.ts'
import type { AxisDimension, CellStatus, TableResult } from './table.ts'
import { say } from './table-words.ts'

/** A cell as it is shown: its value, and its text with thousands marks or the sign of its status. */
export interface DisplayedCell {
  readonly value: number | null
  readonly status?: CellStatus
  readonly text: string
}

/**
 * A table as people see it: the same header rows, label columns, cells and margins for every
 * rendering (HTML, terminal, spreadsheet), so that all of them equal each other.
 */
export interface DisplayedTable {
  readonly language: Language
  readonly caption: string
  /** Labels of the row dimensions, over the label columns. */
  readonly rowHeadings: readonly string[]
  /** One per column dimension: its label and its labels over the columns, from left to right. */
  readonly headerRows: readonly { readonly heading: string; readonly labels: readonly string[] }[]
  /** Whether a last column holds the totals of the rows. */
  readonly hasRowTotals: boolean
  readonly rows: readonly DisplayedRow[]
  /** The last row, where columns add up. */
  readonly totals: readonly DisplayedCell[] | undefined
  readonly totalLabel: string
  /** Signs met, with their words. */
  readonly legend: readonly { readonly sign: string; readonly meaning: string }[]
}

export interface DisplayedRow {
  readonly labels: readonly string[]
  readonly isRest: boolean
  /** Cells of the columns, then the total where there are row totals. */
  readonly cells: readonly DisplayedCell[]
}

/** Lays a result out as people see it. */
export function displayTable(result: TableResult): DisplayedTable {
  const language: Language = isLanguage(result.language) ? result.language : 'en'
  const { decimals } = result.measure
  const met = new Set<CellStatus>()
  const cell = (value: number | null, status?: CellStatus): DisplayedCell => {
    const shownStatus = statusOf(result, value, status)
    if (shownStatus) met.add(shownStatus)
    const text =
      value === null ? statusSigns[shownStatus!] : formatNumber(value, language, decimals)
    return {
      value,
      ...(shownStatus && { status: shownStatus }),
      text: value !== null && shownStatus ? `${text} ${statusSigns[shownStatus]}` : text,
    }
  }

  const width = result.columnKeys.length
  const hasRowTotals = result.columns.length > 0 && result.rowTotals !== null
  const rowLabels = labelFinders(result.rows)
  const columnLabels = labelFinders(result.columns)
  const rows = result.rowKeys.map((key, index): DisplayedRow => {
    const cells = Array.from({ length: width }, (_, column) => {
      const at = index * width + column
      return cell(result.values[at] ?? null, result.statuses[at])
    })
    if (hasRowTotals) {
      cells.push(cell(result.rowTotals?.[index] ?? null, result.marginStatuses?.rows[index]))
    }
    const labels = result.rows.length === 0 ? [result.measure.label] : label(rowLabels, key)
    return { labels, isRest: key.length > 0 && key[0] === restCode, cells }
  })

  let totals: DisplayedCell[] | undefined
  if (result.rows.length > 0 && result.columnTotals !== null) {
    totals = result.columnTotals.map((value, at) => cell(value, result.marginStatuses?.columns[at]))
    if (hasRowTotals) totals.push(cell(result.grandTotal, result.marginStatuses?.grand))
  }
  return {
    language,
    caption: tableCaption(result, language),
    rowHeadings: result.rows.length === 0 ? [''] : result.rows.map((axis) => axis.label),
    headerRows:
      result.columns.length === 0
        ? [{ heading: '', labels: [result.measure.label] }]
        : result.columns.map((axis, index) => ({
            heading: axis.label,
            labels: result.columnKeys.map((key) => columnLabels[index]!(key[index]!)),
          })),
    hasRowTotals,
    rows,
    totals,
    totalLabel: say('total', language),
    legend: [...met].map((status) => ({
      sign: statusSigns[status],
      meaning: say(status, language),
    })),
  }
}

/** What a table shows, in one line: measure, unit, dimensions, filters. */
function tableCaption(result: TableResult, language: Language): string {
  const axes = [...result.rows, ...result.columns].map((axis) =>
    axis.label.toLocaleLowerCase(language),
  )
  const colon = say('colon', language)
  const by = axes.length > 0 ? ` ${say('by', language)} ${axes.join(', ')}` : ''
  const filters = result.filters.map(({ label, values }) => {
    const named = values.slice(0, 4).join(', ')
    return `${label}${colon}${values.length > 4 ? `${named}, …` : named}`
  })
  const synthetic = result.synthetic ? 'SYNTHETIC · ' : ''
  const parts = [
    `${result.cube.title}${colon}${result.measure.label}${by} (${result.measure.unit})`,
    ...filters,
  ]
  return synthetic + parts.join('. ')
}

function labelFinders(axes: readonly AxisDimension[]): ((code: string) => string)[] {
  return axes.map((axis) => {
    const labels = new Map(axis.codes.map(({ code, label: text }) => [code, text]))
    return (code) => labels.get(code) ?? code
  })
}

function label(finders: readonly ((code: string) => string)[], key: readonly string[]): string[] {
  return key.map((code, index) => (code === restCode && index > 0 ? '' : finders[index]!(code)))
}
