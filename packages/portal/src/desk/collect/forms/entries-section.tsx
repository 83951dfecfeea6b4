import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { Trouble } from '../../../account/form/form.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { sayMoment } from '../../../account/own/moment.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { Problem } from '../../../node-api/problem.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { ProgressBar } from '../send/progress-bar.tsx'
import { entriesQuery, type HandInWork, type ListedEntry } from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** Milliseconds between two looks at work that is under way. */
const lookEvery = 700

/** Drafts and records of a form that are in no batch yet; handing the records in. */
export function EntriesSection({
  id,
  isStanding,
  mayHandIn,
}: {
  readonly id: string
  readonly isStanding: boolean
  /** Whether one hands the records in; whoever does not sees those that he or she has entered. */
  readonly mayHandIn: boolean
}): ReactNode {
  const { one: words } = useFormsWords()
  const { language } = useSpeaking()
  const list = useQuery({
    ...entriesQuery(id, language),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.job) ? lookEvery : false),
  })
  const job = list.data?.job ?? undefined
  const entries = list.data?.entries ?? []
  const waiting = list.data?.waiting ?? 0
  const held = list.data?.held ?? 0
  const drafts = list.data?.drafts ?? 0
  const shown = entries.reduce((sum, { records }) => sum + records, 0)
  const hidden = waiting + drafts - shown
  const underWay = isUnderWay(job)
  const handIn = useDeed(async () => {
    await tellNode('POST', `/api/collect/forms/${id}/hand-in`, language)
    await list.refetch()
  })
  const failure = job?.status === 'failed' ? job.problem : undefined
  // One and the same for one failure, so that the focus is moved to it once.
  const failed = useMemo(
    () => failure && new Problem(422, failure.code, failure.what, failure.advice),
    [failure],
  )
  return (
    <section
      className={styles['part']}
      aria-labelledby="entries"
      aria-busy={list.isPending || underWay}
    >
      <h2 id="entries">{mayHandIn ? words.entries : words.ownEntries}</h2>
      {list.isError && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {!underWay && <Trouble problem={handIn.problem ?? failed ?? undefined} />}
      {list.data !== undefined && entries.length === 0 && !underWay && <p>{words.noEntries}</p>}
      {entries.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.entries}</caption>
          <thead>
            <tr>
              <th scope="col">{words.entry}</th>
              <th scope="col">{words.entered}</th>
              <th scope="col" colSpan={2}>
                <span className="visually-hidden">{words.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                form={id}
                entry={entry}
                isFree={isStanding && !underWay && !entry.isHeld}
              />
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <p className="hint">{words.moreEntries(hidden)}</p>}
      {drafts > 0 && <p className="hint">{words.draftsUntil(list.data?.daysOfDrafts ?? 0)}</p>}
      {held > 0 && <p>{words.heldLead(held)}</p>}
      {waiting > 0 && !mayHandIn && <p>{words.clerkLead}</p>}
      {underWay ? (
        <ProgressBar
          label={`${words.handingIn}${job?.step ? `: ${job.step}` : '…'}`}
          done={job?.done ?? 0}
        />
      ) : (
        <>
          {mayHandIn && job?.status === 'done' && job.result !== null && (
            <p>
              <output>{words.handedIn(job.result.rowsAccepted)}</output>{' '}
              <Link
                to="/$language/desk/collect/batches/$id"
                params={{ language, id: String(job.result.batch) }}
              >
                {words.toBatch}
              </Link>
            </p>
          )}
          {mayHandIn && waiting > held && (
            <>
              <p>{words.handInLead}</p>
              <div className={styles['buttons']}>
                <button
                  className="button"
                  type="button"
                  disabled={handIn.busy}
                  onClick={() => void handIn.run()}
                >
                  {words.handIn(waiting - held)}
                </button>
              </div>
            </>
          )}
        </>
      )}
    </section>
  )
}

function EntryRow({
  form,
  entry: { id, state, records, isHeld, enteredBy, changedAt },
  isFree,
}: {
  readonly form: string
  readonly entry: ListedEntry
  readonly isFree: boolean
}): ReactNode {
  const { one: words } = useFormsWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const moment = sayMoment(changedAt, language)
  const discard = useDeed(async () => {
    await tellNode('DELETE', `/api/collect/forms/${form}/entries/${id}`, language)
    await client.invalidateQueries(entriesQuery(form, language))
  })
  return (
    <tr>
      <th scope="row">
        {moment}
        <br />
        <span className="hint">
          {isHeld ? words.held : words.states[state]}
          {records > 1 && ` · ${words.records(records)}`}
        </span>
      </th>
      <td>
        {enteredBy}
        <Trouble problem={discard.problem} />
      </td>
      <td>
        {isFree && (
          <Link
            to="/$language/desk/collect/forms/$id/entry/$entry"
            params={{ language, id: form, entry: id }}
            aria-label={words.openNamed(moment)}
          >
            {words.open}
          </Link>
        )}
      </td>
      <td>
        {isFree && (
          <button
            className="button"
            data-quiet=""
            type="button"
            disabled={discard.busy}
            aria-label={words.discardNamed(moment)}
            onClick={() => void discard.run()}
          >
            {words.discard}
          </button>
        )}
      </td>
    </tr>
  )
}

function isUnderWay(job: HandInWork | null | undefined): boolean {
  return job?.status === 'waiting' || job?.status === 'running'
}
