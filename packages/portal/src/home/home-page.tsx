import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useDrawableLevels } from '../explore/drawable-levels.ts'
import { NoData } from '../explore/no-data.tsx'
import { usePageTitle } from '../frame/page-title.ts'
import { cubesQuery } from '../node-api/queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { DatasetEntry } from './dataset-entry.tsx'
import { RegionMap } from './region-map.tsx'
import styles from './home.module.css'

/** So many cubes are looked through for one that a map can show. */
const cubesAsked = 3

/** What this node holds, the latest figures of it, and the way to all the others. */
export function HomePage(): ReactNode {
  const { language, words } = useSpeaking()
  const cubes = useQuery(cubesQuery(language))
  usePageTitle(words.home.title)
  const filled = cubes.data?.cubes.filter(({ state }) => state !== 'empty') ?? []
  const synthetic = filled.some((cube) => cube.synthetic)
  const drawable = useDrawableLevels(filled.slice(0, cubesAsked), language)
  const onMap = drawable.levels[0]
  // The room of the map is kept until it is known that there is none, so that nothing jumps.
  const room = cubes.isPending || drawable.pending || onMap !== undefined

  return (
    <div className={styles['page']} data-map={room ? '' : undefined}>
      <div className={styles['main']}>
        <header className={styles['welcome']}>
          <h1>{words.home.title}</h1>
          <p className={styles['lead']}>{words.home.lead}</p>
          <p>
            <Link className="button" data-primary="" to="/$language/explore" params={{ language }}>
              {words.home.action}
            </Link>
          </p>
          {synthetic && <StatusBanner synthetic protection="none" />}
        </header>
        {content()}
      </div>
      {onMap && <RegionMap key={onMap.written} level={onMap} />}
    </div>
  )

  function content(): ReactNode {
    if (cubes.isPending || (cubes.isError && cubes.isFetching)) {
      return (
        <div aria-busy="true" className={styles['pending']}>
          <SlowNotice />
        </div>
      )
    }
    if (cubes.isError) {
      return <ProblemNotice error={cubes.error} retry={() => void cubes.refetch()} />
    }
    if (filled.length === 0) return <NoData />
    return (
      <section aria-labelledby="holds">
        <div className={styles['holds']}>
          <h2 id="holds">{words.home.holds}</h2>
          <p className="hint">
            {words.home.holdsCount(filled.length, formatNumber(filled.length, language))}
          </p>
        </div>
        <ol className={styles['datasets']}>
          {filled.map((cube) => (
            <li key={cube.id}>
              <DatasetEntry cube={cube} />
            </li>
          ))}
        </ol>
      </section>
    )
  }
}
