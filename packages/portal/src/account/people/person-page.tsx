import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { NotFoundPage } from '../../frame/not-found-page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Confirm, needsConfirming } from '../change/confirm.tsx'
import { Form, Trouble, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { useDeed } from '../form/use-deed.ts'
import { SignedInOnly } from '../signed-in-only.tsx'
import { useAccountWords } from '../words/account-words.ts'
import { HandedLink } from './handed-link.tsx'
import { peopleQuery, type Person } from './people.ts'
import { PlaceFields, type Place } from './place-fields.tsx'
import styles from '../account.module.css'

/** One account, for its administrators: what the person is here, and whether the account is open. */
export function PersonPage(): ReactNode {
  return <SignedInOnly operation="govern.accounts">{() => <FoundPerson />}</SignedInOnly>
}

function FoundPerson(): ReactNode {
  const { id } = useParams({ from: '/$language/account/people/$id' })
  const people = useQuery(peopleQuery)
  if (people.isError) return <ProblemNotice error={people.error} />
  if (people.data === undefined) return <div aria-busy="true" />
  const person = people.data.accounts.find((each) => each.id === id)
  if (person === undefined) return <NotFoundPage />
  const asker = people.data.accounts.find((each) => each.id === person.recoveryAskedBy)
  return <PersonAccount key={person.version} person={person} asker={asker} />
}

function PersonAccount({
  person,
  asker,
}: {
  readonly person: Person
  /** Who has asked to give access back, where that waits for somebody else to approve it. */
  readonly asker: Person | undefined
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { id, version, roles, institution, country, status, own } = person
  const [place, setPlace] = useState<Place>({ roles, institution, country })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [link, setLink] = useState<{ secret: string; hours: number }>()
  usePageTitle(person.shownName)
  const address = `/api/govern/accounts/${id}`
  const again = () => client.invalidateQueries(peopleQuery)

  const save = useDeed(async () => {
    await tellNode('PATCH', address, language, { version, ...place })
    await again()
  })
  const act = useDeed(
    async (method: 'POST' | 'DELETE', path: string, hours: number, body?: object) => {
      const answer = await tellNode<{ link?: string }>(
        method,
        `${address}/${path}`,
        language,
        method === 'POST' ? (body ?? {}) : undefined,
      )
      if (answer.link !== undefined) setLink({ secret: answer.link, hours })
      await again()
    },
  )
  if (needsConfirming(save.problem)) return <Confirm onDone={() => void save.run()} />
  if (needsConfirming(act.problem)) return <Confirm onDone={act.forget} />

  const button = (label: string, ...given: Parameters<typeof act.run>) => (
    <button
      className="button"
      type="button"
      disabled={act.busy}
      onClick={() => void act.run(...given)}
    >
      {label}
    </button>
  )

  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <div>
          <p className="eyebrow">
            {person.name} · {words.people.status[status]}
          </p>
          <h1>{person.shownName}</h1>
        </div>
        {link && <HandedLink {...link} name={person.shownName} />}
        {own ? (
          <p>{words.people.ownAccount}</p>
        ) : (
          <>
            <Form
              problem={save.problem}
              faults={faults}
              onSend={() => {
                const empty = findEmpty(words, { roles: [words.people.roles, place.roles.join()] })
                setFaults(empty)
                if (empty.length === 0) void save.run()
              }}
            >
              <PlaceFields place={place} onChange={setPlace} />
              <div className={styles['buttons']}>
                <button className="button" data-primary="" type="submit" disabled={save.busy}>
                  {words.people.save}
                </button>
              </div>
            </Form>
            <Trouble problem={act.problem} />
            {status === 'active' && (
              <section className={styles['stack']} aria-labelledby="recovery">
                <h2 id="recovery">{words.people.recovery}</h2>
                <p>{words.people.recoveryWhat}</p>
                {person.recoveryAskedBy && (
                  <p className={styles['done']}>
                    {asker?.own
                      ? words.people.askedByYou
                      : `${words.people.waits} ${words.people.askedBy(asker?.shownName ?? '–')}`}
                  </p>
                )}
                <div className={styles['buttons']}>
                  {button(words.people.recoverPassword, 'POST', 'recovery', 24, {
                    resetsSecondFactor: false,
                  })}
                  {person.recoveryAskedBy && !asker?.own
                    ? button(words.people.approve, 'POST', 'recovery/approval', 24)
                    : button(words.people.recoverBoth, 'POST', 'recovery', 24, {
                        resetsSecondFactor: true,
                      })}
                </div>
              </section>
            )}
            <section className={styles['stack']} aria-labelledby="standing">
              <h2 id="standing">{words.people.state}</h2>
              {status !== 'suspended' && <p>{words.people.suspendWhat}</p>}
              <div className={styles['buttons']}>
                {status === 'invited' && button(words.people.inviteAgain, 'POST', 'invitation', 72)}
                {status === 'active' &&
                  button(words.people.endCredentials, 'DELETE', 'credentials', 0)}
                {status === 'suspended'
                  ? button(words.people.restore, 'DELETE', 'suspension', 0)
                  : button(words.people.suspend, 'POST', 'suspension', 0)}
              </div>
            </section>
          </>
        )}
        <p>
          <Link to="/$language/account/people" params={{ language }}>
            {words.people.back}
          </Link>
        </p>
      </div>
    </div>
  )
}
