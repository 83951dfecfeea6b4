import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { StatusBanner } from '../../../parts/status-banner.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { Scroll } from '../../scroll.tsx'
import { personQuery, type Card, type Pair, type Person } from '../link-queries.ts'
import { Sides, Value } from '../review/sides.tsx'
import { sayBits, WeightChart } from '../review/weight-chart.tsx'
import { useCountryName } from '../use-country-name.ts'
import { useLinkWords } from '../words/link-words.ts'
import { bindingPairs } from './binding-pairs.ts'
import deskStyles from '../../desk.module.css'
import styles from '../link.module.css'

/** Why the records of a person are one person's: what each says, and what holds them together. */
export function PersonPage(): ReactNode {
  return <SignedInOnly operation="link.review">{() => <Explained />}</SignedInOnly>
}

function Explained(): ReactNode {
  const { country = '', record = '' } = useParams({ strict: false })
  const words = useLinkWords()
  const { language } = useSpeaking()
  const countryName = useCountryName()
  const person = useQuery(personQuery(country, record, language))
  const { data } = person
  const title = words.person.title(data?.person ?? record)
  usePageTitle(title)
  return (
    <div className={deskStyles['page']} aria-busy={person.isPending}>
      {data && (
        <StatusBanner synthetic={data.cards.some(({ synthetic }) => synthetic)} protection="none" />
      )}
      <h1>{title}</h1>
      {person.isError && <ProblemNotice error={person.error} />}
      {data && (
        <>
          <p>{words.person.lead(data.cards.length, data.run)}</p>
          {data.findings.map(({ fault, parts }) => (
            <p key={fault} className={deskStyles['caution']}>
              {words.person.split(words.faults[fault] ?? fault, parts)}
            </p>
          ))}
          <CardTable cards={data.cards} />
          <Bindings person={data} />
        </>
      )}
      <p>
        <Link to="/$language/desk/link/review/$country" params={{ language, country }}>
          {words.review.title(countryName(country))}
        </Link>
        {' · '}
        <Link to="/$language/desk/link" params={{ language }}>
          {words.back}
        </Link>
      </p>
    </div>
  )
}

/** What the records say, one row for those that say the same. */
function CardTable({ cards }: { readonly cards: readonly Card[] }): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const fields = cards[0]?.values ?? []
  return (
    <section>
      <h2 id="person-cards">{words.person.cards}</h2>
      <Scroll heading="person-cards">
        <table className={deskStyles['table']}>
          <caption className="visually-hidden">{words.person.cards}</caption>
          <thead>
            <tr>
              <th scope="col">{words.person.card}</th>
              {fields.map(({ field, name }) => (
                <th key={field} scope="col">
                  {name[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => (
              <tr key={card.card}>
                <th scope="row">
                  {card.kind[language]}
                  <br />
                  <span className="hint">
                    {card.card}, {words.records(card.records)}
                  </span>
                </th>
                {card.values.map((value) => (
                  <td key={value.field}>
                    <Value value={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** The pairs that hold the records together, each with its weight as a waterfall. */
function Bindings({ person }: { readonly person: Person }): ReactNode {
  const words = useLinkWords()
  const { binding, others } = bindingPairs(person.pairs)
  return (
    <section className={styles['stack']}>
      <h2>{words.person.binding}</h2>
      {person.cards.length === 1 && <p>{words.person.alone}</p>}
      {person.cards.length > 1 && binding.length === 0 && <p>{words.person.unlisted}</p>}
      {binding.map((pair, at) => (
        <Binding key={`${pair.one} ${pair.other}`} pair={pair} person={person} open={at === 0} />
      ))}
      {others.length > 0 && <h3>{words.person.others}</h3>}
      {others.map((pair) => (
        <Binding key={`${pair.one} ${pair.other}`} pair={pair} person={person} open={false} />
      ))}
    </section>
  )
}

function Binding({
  pair,
  person,
  open,
}: {
  readonly pair: Pair
  readonly person: Person
  readonly open: boolean
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  return (
    <details open={open} className={styles['binding']}>
      <summary>
        {words.person.pair(pair.one, pair.other)}
        {pair.weight !== null && `: ${sayBits(pair.weight, language)} ${words.chart.bits}`}
      </summary>
      <div className={styles['stack']}>
        <Sides pair={pair} cards={person.cards} />
        <WeightChart pair={pair} bands={person.bands} />
      </div>
    </details>
  )
}
