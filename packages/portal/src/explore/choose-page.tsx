import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useId, useState, type ReactNode } from 'react'
import {
  formatNumber,
  periodLabel,
  type CubeAnswer,
  type SearchHitAnswer,
} from '@caudal/methods/publish'
import { usePageTitle } from '../frame/page-title.ts'
import { cubesQuery, searchQuery } from '../node-api/queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusTag } from '../parts/status-banner.tsx'
import { foldText } from '../words/fold-text.ts'
import { listOf, lowerFirst } from '../words/in-words.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { HitLink } from '../search/hit-link.tsx'
import { NoData } from './no-data.tsx'
import styles from './explore.module.css'

/** Variables and values of a cube that are named where a search found them. */
const hitsShown = 5

/** Every cube of the node, with a search that forgives accents and slips, in three languages. */
export function ChoosePage(): ReactNode {
  const { language, words } = useSpeaking()
  const searchId = useId()
  const [search, setSearch] = useState('')
  const sought = useDeferredValue(foldText(search.trim()))
  const cubes = useQuery(cubesQuery(language))
  const hits = useQuery({ ...searchQuery(sought, language), enabled: sought !== '' })
  usePageTitle(words.choose.title)

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{words.choose.title}</h1>
        <p className={styles['lead']}>{words.choose.lead}</p>
      </header>
      {content()}
    </div>
  )

  function content(): ReactNode {
    if (cubes.isPending || (cubes.isError && cubes.isFetching)) {
      return (
        <div aria-busy="true">
          <SlowNotice />
          <div className={`${styles['bone']} ${styles['boneFigure']}`} />
        </div>
      )
    }
    if (cubes.isError) {
      return <ProblemNotice error={cubes.error} retry={() => void cubes.refetch()} />
    }
    const all = cubes.data.cubes
    if (all.every(({ state }) => state === 'empty')) return <NoData />
    const filled = all.filter(({ state }) => state !== 'empty')
    const ordered = [...filled, ...all.filter(({ state }) => state === 'empty')]
    const hitsOf = (id: string): readonly SearchHitAnswer[] =>
      sought === '' ? [] : (hits.data?.hits.filter(({ cube }) => cube === id) ?? [])
    const found = ordered.filter(
      (cube) => textOf(cube).includes(sought) || hitsOf(cube.id).length > 0,
    )
    return (
      <>
        <div className={`field ${styles['search']}`}>
          <label htmlFor={searchId}>{words.choose.search}</label>
          <input
            id={searchId}
            type="search"
            className="input"
            autoComplete="off"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <output className="hint">
            {sought === ''
              ? ''
              : words.choose.found(found.length, formatNumber(found.length, language))}
          </output>
        </div>
        {found.length === 0 && hits.isFetching ? (
          <SlowNotice />
        ) : found.length === 0 ? (
          <div className={styles['none']}>
            <p>{words.choose.none(search.trim())}</p>
            <p className="hint">{words.choose.noneAdvice}</p>
            <button type="button" className="button" onClick={() => setSearch('')}>
              {words.choose.clear}
            </button>
          </div>
        ) : (
          <ul className={styles['choices']}>
            {found.map((cube) => (
              <li key={cube.id}>
                <CubeChoice cube={cube} hits={hitsOf(cube.id)} />
              </li>
            ))}
          </ul>
        )}
      </>
    )
  }
}

function CubeChoice({
  cube,
  hits,
}: {
  readonly cube: CubeAnswer
  readonly hits: readonly SearchHitAnswer[]
}): ReactNode {
  const { language, words } = useSpeaking()
  return (
    <article className={styles['choice']}>
      <div>
        <h2>
          <Link to="/$language/explore/$cube" params={{ language, cube: cube.id }}>
            {cube.title}
          </Link>
          <StatusTag synthetic={cube.synthetic} protection={cube.protection} />
        </h2>
        <p>{cube.description}</p>
        {hits.some(({ kind }) => kind !== 'cube') && (
          <ul className={styles['within']}>
            {hits
              .filter(({ kind }) => kind !== 'cube')
              .slice(0, hitsShown)
              .map((hit) => (
                <li key={hit.specification}>
                  <HitLink hit={hit} />
                </li>
              ))}
          </ul>
        )}
      </div>
      <div className={styles['facts']}>
        <p>
          {listOf(
            cube.dimensions.map(({ label }) => lowerFirst(label)),
            language,
          )}
        </p>
        <p>
          {cube.stateReason
            ? cube.stateReason.what
            : cube.updatedOn !== null && words.home.updated(periodLabel(cube.updatedOn, language))}
        </p>
      </div>
    </article>
  )
}

function textOf({ id, title, description, dimensions, measures }: CubeAnswer): string {
  const labels = [...dimensions, ...measures].map(({ label }) => label)
  return foldText([id, title, description, ...labels].join(' '))
}
