import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import type { BackTestAnswer } from '@caudal/methods/measure'
import { usePageTitle } from '../frame/page-title.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { StatusBanner } from '../parts/status-banner.tsx'
import { formatPercent } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { Choice } from './choice.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { HowKnown } from './how-known.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { CoverageChart } from './coverage-chart.tsx'
import { backTestQuery } from './queries.ts'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

/** How provisional figures of the past fared, once they were final. */
export function BackTestPage(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const tests = useQuery(backTestQuery(language))
  usePageTitle(words.backTest.title)
  const listed = new Intl.ListFormat(language)
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{words.backTest.title}</h1>
        <p className={styles['lead']}>{words.backTest.lead}</p>
      </header>
      {tests.isError ? (
        <ProblemNotice error={tests.error} retry={() => void tests.refetch()} />
      ) : tests.isPending ? (
        <SlowNotice />
      ) : (
        <>
          {tests.data.tests.length > 0 ? (
            <Tests answer={tests.data} />
          ) : (
            tests.data.withheld.length === 0 && <p>{words.backTest.empty}</p>
          )}
          {tests.data.withheld.length > 0 && (
            <p className="hint">{words.backTest.withheld(listed.format(tests.data.withheld))}</p>
          )}
        </>
      )}
      <Elsewhere />
    </div>
  )
}

function Tests({ answer }: { readonly answer: BackTestAnswer }): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const chosen = useSearch({ from: '/$language/back-test' })
  const navigate = useNavigate({ from: '/$language/back-test' })
  const wholes = answer.tests.filter(({ release }) => release === null)
  const whole = wholes.find(({ country }) => country === chosen.country) ?? wholes[0]!
  const releases = answer.tests.filter(
    ({ country, release }) => country === whole.country && release !== null,
  )
  const share = (value: number | null) => (value === null ? ':' : formatPercent(value, language))
  const amount = (value: number | null) => (value === null ? ':' : formatNumber(value, language, 1))
  const title = words.backTest.finding(
    share(whole.coverage95),
    formatNumber(whole.tested, language),
    whole.countryLabel,
  )
  return (
    <>
      <StatusBanner synthetic={answer.synthetic} protection="none" />
      <div className={styles['choices']}>
        <Choice
          label={words.country}
          value={whole.country}
          options={wholes.map(({ country, countryLabel }) => [country, countryLabel])}
          onChoose={(value) => void navigate({ search: { country: value }, replace: true })}
        />
      </div>
      <figure className={styles['figure']}>
        <figcaption>
          <h2>{title}</h2>
          <p>
            {words.backTest.explained(
              share(whole.coverage80),
              amount(whole.meanRevision),
              amount(whole.meanAbsoluteRevision),
            )}
          </p>
        </figcaption>
        <CoverageChart tests={releases} />
      </figure>
      <ScrollRegion label={title}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.backTest.release}</th>
              {words.backTest.columns.map((column) => (
                <th key={column} scope="col" data-number="">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...releases, whole].map((test) => (
              <tr key={test.release ?? ''}>
                <th scope="row">
                  {test.release === null ? words.backTest.all : periodLabel(test.release, language)}
                </th>
                <td data-number="">{formatNumber(test.tested, language)}</td>
                <td data-number="">{amount(test.meanRevision)}</td>
                <td data-number="">{amount(test.meanAbsoluteRevision)}</td>
                <td data-number="">{share(test.coverage80)}</td>
                <td data-number="">{share(test.coverage95)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="hint">{words.backTest.note}</p>
      <HowKnown
        said={words.known.backTest}
        behind={(['arrival', 'departure'] as const).map((direction) => ({
          label: words.known.editions(whole.countryLabel, words.growth.directions[direction]),
          cube: 'migration-estimates',
          search: {
            rows: 'release',
            columns: 'time',
            where: `country:${whole.country};direction:${direction}`,
          },
        }))}
        chapter="provisional-figures"
      />
    </>
  )
}
