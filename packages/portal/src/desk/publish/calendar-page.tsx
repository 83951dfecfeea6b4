import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { askNode, tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { QueriedPage } from '../queried-page.tsx'
import { useSheet } from './sheet-fields.tsx'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

interface Announcement {
  readonly series: string
  readonly title: string
  readonly due: string
  readonly isLate: boolean
  /** Whether the country of whoever looks decides on it. */
  readonly isOwn: boolean
  readonly moves: readonly { readonly from: string; readonly reason: string | null }[]
}

const address = '/api/publish/calendar'

const calendarQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'release-calendar', language],
    queryFn: ({ signal }) =>
      askNode<{ announcements: readonly Announcement[] }>(
        `${address}?language=${language}`,
        signal,
      ),
    staleTime: 0,
  })

/** A day or a month as a reader of the form writes it; whether it is past, the node knows. */
const isDue = (text: string): boolean => /^\d{4}-\d{2}(-\d{2})?$/.test(text)

/** What is announced before it is drafted: announced, moved with a reason, withdrawn. */
export function CalendarPage(): ReactNode {
  return (
    <SignedInOnly operation="publish.review">
      {({ operations }) => <Calendar mayKeep={operations.includes('publish.release')} />}
    </SignedInOnly>
  )
}

function Calendar({ mayKeep }: { readonly mayKeep: boolean }): ReactNode {
  const { calendar: words } = usePublishWords()
  const { language } = useSpeaking()
  const calendar = useQuery(calendarQuery(language))
  const lead = (
    <>
      {words.lead} <a href={`/${language}/releases`}>{words.public}</a>
    </>
  )
  return (
    <QueriedPage title={words.title} lead={lead} query={calendar}>
      {calendar.data?.announcements.length === 0 && <p>{words.none}</p>}
      {calendar.data?.announcements.map((each) => (
        <Standing key={each.series} announcement={each} mayKeep={mayKeep && each.isOwn} />
      ))}
      {mayKeep && <Announce />}
    </QueriedPage>
  )
}

function Standing({
  announcement: { series, title, due, isLate, moves },
  mayKeep,
}: {
  readonly announcement: Announcement
  readonly mayKeep: boolean
}): ReactNode {
  const { calendar: words } = usePublishWords()
  const { language } = useSpeaking()
  return (
    <section aria-labelledby={`announced-${series}`}>
      <h2 id={`announced-${series}`}>{title}</h2>
      <p>
        {periodLabel(due, language)}
        {isLate && (
          <>
            {' '}
            <span className={styles['state']} data-state="late">
              {words.late}
            </span>
          </>
        )}
      </p>
      {moves.map(({ from, reason }) => (
        <p key={from} className="hint">
          {words.moved(periodLabel(from, language), reason ?? '')}
        </p>
      ))}
      {mayKeep && <Change series={series} title={title} />}
    </section>
  )
}

/** Another date, or none any more; either with a reason that everybody reads. */
function Change({ series, title }: { readonly series: string; readonly title: string }): ReactNode {
  const { calendar: words } = usePublishWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [due, setDue] = useState('')
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [dueId, reasonId] = [`due-${series}`, `reason-${series}`]
  const change = useDeed(async (verb: 'move' | 'withdraw', body: object) => {
    await tellNode('POST', `${address}/${encodeURIComponent(series)}/${verb}`, language, body)
    await client.invalidateQueries(calendarQuery(language))
  })
  const send = (verb: 'move' | 'withdraw') => {
    const wrong: Fault[] = [
      ...(verb === 'move' && !isDue(due.trim()) ? [{ field: dueId, what: words.dueWrong }] : []),
      ...(reason.trim() === '' ? [{ field: reasonId, what: words.reasonNeeded }] : []),
    ]
    setFaults(wrong)
    if (wrong.length > 0) return
    const said = { reason: reason.trim() }
    void change.run(verb, verb === 'move' ? { due: due.trim(), ...said } : said)
  }
  return (
    <details>
      <summary>{words.moveNamed(title)}</summary>
      <Form problem={change.problem} faults={faults} onSend={() => send('move')}>
        <TextField
          id={dueId}
          label={words.newDue}
          hint={words.dueHint}
          value={due}
          onText={setDue}
          faults={faults}
          maxLength={10}
          autoComplete="off"
        />
        <TextField
          id={reasonId}
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onText={setReason}
          faults={faults}
          maxLength={500}
          autoComplete="off"
        />
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={change.busy}>
            {words.move}
          </button>
          <button
            className="button"
            type="button"
            disabled={change.busy}
            onClick={() => send('withdraw')}
          >
            {words.withdraw}
          </button>
        </div>
      </Form>
    </details>
  )
}

function Announce(): ReactNode {
  const { calendar: words } = usePublishWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const { templates, chosen, ...sheet } = useSheet({ announcing: true })
  const [due, setDue] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const announce = useDeed(async () => {
    await tellNode('POST', address, language, { ...sheet.asked(), due: due.trim() })
    await client.invalidateQueries(calendarQuery(language))
    setDue('')
  })
  return (
    <section>
      <h2>{words.announce}</h2>
      {templates.isError && (
        <ProblemNotice error={templates.error} retry={() => void templates.refetch()} />
      )}
      {chosen && (
        <Form
          problem={announce.problem}
          faults={faults}
          onSend={() => {
            const wrong = [
              ...sheet.check(),
              ...(isDue(due.trim()) ? [] : [{ field: 'due', what: words.dueWrong }]),
            ]
            setFaults(wrong)
            if (wrong.length === 0) void announce.run()
          }}
        >
          {sheet.fields(faults)}
          <TextField
            id="due"
            label={words.due}
            hint={words.dueHint}
            value={due}
            onText={setDue}
            faults={faults}
            maxLength={10}
            autoComplete="off"
          />
          <div className={styles['buttons']}>
            <button className="button" data-primary="" type="submit" disabled={announce.busy}>
              {words.save}
            </button>
          </div>
        </Form>
      )}
    </section>
  )
}
