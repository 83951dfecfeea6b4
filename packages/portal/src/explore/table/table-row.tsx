import { memo, type ReactNode } from 'react'
import { say, statusSigns, type CellStatus } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { ShownCell, TableLine } from './table-layout.ts'
import { DrillLabel, type Drill } from './drill-label.tsx'
import styles from './data-table.module.css'

/** One row of the body. Its cells are no components: a table of ten thousand has no time for them. */
export const TableRow = memo(
  function TableRow({
    line,
    cells,
    columns,
    total,
    totals,
    headers,
    emptyLabel,
    drill,
    language,
  }: {
    readonly line: Extract<TableLine, { kind: 'row' }>
    readonly cells: readonly ShownCell[]
    readonly columns: number
    readonly total: ShownCell | undefined
    readonly totals: 'first' | 'last'
    readonly headers: readonly string[] | undefined
    readonly emptyLabel: string
    readonly drill: Drill | undefined
    readonly language: Language
  }): ReactNode {
    const start = line.row * columns
    const before = headers && [...line.within, line.id].join(' ')
    const shown: ReactNode[] = []
    for (let column = 0; column < columns; column += 1) {
      const { text, status } = cells[start + column]!
      shown.push(
        <td key={column} headers={headers && `${before} ${headers[column]}`}>
          {status === undefined ? text : markedText(text, status, language)}
        </td>,
      )
    }
    const totalCell = total && (
      <td data-total="">
        {total.status === undefined ? total.text : markedText(total.text, total.status, language)}
      </td>
    )
    return (
      <tr data-row={line.row}>
        <th id={headers && line.id} scope="row" data-depth={line.depth}>
          <DrillLabel code={line.code} label={line.label || emptyLabel} drill={drill} />
        </th>
        {totals === 'first' && totalCell}
        {shown}
        {totals === 'last' && totalCell}
      </tr>
    )
  },
  (a, b) => a.cells === b.cells && a.line === b.line && a.totals === b.totals,
)

/** A number with its sign, or the sign alone; a screen reader hears what the sign means. */
function markedText(text: string, status: CellStatus, language: Language): ReactNode {
  return (
    <>
      {text}
      <span className={styles['mark']} data-alone={text === '' ? '' : undefined} aria-hidden>
        {statusSigns[status]}
      </span>
      <span className="visually-hidden">{say(status, language)}</span>
    </>
  )
}

/** The heading of a group of rows with its subtotals, where it has any. */
export function GroupRow({
  line,
  cells,
  total,
  columns,
  totals,
  headers,
  drill,
  language,
}: {
  readonly line: Extract<TableLine, { kind: 'group' }>
  readonly cells: readonly ShownCell[] | undefined
  readonly total: ShownCell | undefined
  /** Columns the heading spans where there are no subtotals. */
  readonly columns: number
  readonly totals: 'first' | 'last'
  readonly headers: readonly string[] | undefined
  readonly drill: Drill | undefined
  readonly language: Language
}): ReactNode {
  const write = ({ text, status }: ShownCell): ReactNode =>
    status === undefined ? text : markedText(text, status, language)
  const totalCell = cells && total && <td data-total="">{write(total)}</td>
  return (
    <tr className={styles['group']}>
      <th
        id={line.id}
        scope="rowgroup"
        colSpan={cells ? undefined : columns + 1}
        data-depth={line.depth}
      >
        <span className={styles['stuck']}>
          <DrillLabel code={line.key[line.depth]!} label={line.label} drill={drill} />
        </span>
      </th>
      {totals === 'first' && totalCell}
      {cells?.map((cell, column) => (
        <td key={column} headers={headers && `${line.id} ${headers[column]}`}>
          {write(cell)}
        </td>
      ))}
      {totals === 'last' && totalCell}
    </tr>
  )
}

/** The margins of the columns. */
export function TotalRow({
  label,
  cells,
  grand,
  totals,
  language,
}: {
  readonly label: string
  readonly cells: readonly ShownCell[]
  readonly grand: ShownCell | undefined
  readonly totals: 'first' | 'last'
  readonly language: Language
}): ReactNode {
  const write = ({ text, status }: ShownCell): ReactNode =>
    status === undefined ? text : markedText(text, status, language)
  const grandCell = grand && <td data-total="">{write(grand)}</td>
  return (
    <tr className={styles['totalRow']} data-totals={totals} data-row="total">
      <th scope="row">{label}</th>
      {totals === 'first' && grandCell}
      {cells.map((cell, column) => (
        // Columns have no identity but their place.
        <td key={column}>{write(cell)}</td>
      ))}
      {totals === 'last' && grandCell}
    </tr>
  )
}
