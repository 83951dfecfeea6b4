import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, type ReactNode } from 'react'
import { periodLabel, type CubeAnswer, type TableSpec } from '@caudal/methods/publish'
import { comfortableLevel } from '../explore/builder/written-level.ts'
import { AreaMap } from '../explore/figure/area-map.ts'
import { writeExploration } from '../explore/specification/exploration.ts'
import { useCoverage } from '../explore/use-coverage.ts'
import { codesQuery, tableQuery } from '../node-api/queries.ts'
import { isPeriod, inPeriod } from '../words/period.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { isWhole } from '../explore/figure/coverage.ts'
import styles from './home.module.css'

/** The latest whole year of a cube by place, on a map. */
export function RegionMap({ cube }: { readonly cube: CubeAnswer }): ReactNode {
  const { language, words } = useSpeaking()
  const coverage = useCoverage(cube, language)
  const area = cube.dimensions.find(({ kind }) => kind === 'area')
  const years = cube.dimensions.find(({ kind }) => kind === 'time')?.levels.at(-1)?.id
  const codes = useQuery({
    ...codesQuery(cube.id, years ?? '', '', language),
    enabled: years !== undefined && coverage !== undefined,
  })
  const year = codes.data?.codes.findLast(
    ({ code }) => isPeriod(code) && isWhole(code, coverage),
  )?.code
  const spec: TableSpec = {
    rows: area ? [comfortableLevel(area)] : [],
    columns: [],
    where: years !== undefined && year !== undefined ? [{ dimension: years, codes: [year] }] : [],
  }
  const table = useQuery({
    ...tableQuery(cube.id, spec, language),
    enabled: AreaMap !== undefined && area !== undefined && year !== undefined,
  })
  if (!AreaMap || !area) return null
  return (
    <section className={styles['map']} aria-labelledby="region-map">
      <h2 id="region-map">
        {table.data && year !== undefined
          ? words.finding.at(table.data.measure.label, inPeriod(year, language))
          : words.home.map}
      </h2>
      <div className={styles['mapRoom']}>
        {table.data && (
          <Suspense fallback={null}>
            <AreaMap result={table.data} language={language} />
          </Suspense>
        )}
      </div>
      {year !== undefined && (
        <p>
          <Link
            to="/$language/explore/$cube"
            params={{ language, cube: cube.id }}
            search={writeExploration({ spec, view: 'map', totals: 'last' })}
          >
            {words.home.openMap(periodLabel(year, language))}
          </Link>
        </p>
      )}
    </section>
  )
}
