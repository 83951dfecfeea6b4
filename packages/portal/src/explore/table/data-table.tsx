import { memo, useId, useMemo, useState, type ReactNode } from 'react'
import {
  formatNumber,
  say,
  statusSigns,
  type CellStatus,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../words/speaking.tsx'
import { layTable, showCell, statusesIn, type ShownCell, type TableLine } from './table-layout.ts'
import { TableHead } from './table-head.tsx'
import styles from './data-table.module.css'

/** More cells than a page can hold at once are shown in portions; the download has them all. */
const cellsAtOnce = 15_000

/**
 * A cross-tabulation as a table that a screen reader can walk: headings with scope, with `headers`
 * where there is more than one dimension on an axis, totals said and marks explained. Written
 * whole, never cell by cell as one scrolls.
 */
export function DataTable({
  result,
  totals,
  title,
  onSort,
}: {
  readonly result: TableResult
  readonly totals: 'first' | 'last'
  readonly title: string
  readonly onSort: (sort: TableSpec['sort']) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const captionId = useId()
  const layout = useMemo(() => layTable(result), [result])
  const perPortion = Math.max(50, Math.floor(cellsAtOnce / Math.max(1, result.columnKeys.length)))
  const [portions, setPortions] = useState(1)
  const rowsShown = perPortion * portions
  const allRows = result.rowKeys.length

  const withRowTotals = result.rowTotals !== null && result.columns.length > 0
  const withColumnTotals = result.columnTotals !== null && result.rows.length > 0
  const decimals = result.measure.decimals
  const explicit = result.rows.length > 1 || result.columns.length > 1
  const headers = useMemo(
    () => (explicit ? layout.columnHeaders.map((ids) => ids.join(' ')) : undefined),
    [explicit, layout],
  )
  const width = result.columnKeys.length + (withRowTotals ? 1 : 0)

  const cells = useMemo(
    () =>
      result.values.map((value, index) =>
        showCell(value, result.statuses[index], decimals, language),
      ),
    [result, decimals, language],
  )
  const margin = (value: number | null): ShownCell =>
    showCell(value, value === null ? 'not-additive' : undefined, decimals, language)

  const totalRow = withColumnTotals && (
    <TotalRow
      label={say('total', language)}
      cells={result.columnTotals.map(margin)}
      grand={withRowTotals ? margin(result.grandTotal) : undefined}
      totals={totals}
      language={language}
    />
  )
  const shownLines = linesUpTo(layout.lines, rowsShown)

  return (
    <div className={styles['whole']}>
      <section
        className={styles['scroll']}
        aria-labelledby={captionId}
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={styles['table']}>
          <caption id={captionId} className="visually-hidden">
            {title}
          </caption>
          <TableHead
            result={result}
            layout={layout}
            totals={totals}
            withTotals={withRowTotals}
            onSort={onSort}
          />
          <tbody>
            {totals === 'first' && totalRow}
            {shownLines.map((line) =>
              line.kind === 'group' ? (
                <tr key={line.id} className={styles['group']}>
                  <th id={line.id} scope="rowgroup" colSpan={width + 1} data-depth={line.depth}>
                    <span className={styles['stuck']}>{line.label}</span>
                  </th>
                </tr>
              ) : (
                <Row
                  key={line.id}
                  line={line}
                  cells={cells}
                  columns={result.columnKeys.length}
                  total={withRowTotals ? margin(result.rowTotals[line.row] ?? null) : undefined}
                  totals={totals}
                  headers={headers}
                  emptyLabel={result.measure.label}
                  language={language}
                />
              ),
            )}
            {totals === 'last' && totalRow}
          </tbody>
        </table>
      </section>
      {rowsShown < allRows && (
        <p className={styles['more']}>
          {words.table.shownRows(
            formatNumber(rowsShown, language),
            formatNumber(allRows, language),
          )}{' '}
          {words.table.tooLong}{' '}
          <button type="button" className="button" onClick={() => setPortions(portions + 1)}>
            {words.table.showMore(
              formatNumber(Math.min(perPortion, allRows - rowsShown), language),
            )}
          </button>
        </p>
      )}
      <Legend result={result} totals={totals} withTotals={withRowTotals || withColumnTotals} />
    </div>
  )
}

function linesUpTo(lines: readonly TableLine[], rows: number): readonly TableLine[] {
  let seen = 0
  const end = lines.findIndex((line) => line.kind === 'row' && ++seen > rows)
  return end < 0 ? lines : lines.slice(0, end)
}

/** One row of the body. Its cells are no components: a table of ten thousand has no time for them. */
const Row = memo(
  function Row({
    line,
    cells,
    columns,
    total,
    totals,
    headers,
    emptyLabel,
    language,
  }: {
    readonly line: Extract<TableLine, { kind: 'row' }>
    readonly cells: readonly ShownCell[]
    readonly columns: number
    readonly total: ShownCell | undefined
    readonly totals: 'first' | 'last'
    readonly headers: readonly string[] | undefined
    readonly emptyLabel: string
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
      <tr>
        <th id={headers && line.id} scope="row" data-depth={line.depth}>
          {line.label || emptyLabel}
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

function TotalRow({
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
    <tr className={styles['totalRow']} data-totals={totals}>
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

function Legend({
  result,
  totals,
  withTotals,
}: {
  readonly result: TableResult
  readonly totals: 'first' | 'last'
  readonly withTotals: boolean
}): ReactNode {
  const { language, words } = useSpeaking()
  const used = useMemo(() => statusesIn(result), [result])
  const shown = (Object.keys(statusSigns) as CellStatus[]).filter((status) => used.has(status))
  const single = result.rows.length === 0 && result.columns.length === 0
  return (
    <div className={styles['legend']}>
      {shown.length > 0 && (
        <dl aria-label={words.table.legend}>
          {shown.map((status) => (
            <div key={status}>
              <dt>{statusSigns[status]}</dt>
              <dd>{say(status, language)}</dd>
            </div>
          ))}
        </dl>
      )}
      {!single && (
        <p>
          {withTotals
            ? totals === 'first'
              ? words.table.totalsFirst
              : words.table.totalsLast
            : words.table.totalsNone}
        </p>
      )}
    </div>
  )
}
