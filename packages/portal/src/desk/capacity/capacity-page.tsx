import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { dimensions } from '@caudal/methods/govern/capacity'
import { formatNumber } from '@caudal/methods/publish'
import { Form, type Fault } from '../../account/form/form.tsx'
import { sayDay } from '../../account/own/moment.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { SelectField } from '../collect/send/select-field.tsx'
import { Scroll } from '../scroll.tsx'
import { capacityQuery } from './capacity.ts'
import { capacitySection } from './section.ts'
import { useCapacityWords } from './words/capacity-words.ts'
import styles from '../desk.module.css'

/** The countries that have answered, and the way to answer for another. */
export function CapacityPage(): ReactNode {
  return (
    <SignedInOnly operation="publish.read-capacity">
      {({ operations }) => <Countries mayAnswer={operations.includes('publish.assess-capacity')} />}
    </SignedInOnly>
  )
}

function Countries({ mayAnswer }: { readonly mayAnswer: boolean }): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const list = useQuery(capacityQuery(language))
  const title = capacitySection.title[language]
  usePageTitle(title)
  const countries = list.data?.countries ?? []
  return (
    <div className={styles['page']} aria-busy={list.isPending}>
      <h1 id="capacity">{title}</h1>
      <p>{words.lead}</p>
      {list.isError && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {list.data !== undefined && countries.length === 0 && <p>{words.none}</p>}
      {countries.length > 0 && (
        <Scroll heading="capacity" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.country}</th>
                <th scope="col">{words.overall}</th>
                <th scope="col">{words.newest}</th>
                <th scope="col">{words.standing}</th>
              </tr>
            </thead>
            <tbody>
              {countries.map(({ country, label, version, at, score, publicVersion }) => (
                <tr key={country}>
                  <th scope="row">
                    <Link to="/$language/desk/capacity/$country" params={{ language, country }}>
                      {label}
                    </Link>
                  </th>
                  <td data-number="">
                    {score.overall === null
                      ? words.noScore
                      : formatNumber(Math.round(score.overall), language)}
                  </td>
                  <td>{words.version(version, sayDay(at, language))}</td>
                  <td>
                    {publicVersion === undefined
                      ? words.private
                      : words.publicVersion(publicVersion)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {mayAnswer && list.data !== undefined && (
        <Begin own={list.data.own} choices={list.data.choices} />
      )}
    </div>
  )
}

/** The questionnaire of one's own country, or of the one that is named. */
function Begin({
  own,
  choices,
}: {
  readonly own: string
  readonly choices: readonly { readonly code: string; readonly label: string }[]
}): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const navigate = useNavigate()
  const [country, setCountry] = useState(own)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  return (
    <section>
      <h2>{words.answerTitle}</h2>
      <Form
        problem={undefined}
        faults={faults}
        onSend={() => {
          const wrong = country === ''
          setFaults(wrong ? [{ field: 'capacity-country', what: words.countryWrong }] : [])
          if (wrong) return
          void navigate({
            to: '/$language/desk/capacity/$country/answer/$part',
            params: { language, country, part: dimensions[0]!.id },
          })
        }}
      >
        <SelectField
          id="capacity-country"
          label={words.country}
          of={[
            ...(own === '' ? [['', words.chooseCountry] as const] : []),
            ...choices.map(({ code, label }) => [code, label] as const),
          ]}
          value={country}
          onChoose={setCountry}
          faults={faults}
        />
        <div className={styles['buttons']}>
          <button type="submit" className="button" data-primary="">
            {words.answer}
          </button>
        </div>
      </Form>
    </section>
  )
}
