import { useId, type ReactNode } from 'react'
import { formatNumber, type TableSpec } from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Exploration } from '../specification/exploration.ts'
import { setSort, setTop } from '../specification/rearrange.ts'
import styles from './builder.module.css'

const sorts = ['default', '-total', 'total', '-last', 'last', 'label', '-label'] as const
const tops = [5, 10, 20, 50] as const

/** Order of the rows, how many of them, and where the totals stand. */
export function LayoutOptions({
  exploration,
  change,
}: {
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const id = useId()
  const { spec, totals } = exploration
  const setSpec = (next: TableSpec): void => change({ ...exploration, spec: next })
  const offered = [...new Set([...tops, ...(spec.top === undefined ? [] : [spec.top])])].sort(
    (a, b) => a - b,
  )
  return (
    <div className={styles['options']}>
      <div className="field">
        <label htmlFor={`${id}-sort`}>{words.builder.sort}</label>
        <select
          id={`${id}-sort`}
          className="select"
          disabled={spec.rows.length === 0}
          value={spec.sort ?? 'default'}
          onChange={({ target }) => {
            const sort = target.value as (typeof sorts)[number]
            setSpec(setSort(spec, sort === 'default' ? undefined : sort))
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.builder.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-top`}>{words.builder.top}</label>
        <select
          id={`${id}-top`}
          className="select"
          disabled={spec.rows.length === 0}
          value={spec.top ?? ''}
          onChange={({ target }) =>
            setSpec(setTop(spec, target.value === '' ? undefined : Number(target.value)))
          }
        >
          <option value="">{words.builder.topAll}</option>
          {offered.map((top) => (
            <option key={top} value={top}>
              {words.builder.topN(formatNumber(top, language))}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-totals`}>{words.builder.totals}</label>
        <select
          id={`${id}-totals`}
          className="select"
          value={totals}
          onChange={({ target }) =>
            change({ ...exploration, totals: target.value === 'first' ? 'first' : 'last' })
          }
        >
          <option value="last">{words.builder.totalsLast}</option>
          <option value="first">{words.builder.totalsFirst}</option>
        </select>
      </div>
    </div>
  )
}
