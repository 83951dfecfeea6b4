import type { ReactNode } from 'react'
import { say, type TableResult, type TableSpec } from '@caudal/methods/publish'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { DrillLabel, type Drill } from './drill-label.tsx'
import type { TableLayout } from './table-layout.ts'
import styles from './data-table.module.css'

type Sort = TableSpec['sort']

/** The headings of a table: what stands in the rows, what in the columns, and how to sort. */
export function TableHead({
  result,
  layout,
  totals,
  withTotals,
  onSort,
  drillAt,
}: {
  readonly result: TableResult
  readonly layout: TableLayout
  readonly totals: 'first' | 'last'
  readonly withTotals: boolean
  readonly onSort: (sort: Sort) => void
  readonly drillAt: (written: string) => Drill | undefined
}): ReactNode {
  const { language, words } = useSpeaking()
  const total = say('total', language)
  const sort = result.spec.sort
  const columns = result.columnKeys.length
  const depth = layout.headings.length
  const hasColumns = depth > 0
  const stubLabel = result.rows.map(({ label }) => label).join('\u00a0› ')
  const height = hasColumns ? depth + 1 : 1

  const stub = (
    <th
      scope="col"
      rowSpan={height}
      className={styles['corner']}
      aria-sort={sortOf(sort, 'label', '-label')}
    >
      {result.rows.length === 0 ? (
        <span className="visually-hidden">{words.builder.measure}</span>
      ) : (
        <SortButton
          label={stubLabel}
          state={sortOf(sort, 'label', '-label')}
          onPress={() =>
            onSort(sort === 'label' ? '-label' : sort === '-label' ? undefined : 'label')
          }
        />
      )}
    </th>
  )
  const totalHeading = withTotals && (
    <th scope="col" rowSpan={height} data-total="" aria-sort={sortOf(sort, 'total', '-total')}>
      {result.rows.length === 0 ? (
        total
      ) : (
        <SortButton
          label={total}
          state={sortOf(sort, 'total', '-total')}
          onPress={() =>
            onSort(sort === '-total' ? 'total' : sort === 'total' ? undefined : '-total')
          }
        />
      )}
    </th>
  )

  if (!hasColumns) {
    return (
      <thead>
        <tr>
          {stub}
          <th scope="col">
            {result.rows.length === 0 ? result.measure.unit : result.measure.label}
          </th>
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      <tr>
        {stub}
        {totals === 'first' && totalHeading}
        <th scope="colgroup" colSpan={columns} className={styles['axis']}>
          <span className={styles['stuck']}>
            {result.columns.map(({ label }) => label).join(' › ')}
          </span>
        </th>
        {totals === 'last' && totalHeading}
      </tr>
      {layout.headings.map((line, level) => (
        <tr key={level}>
          {line.map(({ id, code, label, span }) => (
            <th
              key={id}
              id={depth > 1 || result.rows.length > 1 ? id : undefined}
              scope={level < depth - 1 ? 'colgroup' : 'col'}
              colSpan={span > 1 ? span : undefined}
              data-group={level < depth - 1 ? '' : undefined}
            >
              <DrillLabel code={code} label={label} drill={drillAt(result.columns[level]!.id)} />
            </th>
          ))}
        </tr>
      ))}
    </thead>
  )
}

function SortButton({
  label,
  state,
  onPress,
}: {
  readonly label: string
  readonly state: 'ascending' | 'descending' | undefined
  readonly onPress: () => void
}): ReactNode {
  const { words } = useSpeaking()
  return (
    <button
      type="button"
      className={styles['sort']}
      title={words.table.sortBy(label)}
      onClick={onPress}
    >
      {label}
      <Icon name={state === 'ascending' ? 'up' : state === 'descending' ? 'down' : 'both'} />
    </button>
  )
}

function sortOf(sort: Sort, up: Sort, down: Sort): 'ascending' | 'descending' | undefined {
  return sort === up ? 'ascending' : sort === down ? 'descending' : undefined
}
