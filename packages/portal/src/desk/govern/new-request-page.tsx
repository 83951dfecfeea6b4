import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { RegisterDocument } from '@caudal/methods/govern'
import { Form, type Fault } from '../../account/form/form.tsx'
import { findEmpty } from '../../account/form/needed.ts'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { UndertakingCaution } from '../../account/own/undertaking.tsx'
import { institutionsQuery } from '../../account/people/institutions.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import type { Who } from '../../account/who.ts'
import { useAccountWords } from '../../account/words/account-words.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { PickField } from './documents/pick-field.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { countFound, PersonSearch, type Found } from './person-search.tsx'
import { usePutRequest } from './use-put-request.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

type Kind = RegisterDocument<'request'>['kind']
const kinds: readonly Kind[] = ['access', 'correction', 'restriction', 'erasure']

/** Days within which a request is answered, where nothing else is entered. */
const daysToAnswer = 30

/**
 * Enters what a person asks. Once it is checked who asks, the records are found first, so that the request names them;
 * before, it is received, its deadline runs, and nobody is looked for.
 */
export function NewRequestPage(): ReactNode {
  return (
    <SignedInOnly operation="govern.answer-requests">
      {(who) => <NewRequest who={who} />}
    </SignedInOnly>
  )
}

function NewRequest({ who }: { readonly who: Who }): ReactNode {
  const words = useGovernWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const navigate = useNavigate()
  const put = usePutRequest()
  const [kind, setKind] = useState<Kind>('access')
  const [owner, setOwner] = useState(who.account.institution)
  const [received, setReceived] = useState(() => new Date().toISOString().slice(0, 10))
  const [chosenDue, setDueOn] = useState<string>()
  // the deadline runs from receipt, until another one is entered
  const dueOn = chosenDue ?? dayAfter(received, daysToAnswer)
  const [found, setFound] = useState<Found>()
  const [checked, setChecked] = useState<boolean>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const listed = useQuery(institutionsQuery)
  usePageTitle(words.newRequest)

  const save = useDeed(async () => {
    const id = `request-${Date.now().toString(36)}`
    const { records = [], entries = [] } = found ?? {}
    await put(id, 0, {
      kind,
      receivedOn: received,
      dueOn,
      owner,
      ...(checked === true
        ? {
            identityCheckedBy: who.account.id,
            records: [...records],
            entries: [...entries],
            state: 'verified',
          }
        : { records: [], state: 'received' }),
    })
    await navigate({ to: '/$language/desk/govern/requests/$id', params: { language, id } })
  })
  return (
    <div className={styles['page']} data-narrow="">
      <h1>{words.newRequest}</h1>
      <UndertakingCaution who={who} className={styles['caution']} />
      <fieldset className={styles['choices']}>
        <legend>{words.request.identityTitle}</legend>
        {([true, false] as const).map((each) => (
          <label key={String(each)}>
            <input
              id={each ? 'identity' : 'identity-pending'}
              type="radio"
              name="identity"
              checked={checked === each}
              onChange={() => {
                setChecked(each)
                setFound(undefined)
              }}
            />{' '}
            {each ? words.request.identity : words.request.identityPending}
          </label>
        ))}
      </fieldset>
      {checked === true && <PersonSearch found={found} onFound={setFound} />}
      {found !== undefined && countFound(found) + found.offered === 0 && (
        <p>{words.request.noneFound}</p>
      )}
      <Form
        problem={save.problem}
        faults={faults}
        onSend={() => {
          const empty = findEmpty(account, {
            owner: [words.request.owner, owner],
            received: [words.request.received, received],
            dueOn: [words.by, dueOn],
          })
          // a person of whom nothing is held asks too, and is answered so by the deadline
          const missing =
            checked === undefined
              ? [{ field: 'identity', what: words.request.needsIdentity }]
              : checked && found === undefined
                ? [{ field: 'document', what: words.request.needsRecords }]
                : []
          setFaults([...missing, ...empty])
          if (empty.length + missing.length === 0) void save.run()
        }}
      >
        <fieldset className={styles['choices']}>
          <legend>{words.request.kind}</legend>
          {kinds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="kind"
                checked={kind === each}
                onChange={() => setKind(each)}
              />{' '}
              {words.kinds[each]}
            </label>
          ))}
        </fieldset>
        <PickField
          id="owner"
          label={words.request.owner}
          hint={words.request.ownerHint}
          value={owner}
          of={(listed.data?.institutions ?? []).map((each) => [each.id, each.name])}
          onChoose={setOwner}
          faults={faults}
        />
        <TextField
          id="received"
          label={words.request.received}
          type="date"
          value={received}
          onText={setReceived}
          faults={faults}
        />
        <TextField
          id="dueOn"
          label={words.by}
          type="date"
          value={dueOn}
          onText={setDueOn}
          faults={faults}
        />
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={save.busy}>
            {words.request.save}
          </button>
        </div>
      </Form>
      <BackToGovern />
    </div>
  )
}

/** The day that many days after another; '' where that is none. */
function dayAfter(day: string, days: number): string {
  const at = Date.parse(day)
  return Number.isNaN(at) ? '' : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}
