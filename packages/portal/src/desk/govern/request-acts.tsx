import { useState, type ReactNode } from 'react'
import type { RegisterDocument } from '@caudal/methods/govern'
import { Confirm, needsConfirming } from '../../account/change/confirm.tsx'
import { Form, Trouble, type Fault } from '../../account/form/form.tsx'
import { findEmpty } from '../../account/form/needed.ts'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed, type Deed } from '../../account/form/use-deed.ts'
import { useAccountWords } from '../../account/words/account-words.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { AccessAnswer, type GivenAnswer } from './access-answer.tsx'
import { Certificate } from './certificate.tsx'
import { Correction } from './correction.tsx'
import { NoneNamed } from './none-named.tsx'
import { PendingIdentity } from './pending-identity.tsx'
import { Refusing } from './refusing.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

interface ActsProps {
  readonly id: string
  readonly version: number
  readonly content: RegisterDocument<'request'>
  readonly onDone: () => void
}

/** What can be done about a request in its present state; nothing where it is settled. */
export function RequestActs({ id, version, content, onDone }: ActsProps): ReactNode {
  const words = useGovernWords()
  const [settled, setSettled] = useState<string>()
  const [beyond, setBeyond] = useState('')
  const [answer, setAnswer] = useState<GivenAnswer>()
  const done = (text: string, unsearched = '') => {
    setSettled(text)
    setBeyond(unsearched)
    onDone()
  }
  const { kind, state, liftedOn, records, entries = [] } = content
  const isNamed = records.length + entries.length > 0
  // records that came in again after an erasure are set aside until it is decided what becomes of them
  const isHeld =
    (state === 'done' && kind === 'restriction') ||
    (state === 'refused' && id.startsWith('erased-again-'))
  const ready = state === 'verified' && isNamed
  const isGiven = state === 'done' && kind === 'access' && isNamed
  // what was signed stays with the request; an erasure from before that is shown until its page is left
  const certificate = content.certificate ?? settled ?? ''
  return (
    <>
      <output>
        {settled !== undefined && (isNamed ? words.request.done : words.request.noneDone)}
      </output>
      {answer !== undefined && <AccessAnswer answer={answer} owner={content.owner} />}
      {certificate !== '' && (
        <Certificate
          id={id}
          title={isNamed ? words.request.certificate : words.request.noneCertificate}
          lead={isNamed ? words.request.certificateLead : words.request.noneCertificateLead}
          beyond={beyond}
          certificate={certificate}
        />
      )}
      {state === 'received' && (
        <PendingIdentity id={id} version={version} content={content} onDone={onDone} />
      )}
      {state === 'verified' && !isNamed && (
        <NoneNamed id={id} version={version} content={content} onNamed={onDone} onAnswered={done} />
      )}
      {(ready || (isGiven && answer === undefined)) && kind === 'access' && (
        <Access
          id={id}
          again={isGiven}
          onGiven={(given) => {
            setAnswer(given)
            onDone()
          }}
        />
      )}
      {ready && kind === 'erasure' && <Erasure id={id} onDone={done} />}
      {ready && kind === 'restriction' && <Restriction id={id} onDone={() => done('')} />}
      {isHeld && liftedOn === undefined && <Lifting id={id} onDone={() => done('')} />}
      {ready && kind === 'correction' && <Correction id={id} onDone={() => done('')} />}
      {(state === 'received' || state === 'verified') && (
        <Refusing id={id} version={version} content={content} onDone={onDone} />
      )}
    </>
  )
}

interface ActProps {
  readonly id: string
  readonly onDone: () => void
}

/** An act that needs no more than to be wanted: what it does, then its button. */
function OneStep({
  lead,
  label,
  deed,
}: {
  readonly lead: string
  readonly label: string
  readonly deed: Deed<[]>
}): ReactNode {
  return (
    <section className={styles['stack']}>
      <p>{lead}</p>
      <Trouble problem={deed.problem} />
      <button
        className="button"
        data-primary=""
        type="button"
        disabled={deed.busy}
        onClick={() => void deed.run()}
      >
        {label}
      </button>
    </section>
  )
}

function Access({
  id,
  again,
  onGiven,
}: {
  readonly id: string
  readonly again: boolean
  readonly onGiven: (answer: GivenAnswer) => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const give = useDeed(async () => {
    const path = `/api/govern/requests/${id}/answer`
    onGiven(await tellNode<GivenAnswer>('POST', path, language, {}))
  })
  return (
    <OneStep
      lead={again ? words.accessAgainLead : words.accessLead}
      label={again ? words.accessAgain : words.access}
      deed={give}
    />
  )
}

function Erasure({
  id,
  onDone,
}: {
  readonly id: string
  readonly onDone: (certificate: string) => void
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const erase = useDeed(async () => {
    const path = `/api/govern/requests/${id}/erasure`
    const { certificate } = await tellNode<{ certificate: string }>('POST', path, language, {})
    onDone(certificate)
  })
  if (needsConfirming(erase.problem)) return <Confirm within onDone={() => void erase.run()} />
  return <OneStep lead={words.request.erasureLead} label={words.request.erasure} deed={erase} />
}

function Restriction({ id, onDone }: ActProps): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const restrict = useDeed(async () => {
    await tellNode('POST', `/api/govern/requests/${id}/restriction`, language, {})
    onDone()
  })
  return (
    <OneStep
      lead={words.request.restrictionLead}
      label={words.request.restriction}
      deed={restrict}
    />
  )
}

function Lifting({ id, onDone }: ActProps): ReactNode {
  const words = useGovernWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const [because, setBecause] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const lift = useDeed(async () => {
    await tellNode('POST', `/api/govern/requests/${id}/lifting`, language, { because })
    onDone()
  })
  return (
    <Form
      problem={lift.problem}
      faults={faults}
      onSend={() => {
        const empty = findEmpty(account, { because: [words.request.because, because] })
        setFaults(empty)
        if (empty.length === 0) void lift.run()
      }}
    >
      <TextField
        id="because"
        label={words.request.because}
        value={because}
        onText={setBecause}
        faults={faults}
      />
      <div className={styles['buttons']}>
        <button className="button" data-primary="" type="submit" disabled={lift.busy}>
          {words.request.lift}
        </button>
      </div>
    </Form>
  )
}
