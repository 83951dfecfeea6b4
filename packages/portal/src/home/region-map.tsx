import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'
import type { TableSpec } from '@caudal/methods/publish'
import type { DrawableLevel } from '../explore/drawable-levels.ts'
import { AreaMap } from '../explore/figure/area-map.ts'
import { isWhole } from '../explore/figure/coverage.ts'
import { writeExploration } from '../explore/specification/exploration.ts'
import { useCoverage } from '../explore/use-coverage.ts'
import { codesQuery, tableQuery } from '../node-api/queries.ts'
import { inPeriod, isPeriod } from '../words/period.ts'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './home.module.css'

/** The latest whole year of a cube by place, on a map. */
export function RegionMap({
  level: { cube, written },
}: {
  readonly level: DrawableLevel
}): ReactNode {
  const { language, words } = useSpeaking()
  const coverage = useCoverage(cube, language)
  const years = cube.dimensions.find(({ kind }) => kind === 'time')?.levels.at(-1)?.id
  const codes = useQuery({
    ...codesQuery(cube.id, years ?? '', '', language),
    enabled: years !== undefined && coverage !== undefined,
  })
  const year = codes.data?.codes.findLast(
    ({ code }) => isPeriod(code) && isWhole(code, coverage),
  )?.code
  const spec: TableSpec = {
    rows: [written],
    columns: [],
    where: years !== undefined && year !== undefined ? [{ dimension: years, codes: [year] }] : [],
  }
  const table = useQuery({
    ...tableQuery(cube.id, spec, language),
    enabled: years === undefined || year !== undefined,
  })
  return (
    <section className={styles['map']} aria-labelledby="region-map">
      <h2 id="region-map">
        {year === undefined ? cube.title : words.finding.at(cube.title, inPeriod(year, language))}
      </h2>
      <div className={styles['mapRoom']}>
        {table.data && (
          <Suspense fallback={null}>
            <AreaMap result={table.data} language={language} area={written} />
          </Suspense>
        )}
      </div>
      <p>
        <Link
          to="/$language/explore/$cube"
          params={{ language, cube: cube.id }}
          search={writeExploration({ spec, view: 'map', totals: 'last', map: {}, at: {} })}
        >
          {words.home.openMap}
        </Link>
      </p>
    </section>
  )
}
