import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { draftingQuery } from './releases.ts'
import { useSheet } from './sheet-fields.tsx'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** What to draft: a template, its country and its period; then how far the draft is. */
export function DraftPage(): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const { templates, chosen, ...sheet } = useSheet()
  const [threshold, setThreshold] = useState('3')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [job, setJob] = useState<number>()
  usePageTitle(words.draft.title)
  const start = useDeed(async () => {
    const { job: number } = await tellNode<{ job: number }>(
      'POST',
      '/api/publish/releases',
      language,
      {
        ...sheet.asked(),
        threshold: Number(threshold),
      },
    )
    setJob(number)
  })
  const check = (): Fault[] => {
    const found = sheet.check()
    if (!/^\d{1,3}$/.test(threshold.trim()) || Number(threshold) < 2) {
      found.push({ field: 'threshold', what: words.draft.thresholdWrong })
    }
    return found
  }
  return (
    <div className={styles['page']} data-narrow="" aria-busy={templates.isPending}>
      <h1>{words.draft.title}</h1>
      {templates.isError && (
        <ProblemNotice error={templates.error} retry={() => void templates.refetch()} />
      )}
      {job !== undefined && <DraftProgress job={job} again={() => setJob(undefined)} />}
      {job === undefined && chosen && (
        <Form
          problem={start.problem}
          faults={faults}
          onSend={() => {
            const wrong = check()
            setFaults(wrong)
            if (wrong.length === 0) void start.run()
          }}
        >
          {sheet.fields(faults)}
          <TextField
            id="threshold"
            label={words.draft.threshold}
            hint={words.draft.thresholdHint}
            value={threshold}
            onText={setThreshold}
            faults={faults}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
          />
          <div className={styles['buttons']}>
            <button type="submit" className="button" data-primary="" disabled={start.busy}>
              {words.draft.start}
            </button>
          </div>
        </Form>
      )}
    </div>
  )
}

/** How far a draft is, said in steps; what came of it. */
function DraftProgress({
  job,
  again,
}: {
  readonly job: number
  readonly again: () => void
}): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const drafting = useQuery(draftingQuery(job, language))
  if (drafting.isError) {
    return <ProblemNotice error={drafting.error} retry={() => void drafting.refetch()} />
  }
  const found = drafting.data
  if (found?.problem) {
    return (
      <div role="alert">
        <h2>{words.draft.failed}</h2>
        <p>{found.problem.what}</p>
        <p>{found.problem.advice}</p>
        <button type="button" className="button" onClick={again}>
          {words.draft.again}
        </button>
      </div>
    )
  }
  if (found?.status === 'done' && found.release !== null) {
    return (
      <p aria-live="polite">
        {words.draft.done}{' '}
        <Link to="/$language/desk/publish/release/$id" params={{ language, id: found.release }}>
          {found.release}
        </Link>
      </p>
    )
  }
  const step = found?.progress?.step
  return (
    <div aria-live="polite">
      <p>{(step !== undefined && words.steps[step]) || words.draft.waiting}</p>
      <progress aria-label={words.draft.title} value={found?.progress?.done ?? 0} max={1} />
    </div>
  )
}
