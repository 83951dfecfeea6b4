import { useMemo, type ReactNode } from 'react'
import {
  checkAddition,
  formatNumber,
  say,
  statusSigns,
  type CellStatus,
  type TableResult,
  type WithoutSubtotals,
} from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { statusesIn } from './table-layout.ts'
import styles from './data-table.module.css'

/** The signs a table uses, and where its totals stand. */
export function TableLegend({
  result,
  totals,
  withTotals,
  subtotals,
}: {
  readonly result: TableResult
  readonly totals: 'first' | 'last'
  readonly withTotals: boolean
  /** Why the groups of rows have no subtotals, where they have none. */
  readonly subtotals: WithoutSubtotals | undefined
}): ReactNode {
  const { language, words } = useSpeaking()
  const used = useMemo(() => statusesIn(result), [result])
  const shown = (Object.keys(statusSigns) as CellStatus[]).filter((status) => used.has(status))
  const addition = useMemo(() => checkAddition(result), [result])
  const single = result.rows.length === 0 && result.columns.length === 0
  return (
    <div className={styles['legend']}>
      {shown.length > 0 && (
        <section aria-label={words.table.legend}>
          <dl>
            {shown.map((status) => (
              <div key={status}>
                <dt>{statusSigns[status]}</dt>
                <dd>{say(status, language)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {!single && (
        <p>
          {withTotals
            ? totals === 'first'
              ? words.table.totalsFirst
              : words.table.totalsLast
            : words.table.totalsNone}
          {subtotals &&
            subtotals !== 'one-dimension' &&
            ` ${words.table.withoutSubtotals[subtotals]}`}
        </p>
      )}
      {addition.rows + addition.columns > 0 && (
        <p>
          {words.table.notAdding(
            formatNumber(addition.rows, language),
            formatNumber(addition.columns, language),
          )}{' '}
          {addition.without > 0
            ? words.table.withoutFigure(addition.without, formatNumber(addition.without, language))
            : result.protection === 'perturbed'
              ? words.table.perturbed
              : words.table.asGiven}
        </p>
      )}
    </div>
  )
}
