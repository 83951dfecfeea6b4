import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  formatNumber,
  type Condition,
  type CubeAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import { tableQuery } from '../../node-api/queries.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { shortUnit } from '../../words/unit.ts'
import type { Exploration } from '../specification/exploration.ts'
import { Remarks } from './remarks.tsx'
import { whyEmpty } from './why-empty.ts'
import styles from './figure.module.css'

/** Why a table is empty, and which filter stands between the reader and the nearest figures. */
export function EmptySelection({
  cube,
  exploration,
  result,
  change,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const { spec } = exploration
  const without = (condition: Condition): readonly Condition[] =>
    spec.where.filter((each) => each !== condition)
  const found = useQueries({
    queries: spec.where.map((condition) => {
      const { measure } = spec
      const total = {
        rows: [],
        columns: [],
        where: without(condition),
        ...(measure && { measure }),
      }
      return tableQuery(cube.id, total, language)
    }),
  })
  const nearest = spec.where.flatMap((condition, index) => {
    const figure = found[index]?.data?.values[0] ?? null
    const label = result.filters[index]?.label ?? condition.dimension
    return figure === null || figure === 0 ? [] : [{ condition, label, figure }]
  })

  return (
    <div className={styles['empty']}>
      <h2>{words.empty.title}</h2>
      {/* Where there are records, and none of the figures asked for, their reason is told. */}
      {result.remarks && result.values.length > 0 ? (
        <Remarks remarks={result.remarks} />
      ) : (
        <p>{whyEmpty(result, words, language)}</p>
      )}
      {nearest.length > 0 && (
        <>
          <p>{words.empty.nearest}</p>
          <ul className={styles['nearest']}>
            {nearest.map(({ condition, label, figure }) => (
              <li key={condition.dimension}>
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    change({ ...exploration, spec: { ...spec, where: without(condition) } })
                  }
                >
                  {words.empty.without(label)}
                </button>{' '}
                {formatNumber(figure, language, result.measure.decimals)}{' '}
                {shortUnit(result.measure.unit)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
