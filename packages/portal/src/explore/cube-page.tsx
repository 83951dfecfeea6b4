import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, type ReactNode } from 'react'
import type { CubeAnswer } from '@caudal/methods/publish'
import { usePageTitle } from '../frame/page-title.ts'
import { cubeQuery } from '../node-api/queries.ts'
import { Problem } from '../node-api/problem.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { Workbench } from './workbench.tsx'
import { problemOf, readAddress } from './read-address.ts'
import { writeExploration, type Exploration } from './specification/exploration.ts'
import styles from './explore.module.css'

/** One cube: its table, chart or map, whole in the address of the page. */
export function CubePage(): ReactNode {
  const { cube: id } = useParams({ from: '/$language/explore/$cube' })
  const { language, words } = useSpeaking()
  const cube = useQuery(cubeQuery(id, language))
  usePageTitle(cube.data?.title)

  if (cube.isPending || (cube.isError && cube.isFetching)) {
    return (
      <div className={styles['page']} aria-busy="true">
        <SlowNotice />
        <div className={`${styles['bone']} ${styles['boneTitle']}`} />
        <div className={`${styles['bone']} ${styles['boneFigure']}`} />
      </div>
    )
  }
  if (cube.isError) {
    const unknown = cube.error instanceof Problem && cube.error.status === 404
    return (
      <div className={styles['page']}>
        <h1 className={styles['title']}>
          {unknown ? words.problem.cubeNotFound : words.problem.title}
        </h1>
        <ProblemNotice error={cube.error} {...(!unknown && { retry: () => void cube.refetch() })}>
          <Link className="button" to="/$language/explore" params={{ language }}>
            {words.problem.toExplore}
          </Link>
        </ProblemNotice>
      </div>
    )
  }
  return <OpenCube key={id} cube={cube.data} />
}

function OpenCube({ cube }: { readonly cube: CubeAnswer }): ReactNode {
  const search = useSearch({ from: '/$language/explore/$cube' })
  const navigate = useNavigate({ from: '/$language/explore/$cube' })
  const { language } = useSpeaking()
  const read = useMemo(() => readAddress(search, cube), [search, cube])
  const bare = search.rows === undefined && search.columns === undefined

  useEffect(() => {
    // The address of a first visit is completed, so that what is copied from it stays true.
    if (!bare || !('exploration' in read)) return
    void navigate({ search: writeExploration(read.exploration), replace: true, resetScroll: false })
  }, [bare, read, navigate])

  const change = (next: Exploration): void => {
    // A period played after another is no step that "back" should go through.
    const replace = 'exploration' in read && isSameBut(next, read.exploration)
    void navigate({ search: writeExploration(next), replace, resetScroll: false })
  }
  const reset = (): void => {
    const { rows, columns } = cube.opening
    change({ spec: { rows, columns, where: [] }, view: 'table', totals: 'last', map: {}, at: {} })
  }

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{cube.title}</h1>
        <p className={styles['lead']}>{cube.description}</p>
      </header>
      {'refusal' in read ? (
        <ProblemNotice error={problemOf(read.refusal, language)}>
          <ResetButton reset={reset} />
        </ProblemNotice>
      ) : (
        <Workbench cube={cube} exploration={read.exploration} change={change} reset={reset} />
      )}
    </div>
  )
}

/** Whether only what a view holds to one value differs: a period, a choice on the map. */
function isSameBut(next: Exploration, before: Exploration): boolean {
  const { at: _, map, ...others } = writeExploration(next)
  const same = writeExploration({ ...before, at: {}, map: {} })
  return (
    JSON.stringify(others) === JSON.stringify(same) &&
    (map ?? '').split('~')[0] === (writeExploration(before).map ?? '').split('~')[0]
  )
}

function ResetButton({ reset }: { readonly reset: () => void }): ReactNode {
  const { words } = useSpeaking()
  return (
    <button type="button" className="button" onClick={reset}>
      {words.builder.reset}
    </button>
  )
}
