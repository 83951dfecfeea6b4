import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { variablesOf, type GapFound, type GapMap, type GapStatus } from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { gapsQuery } from './queries.ts'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

const statuses = ['available', 'partial', 'missing'] as const

const signs: Readonly<Record<GapStatus, string>> = { available: '●', partial: '◐', missing: '○' }

/** Which indicators can be had, for which country, and what the others lack. */
export function GapMapPage(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const gaps = useQuery(gapsQuery(language))
  usePageTitle(words.gaps.title)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.gaps.title}</h1>
        <p className={styles['lead']}>{words.gaps.lead}</p>
      </header>
      {gaps.isError ? (
        <ProblemNotice error={gaps.error} retry={() => void gaps.refetch()} />
      ) : gaps.isPending ? (
        <SlowNotice />
      ) : gaps.data.cells.length === 0 ? (
        <p>{words.gaps.empty}</p>
      ) : (
        <Map map={gaps.data} />
      )}
      <Elsewhere />
    </div>
  )
}

function Map({ map }: { readonly map: GapMap }): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/gaps' })
  const navigate = useNavigate({ from: '/$language/gaps' })
  const country = map.countries.find(({ code }) => code === chosen.country)
  const year = map.years.find((each) => String(each) === chosen.year) ?? mostKnown(map)
  const by = map.breakdowns.find((each) => each !== '' && each === chosen.by) ?? ''
  const choose = (more: { year?: string; by?: string; country?: string }) =>
    void navigate({ search: { ...chosen, ...more }, replace: true })
  // One year of all countries, or all years of one.
  const cells = map.cells.filter(
    (cell) =>
      cell.by === by &&
      (country === undefined ? cell.year === year : cell.country === country.code),
  )
  const columns =
    country === undefined
      ? map.countries.map(({ code, label }) => ({ key: code, label }))
      : map.years.map((each) => ({ key: String(each), label: String(each) }))
  const columnOf = (cell: GapFound) => (country === undefined ? cell.country : String(cell.year))
  const find = (indicator: string, column: string) =>
    cells.find((cell) => cell.indicator === indicator && columnOf(cell) === column)
  const labelOf = (cell: GapFound) =>
    columns.find(({ key }) => key === columnOf(cell))?.label ?? columnOf(cell)
  const where = country?.label ?? String(year)
  const rows = map.indicators.filter(({ id }) => cells.some(({ indicator }) => indicator === id))
  const count = (status: GapStatus) => cells.filter((cell) => cell.status === status).length
  return (
    <>
      <StatusBanner synthetic={map.synthetic} protection="none" />
      <div className={styles['choices']}>
        <Choice
          label={words.country}
          value={country?.code ?? ''}
          options={[
            ['', words.gaps.everyCountry],
            ...map.countries.map(({ code, label }) => [code, label] as const),
          ]}
          onChoose={(value) => choose({ country: value })}
        />
        {country === undefined && (
          <Choice
            label={words.year}
            value={String(year)}
            options={map.years.toReversed().map((each) => [String(each), String(each)])}
            onChoose={(value) => choose({ year: value })}
          />
        )}
        <Choice
          label={words.by}
          value={by}
          options={map.breakdowns.map((each) => [each, words.breakdowns[each]])}
          onChoose={(value) => choose({ by: value })}
        />
      </div>
      <p>{words.gaps.summary(count('available'), count('partial'), count('missing'), where)}</p>
      <ul className={styles['key']}>
        {statuses.map((status) => (
          <li key={status}>
            <span className={styles['sign']} data-status={status} aria-hidden="true">
              {signs[status]}
            </span>{' '}
            {words.gaps.statuses[status]}
          </li>
        ))}
      </ul>
      <ScrollRegion label={words.gaps.title}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.gaps.caption(where)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.gaps.indicator}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" data-sign="">
                  {label}
                </th>
              ))}
              <th scope="col">{words.gaps.lacking}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, source }) => (
              <tr key={id}>
                <th scope="row" data-words="">
                  <Link
                    to="/$language/explore/$cube"
                    params={{ language, cube: 'indicators' }}
                    search={
                      {
                        rows: ['country', ...variablesOf(by)].join(','),
                        columns: 'time',
                        where: `indicator:${id}`,
                      } as never
                    }
                  >
                    {title}
                  </Link>
                  <br />
                  <span className="hint">{source}</span>
                </th>
                {columns.map(({ key }) => (
                  <td key={key} data-sign="">
                    <Sign cell={find(id, key)} />
                  </td>
                ))}
                <td data-words="long">
                  {lackingOf(
                    cells.filter(({ indicator }) => indicator === id),
                    labelOf,
                  ) || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function Sign({ cell }: { readonly cell: GapFound | undefined }): ReactNode {
  const words = useMeasureWords()
  if (cell === undefined) return '–'
  return (
    <>
      <span className={styles['sign']} data-status={cell.status} aria-hidden="true">
        {signs[cell.status]}
      </span>
      <span className="visually-hidden">{words.gaps.statuses[cell.status]}</span>
    </>
  )
}

/** The year of which most is known, the later of equals. */
function mostKnown({ years, cells }: GapMap): number {
  const known = (year: number) =>
    cells.filter((cell) => cell.year === year && cell.status === 'available').length
  return years.reduce((best, year) => (known(year) >= known(best) ? year : best), years[0]!)
}

/** What lacks, and in which columns where it is not the same in all of them. */
function lackingOf(cells: readonly GapFound[], labelOf: (cell: GapFound) => string): string {
  const reasons = new Set(cells.flatMap(({ why }) => why))
  return [...reasons]
    .map((reason) => {
      const own = cells.filter(({ why }) => why.includes(reason))
      return own.length === cells.length ? reason : `${reason} (${own.map(labelOf).join(', ')})`
    })
    .join('; ')
}
