import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { isLanguage, languages } from '@caudal/methods/vocabulary'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Confirm, needsConfirming } from '../change/confirm.tsx'
import { Form, type Fault } from '../form/form.tsx'
import { findEmpty } from '../form/needed.ts'
import { TextField } from '../form/text-field.tsx'
import { useDeed } from '../form/use-deed.ts'
import { SignedInOnly } from '../signed-in-only.tsx'
import { useAccountWords } from '../words/account-words.ts'
import { HandedLink } from './handed-link.tsx'
import { peopleQuery } from './people.ts'
import { PlaceFields, type Place } from './place-fields.tsx'
import styles from '../account.module.css'

const names = { es: 'Español', en: 'English', fr: 'Français' } as const

/** Invites a person: an account that is nobody's until its link is followed. */
export function InvitePage(): ReactNode {
  return <SignedInOnly operation="govern.accounts">{() => <Invite />}</SignedInOnly>
}

function Invite(): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [shownName, setShownName] = useState('')
  const [spoken, setSpoken] = useState(language)
  const [place, setPlace] = useState<Place>({ roles: [], institution: '', country: '' })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [link, setLink] = useState<string>()
  usePageTitle(words.people.inviteTitle)
  const invite = useDeed(async () => {
    const made = await tellNode<{ link: string }>('POST', '/api/govern/accounts', language, {
      name,
      shownName,
      language: spoken,
      ...place,
    })
    await client.invalidateQueries(peopleQuery)
    setLink(made.link)
  })
  if (needsConfirming(invite.problem)) return <Confirm onDone={() => void invite.run()} />
  const back = (
    <Link to="/$language/account/people" params={{ language }}>
      {words.people.back}
    </Link>
  )
  if (link !== undefined) {
    return (
      <div className={styles['whole']}>
        <div className={styles['form']}>
          <h1>{shownName}</h1>
          <HandedLink secret={link} name={shownName} hours={72} />
          <p>{back}</p>
        </div>
      </div>
    )
  }
  return (
    <div className={styles['whole']}>
      <div className={styles['form']}>
        <h1>{words.people.inviteTitle}</h1>
        <Form
          problem={invite.problem}
          faults={faults}
          onSend={() => {
            const empty = findEmpty(words, {
              'account-name': [words.people.name, name],
              'shown-name': [words.people.shownName, shownName],
              roles: [words.people.roles, place.roles.join()],
            })
            setFaults(empty)
            if (empty.length === 0) void invite.run()
          }}
        >
          <TextField
            id="shown-name"
            label={words.people.shownName}
            value={shownName}
            onText={setShownName}
            faults={faults}
            maxLength={120}
            autoCapitalize="words"
            autoComplete="off"
          />
          <TextField
            id="account-name"
            label={words.people.name}
            hint={words.people.nameHint}
            value={name}
            onText={setName}
            faults={faults}
            maxLength={80}
            autoComplete="off"
          />
          <div className="field">
            <label htmlFor="spoken">{words.people.language}</label>
            <select
              id="spoken"
              className={`select ${styles['short']}`}
              value={spoken}
              onChange={({ target }) => isLanguage(target.value) && setSpoken(target.value)}
            >
              {languages.map((each) => (
                <option key={each} value={each}>
                  {names[each]}
                </option>
              ))}
            </select>
          </div>
          <PlaceFields place={place} onChange={setPlace} />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={invite.busy}>
              {words.people.send}
            </button>
            {back}
          </div>
        </Form>
      </div>
    </div>
  )
}
