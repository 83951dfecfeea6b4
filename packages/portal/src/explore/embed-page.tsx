import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { periodLabel, type CubeAnswer } from '@caudal/methods/publish'
import { usePageTitle } from '../frame/page-title.ts'
import { cubeQuery, tableQuery } from '../node-api/queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { Figure } from './figure/figure.tsx'
import { problemOf, readAddress } from './read-address.ts'
import { writeExploration, type Exploration } from './specification/exploration.ts'
import { writeSearch } from './specification/search-text.ts'
import { useCoverage } from './use-coverage.ts'
import styles from './explore.module.css'

/** A figure alone, for a frame in another page: no menus, a line of source and the way to the whole. */
export function EmbedPage(): ReactNode {
  const { cube: id } = useParams({ from: '/$language/embed/$cube' })
  const { language } = useSpeaking()
  const cube = useQuery(cubeQuery(id, language))
  if (cube.isError) return <ProblemNotice error={cube.error} />
  if (!cube.data) return <SlowNotice />
  return <EmbeddedFigure key={id} cube={cube.data} />
}

function EmbeddedFigure({ cube }: { readonly cube: CubeAnswer }): ReactNode {
  const search = useSearch({ from: '/$language/embed/$cube' })
  const { language } = useSpeaking()
  const read = useMemo(() => readAddress(search, cube), [search, cube])
  if ('refusal' in read) return <ProblemNotice error={problemOf(read.refusal, language)} />
  return <EmbeddedTable cube={cube} exploration={read.exploration} />
}

function EmbeddedTable({
  cube,
  exploration,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
}): ReactNode {
  const navigate = useNavigate({ from: '/$language/embed/$cube' })
  const { language, words } = useSpeaking()
  const table = useQuery(tableQuery(cube.id, exploration.spec, language))
  const coverage = useCoverage(cube, language)
  usePageTitle(cube.title)
  if (table.isError) return <ProblemNotice error={table.error} />
  if (!table.data) return <SlowNotice />
  const result = table.data
  const path = `/${language}/explore/${encodeURIComponent(cube.id)}`
  return (
    <div className={styles['embed']}>
      <Figure
        cube={cube}
        exploration={exploration}
        result={result}
        coverage={coverage}
        change={(next) =>
          void navigate({ search: writeExploration(next), replace: true, resetScroll: false })
        }
        framed={
          <footer className={styles['embedFoot']}>
            <span>
              {words.figure.source}:{' '}
              {result.sources
                .map(({ owner }) => owner)
                .filter(isFirst)
                .join('; ')}
              {result.updatedOn !== null &&
                ` · ${words.home.updated(periodLabel(result.updatedOn, language))}`}
            </span>
            <a
              href={`${path}${writeSearch({ ...writeExploration(exploration) })}`}
              target="_blank"
              rel="noopener"
            >
              {words.figure.openWhole}
            </a>
          </footer>
        }
      />
    </div>
  )
}

const isFirst = (owner: string, place: number, all: readonly string[]): boolean =>
  all.indexOf(owner) === place
