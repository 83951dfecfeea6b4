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
import { draftingQuery, templatesQuery } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** What to draft: a template, its country and its period; then how far the draft is. */
export function DraftPage(): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const templates = useQuery(templatesQuery(language))
  const [template, setTemplate] = useState('')
  const [country, setCountry] = useState('')
  const [period, setPeriod] = useState('')
  const [threshold, setThreshold] = useState('3')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [job, setJob] = useState<number>()
  usePageTitle(words.draft.title)
  const known = templates.data?.templates ?? []
  const chosen = known.find(({ id }) => id === template) ?? known[0]
  const needs = (what: 'country' | 'month' | 'year') => chosen?.needs.includes(what) ?? false
  const start = useDeed(async () => {
    const { job: number } = await tellNode<{ job: number }>(
      'POST',
      '/api/publish/releases',
      language,
      {
        template: chosen!.id,
        ...(needs('country') && { country: country.trim().toUpperCase() }),
        period: period.trim(),
        threshold: Number(threshold),
      },
    )
    setJob(number)
  })
  const check = (): Fault[] => {
    const found: Fault[] = []
    if (needs('country') && !/^[A-Za-z]{3}$/.test(country.trim())) {
      found.push({ field: 'country', what: words.draft.countryWrong })
    }
    const pattern = needs('month') ? /^\d{4}-(0[1-9]|1[0-2])$/ : /^\d{4}$/
    if (!pattern.test(period.trim())) {
      const what = needs('month') ? words.draft.monthWrong : words.draft.yearWrong
      found.push({ field: 'period', what })
    }
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
          <div className="field">
            <label htmlFor="template">{words.draft.template}</label>
            <select
              id="template"
              className="select"
              value={chosen.id}
              onChange={({ target }) => setTemplate(target.value)}
            >
              {known.map(({ id }) => (
                <option key={id} value={id}>
                  {words.templates[id] ?? id}
                </option>
              ))}
            </select>
          </div>
          {needs('country') && (
            <TextField
              id="country"
              label={words.draft.country}
              hint={words.draft.countryHint}
              value={country}
              onText={setCountry}
              faults={faults}
              maxLength={3}
              autoComplete="off"
            />
          )}
          <TextField
            id="period"
            label={needs('month') ? words.draft.month : words.draft.year}
            hint={needs('month') ? words.draft.monthHint : words.draft.yearHint}
            value={period}
            onText={setPeriod}
            faults={faults}
            maxLength={7}
            autoComplete="off"
          />
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
