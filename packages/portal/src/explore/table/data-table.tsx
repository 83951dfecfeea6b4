import { useId, useMemo, useState, type ReactNode } from 'react'
import {
  formatNumber,
  groupTotals,
  say,
  statusOf,
  type CellStatus,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { cellAt, walkCells, type AskedCell } from './asked-cell.ts'
import type { Drill } from './drill-label.tsx'
import { TableHead } from './table-head.tsx'
import { layTable, marginStatus, showCell, type ShownCell, type TableLine } from './table-layout.ts'
import { TableLegend } from './table-legend.tsx'
import { GroupRow, TableRow, TotalRow } from './table-row.tsx'
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
  drillAt,
  onAsk,
}: {
  readonly result: TableResult
  readonly totals: 'first' | 'last'
  readonly title: string
  readonly onSort: (sort: TableSpec['sort']) => void
  /** What opens the codes of a dimension one level down; undefined where there is none below. */
  readonly drillAt: (written: string) => Drill | undefined
  /** A reader asks of one number how it is known. */
  readonly onAsk: (cell: AskedCell) => void
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
        showCell(value, statusOf(result, value, result.statuses[index]), decimals, language),
      ),
    [result, decimals, language],
  )
  const margin = (value: number | null, status?: CellStatus): ShownCell =>
    showCell(value, marginStatus(result, value, status), decimals, language)
  const { marginStatuses } = result

  const totalRow = withColumnTotals && (
    <TotalRow
      label={say('total', language)}
      cells={result.columnTotals.map((value, at) => margin(value, marginStatuses?.columns[at]))}
      grand={withRowTotals ? margin(result.grandTotal, marginStatuses?.grand) : undefined}
      totals={totals}
      language={language}
    />
  )
  const groups = useMemo(() => {
    const found = groupTotals(result)
    return typeof found === 'string'
      ? found
      : new Map(found.map((each) => [each.key.join('|'), each]))
  }, [result])
  const rowDrills = result.rows.map(({ id }) => drillAt(id))
  const shownLines = linesUpTo(layout.lines, rowsShown)

  return (
    <div className={styles['whole']}>
      {/* A number is pressed where it stands; the arrow keys go from one to the next. Ten thousand buttons
          would be a wall to a screen reader. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        className={styles['scroll']}
        aria-describedby={`${captionId}-ask`}
        onClick={(event) => ask(event.target)}
        onKeyDown={(event) => walkCells(event, ask)}
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
            drillAt={drillAt}
          />
          <tbody>
            {totals === 'first' && totalRow}
            {shownLines.map((line) =>
              line.kind === 'group' ? (
                <GroupRow
                  key={line.id}
                  line={line}
                  {...subtotalsOf(line)}
                  columns={width}
                  totals={totals}
                  headers={headers}
                  drill={rowDrills[line.depth]}
                  language={language}
                />
              ) : (
                <TableRow
                  key={line.id}
                  line={line}
                  cells={cells}
                  columns={result.columnKeys.length}
                  total={
                    withRowTotals
                      ? margin(result.rowTotals[line.row] ?? null, marginStatuses?.rows[line.row])
                      : undefined
                  }
                  totals={totals}
                  headers={headers}
                  emptyLabel={result.measure.label}
                  drill={rowDrills.at(-1)}
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
      <p id={`${captionId}-ask`} className={`${styles['ask']} no-print`}>
        {words.table.askHelp}
      </p>
      <TableLegend
        result={result}
        totals={totals}
        withTotals={withRowTotals || withColumnTotals}
        subtotals={typeof groups === 'string' ? groups : undefined}
      />
    </div>
  )

  function ask(target: EventTarget): void {
    const cell = cellAt(target, { columns: result.columnKeys.length, totals, withRowTotals })
    if (cell) onAsk(cell)
  }

  function subtotalsOf(line: Extract<TableLine, { kind: 'group' }>) {
    const group = typeof groups === 'string' ? undefined : groups.get(line.key.join('|'))
    return {
      cells: group?.values.map((value, column) =>
        showCell(value, group.statuses[column], decimals, language),
      ),
      total: group && withRowTotals ? margin(group.total) : undefined,
    }
  }
}

function linesUpTo(lines: readonly TableLine[], rows: number): readonly TableLine[] {
  let seen = 0
  const end = lines.findIndex((line) => line.kind === 'row' && ++seen > rows)
  return end < 0 ? lines : lines.slice(0, end)
}
