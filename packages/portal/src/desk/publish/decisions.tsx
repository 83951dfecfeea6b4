import { useState, type ReactNode } from 'react'
import { Form, Trouble, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useWho } from '../../account/who.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { ReleaseDetail } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** What is to be decided of a release in its present state, by whoever may. */
export function Decisions({
  release,
  decided,
}: {
  readonly release: ReleaseDetail
  readonly decided: () => void
}): ReactNode {
  const words = usePublishWords()
  const who = useWho()
  const operations = who.data && who.data.account !== null ? who.data.operations : []
  if (!operations.includes('publish.release')) return null
  switch (release.state) {
    case 'draft':
      return (
        <section>
          <h2>{words.decide.title}</h2>
          {release.mine && <p>{words.decide.ownDraft}</p>}
          {!release.may.decide && <Whose release={release} />}
          {!release.mine && release.may.stop && (
            <Remark
              release={release}
              verbs={release.may.decide ? ['approve', 'reject'] : ['reject']}
              decided={decided}
            />
          )}
        </section>
      )
    case 'approved':
    case 'scheduled':
      return (
        <section>
          <h2>{words.decide.title}</h2>
          {release.may.decide ? (
            <Hour release={release} decided={decided} />
          ) : (
            <Whose release={release} />
          )}
          {release.may.stop && <Remark release={release} verbs={['reject']} decided={decided} />}
        </section>
      )
    case 'published':
      if (!release.may.decide) return null
      return (
        <section>
          <h2>{words.decide.title}</h2>
          <Successor release={release} decided={decided} />
        </section>
      )
    case 'rejected':
    case 'superseded':
      return null
  }
  return release.state satisfies never
}

/** Who decides on it instead. */
function Whose({ release: { counted } }: { readonly release: ReleaseDetail }): ReactNode {
  const { decide: words } = usePublishWords()
  const [country = ''] = counted
  return (
    <p>{counted.length > 1 || country === '' ? words.regional : words.ofTheCountry(country)}</p>
  )
}

interface Deciding {
  readonly release: ReleaseDetail
  readonly decided: () => void
}

function useDecision({ release, decided }: Deciding) {
  const { language } = useSpeaking()
  return useDeed(async (verb: string, body: object) => {
    const address = `/api/publish/releases/${encodeURIComponent(release.id)}/${verb}`
    await tellNode('POST', address, language, body)
    decided()
  })
}

/** Approve or reject, with a remark that is kept beside the decision. */
function Remark({
  verbs,
  ...of
}: Deciding & { readonly verbs: readonly ('approve' | 'reject')[] }): ReactNode {
  const words = usePublishWords()
  const [remark, setRemark] = useState('')
  const decision = useDecision(of)
  return (
    <div className={styles['stack']}>
      <Trouble problem={decision.problem} />
      <TextField
        id={`remark-${verbs.join('-')}`}
        label={words.decide.remark}
        hint={words.decide.remarkHint}
        value={remark}
        onText={setRemark}
        maxLength={2000}
        autoComplete="off"
      />
      <div className={styles['buttons']}>
        {verbs.map((verb) => (
          <button
            key={verb}
            type="button"
            className="button"
            data-primary={verb === 'approve' ? '' : undefined}
            disabled={decision.busy}
            onClick={() =>
              void decision.run(verb, remark.trim() === '' ? {} : { remark: remark.trim() })
            }
          >
            {verb === 'reject' && of.release.state !== 'draft'
              ? words.decide.takeBack
              : words.decide[verb]}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The hour at which a release comes out; it may be changed until it has come. */
function Hour(of: Deciding): ReactNode {
  const words = usePublishWords()
  const [at, setAt] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const decision = useDecision(of)
  return (
    <Form
      problem={decision.problem}
      faults={faults}
      onSend={() => {
        const time = new Date(at)
        const wrong = at === '' || Number.isNaN(time.getTime())
        setFaults(wrong ? [{ field: 'hour', what: words.decide.hourWrong }] : [])
        if (!wrong) void decision.run('publish', { at: time.toISOString() })
      }}
    >
      <TextField
        id="hour"
        type="datetime-local"
        label={words.decide.hour}
        hint={words.decide.hourHint}
        value={at}
        onText={setAt}
        faults={faults}
      />
      <div className={styles['buttons']}>
        <button type="submit" className="button" data-primary="" disabled={decision.busy}>
          {of.release.state === 'scheduled' ? words.decide.changeHour : words.decide.setHour}
        </button>
        <button
          type="button"
          className="button"
          disabled={decision.busy}
          onClick={() => void decision.run('publish', {})}
        >
          {words.decide.now}
        </button>
      </div>
    </Form>
  )
}

/** Says that another release has taken the place of this one. */
function Successor(of: Deciding): ReactNode {
  const words = usePublishWords()
  const [successor, setSuccessor] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const decision = useDecision(of)
  return (
    <Form
      problem={decision.problem}
      faults={faults}
      onSend={() => {
        const wrong = successor.trim() === ''
        setFaults(wrong ? [{ field: 'successor', what: words.decide.successorNeeded }] : [])
        if (!wrong) void decision.run('supersede', { successor: successor.trim() })
      }}
    >
      <TextField
        id="successor"
        label={words.decide.successor}
        hint={words.decide.successorHint}
        value={successor}
        onText={setSuccessor}
        faults={faults}
        maxLength={100}
        autoComplete="off"
      />
      <div className={styles['buttons']}>
        <button type="submit" className="button" disabled={decision.busy}>
          {words.decide.supersede}
        </button>
      </div>
    </Form>
  )
}
