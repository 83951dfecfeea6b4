import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { periodLabel, type CubeAnswer, type TableSpec } from '@caudal/methods/publish'
import { isFilled, useCoverage } from '../explore/use-coverage.ts'
import { tableQuery } from '../node-api/queries.ts'
import { StatusTag } from '../parts/status-banner.tsx'
import { formatRound } from '../words/number-format.ts'
import { inPeriod } from '../words/period.ts'
import { shortUnit } from '../words/unit.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { latestSpec, readLatest } from './latest-figure.ts'
import { YearColumns } from './year-columns.tsx'
import styles from './home.module.css'

const noTable: TableSpec = { rows: [], columns: [], where: [] }

/** One dataset of the node: what it is, its latest figure, its years. */
export function DatasetEntry({ cube }: { readonly cube: CubeAnswer }): ReactNode {
  const { language, words } = useSpeaking()
  const spec = latestSpec(cube)
  const table = useQuery({
    ...tableQuery(cube.id, spec ?? noTable, language),
    enabled: spec !== undefined && isFilled(cube),
  })
  const coverage = useCoverage(cube, language)
  const latest = table.data && readLatest(table.data, coverage, words, language)

  return (
    <article className={styles['dataset']} aria-labelledby={`dataset-${cube.id}`}>
      <div className={styles['about']}>
        <h3 id={`dataset-${cube.id}`}>
          <Link to="/$language/explore/$cube" params={{ language, cube: cube.id }}>
            {cube.title}
          </Link>
        </h3>
        <p>{cube.description}</p>
        <p className={styles['meta']}>
          <StatusTag synthetic={cube.synthetic} protection={cube.protection} />
          <span>
            {cube.stateReason
              ? cube.stateReason.what
              : cube.updatedOn !== null &&
                words.home.updated(periodLabel(cube.updatedOn, language))}
          </span>
        </p>
      </div>
      <div className={styles['latest']} aria-busy={table.isPending}>
        {latest && table.data ? (
          <>
            <p className={styles['number']}>
              {formatRound(latest.value, language, table.data.measure.decimals)}{' '}
              <small>{shortUnit(table.data.measure.unit)}</small>
            </p>
            <p>
              {words.finding.at(table.data.measure.label, inPeriod(latest.period, language))}
              {latest.change !== undefined && <>, {latest.change}</>}
            </p>
          </>
        ) : (
          <p className="hint">
            {table.isPending && table.fetchStatus !== 'idle'
              ? words.status.loading
              : words.home.noFigure}
          </p>
        )}
      </div>
      <div className={styles['years']}>
        {latest && table.data && <YearColumns latest={latest} measure={table.data.measure.label} />}
      </div>
    </article>
  )
}
