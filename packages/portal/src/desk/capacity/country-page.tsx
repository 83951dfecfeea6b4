import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dimensions, questionnaireVersion } from '@caudal/methods/govern/capacity'
import { formatNumber } from '@caudal/methods/publish'
import { Trouble } from '../../account/form/form.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { sayDay } from '../../account/own/moment.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { addressOf, countryQuery, type CountryVersions, type VersionSummary } from './capacity.ts'
import { useCapacityWords } from './words/capacity-words.ts'
import styles from '../desk.module.css'

/** A country's versions: scores by dimension over time, and which of them everybody may read. */
export function CountryCapacityPage(): ReactNode {
  return <SignedInOnly operation="publish.read-capacity">{() => <Versions />}</SignedInOnly>
}

function Versions(): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const { country = '' } = useParams({ strict: false })
  const found = useQuery(countryQuery(country, language))
  const { data } = found
  usePageTitle(data?.label ?? country)
  return (
    <div className={styles['page']} aria-busy={found.isPending}>
      <h1>{words.titleOf(data?.label ?? country)}</h1>
      {found.isError && <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
      {data?.mayAnswer && (
        <p>
          <Link
            className="button"
            data-primary=""
            to="/$language/desk/capacity/$country/answer/$part"
            params={{ language, country, part: dimensions[0]!.id }}
          >
            {words.answer}
          </Link>
        </p>
      )}
      {data?.versions.length === 0 && <p>{words.noneOf}</p>}
      {data && data.versions.length > 0 && (
        <>
          <Scores data={data} />
          <p>
            <a href={`${addressOf(country)}/answers.csv?language=${language}`}>{words.download}</a>
          </p>
          <section>
            <h2>{words.versions}</h2>
            <ul className={styles['list']}>
              {data.versions.toReversed().map((version) => (
                <Version
                  key={version.version}
                  version={version}
                  mayPublish={data.mayPublish}
                  changed={() => void found.refetch()}
                />
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}

function Scores({ data }: { readonly data: CountryVersions }): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const { versions } = data
  // Two questionnaires measure two things.
  const comparable = versions.filter(({ questionnaire }) => questionnaire === questionnaireVersion)
  const say = (score: number | null | undefined): string =>
    score === null || score === undefined ? ':' : formatNumber(Math.round(score), language)
  return (
    <section>
      <h2 id="results">{words.results}</h2>
      <Scroll heading="results" stacked>
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.results}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dimension}</th>
              {comparable.map(({ version, at }) => (
                <th key={version} scope="col" data-number="">
                  {words.version(version, sayDay(at, language))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dimensions.map(({ id, title }) => (
              <tr key={id}>
                <th scope="row">{title[language]}</th>
                {comparable.map(({ version, score }) => {
                  const own = score.dimensions.find((each) => each.id === id)
                  return (
                    <td key={version} data-number="">
                      {say(own?.score)}
                      <br />
                      <span className="hint">
                        {words.answered(own?.answered ?? 0, own?.of ?? 0)}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{words.overall}</th>
              {comparable.map(({ version, score }) => (
                <td key={version} data-number="">
                  <b>{say(score.overall)}</b>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
      {comparable.some(({ score }) => score.overall === null) && (
        <p className="hint">{words.legend}</p>
      )}
    </section>
  )
}

function Version({
  version: { country, version, at, isPublic },
  mayPublish,
  changed,
}: {
  readonly version: VersionSummary
  readonly mayPublish: boolean
  readonly changed: () => void
}): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const publish = useDeed(async () => {
    const address = `${addressOf(country)}/versions/${version}/publication`
    await tellNode('POST', address, language, { isPublic: !isPublic })
    changed()
  })
  const name = words.version(version, sayDay(at, language))
  return (
    <li>
      <span>
        {name}
        <br />
        <span className="hint">{isPublic ? words.public : words.private}</span>
      </span>
      {mayPublish && (
        <span>
          <Trouble problem={publish.problem} />
          <button
            type="button"
            className="button"
            disabled={publish.busy}
            aria-label={`${isPublic ? words.takeBack : words.publish}: ${name}`}
            onClick={() => void publish.run()}
          >
            {isPublic ? words.takeBack : words.publish}
          </button>
        </span>
      )}
    </li>
  )
}
