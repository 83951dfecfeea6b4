import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import {
  dimensions,
  frameworks,
  levels,
  scoreCapacity,
  type CapacityAnswer,
  type CapacityQuestion,
} from '@caudal/methods/govern/capacity'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { addressOf, countryQuery, type CountryVersions } from './capacity.ts'
import { useCapacityWords } from './words/capacity-words.ts'
import own from './capacity.module.css'
import styles from '../desk.module.css'
import steps from '../steps.module.css'

/** The questionnaire of a country, one dimension a page; each answer with what it can be seen by. */
export function AnswerPage(): ReactNode {
  return <SignedInOnly operation="publish.assess-capacity">{() => <Questionnaire />}</SignedInOnly>
}

function Questionnaire(): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const { country = '', part } = useParams({ strict: false })
  const found = useQuery(countryQuery(country, language))
  const at = Math.max(
    0,
    dimensions.findIndex(({ id }) => id === part),
  )
  const title = dimensions[at]!.title[language]
  usePageTitle(title)
  return (
    <div className={styles['page']} data-narrow="" aria-busy={found.isPending}>
      <div>
        <p className="eyebrow">
          {words.titleOf(found.data?.label ?? country)} · {words.step(at + 1, dimensions.length)}
        </p>
        <h1>{title}</h1>
      </div>
      {found.isError && <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data && !found.data.mayAnswer && <p>{words.notYours}</p>}
      {found.data?.mayAnswer && <Answers key={country} found={found.data} at={at} />}
    </div>
  )
}

/** What is being answered, as the browser keeps it until it is sent. */
type Draft = Readonly<Record<string, CapacityAnswer | undefined>>

function Answers({
  found,
  at,
}: {
  readonly found: CountryVersions
  readonly at: number
}): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { country, versions } = found
  const last = versions.at(-1)
  const [answers, setAnswers] = useKeptDraft(country, last?.answers ?? {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const given = Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer ? [[id, answer] as const] : [])),
  )
  const score = scoreCapacity(given)
  const go = (to: number) =>
    navigate({
      to: '/$language/desk/capacity/$country/answer/$part',
      params: { language, country, part: dimensions[to]!.id },
    })
  const save = useDeed(async () => {
    const body = { after: last?.version ?? 0, answers: given }
    await tellNode('POST', addressOf(country), language, body)
    sessionStorage.removeItem(keyOf(country))
    await client.invalidateQueries(countryQuery(country, language))
    await navigate({ to: '/$language/desk/capacity/$country', params: { language, country } })
  })
  /** What is wrong in a dimension: what does not apply says why. */
  const check = (dimension: number): Fault[] =>
    dimensions[dimension]!.questions.flatMap(({ id, text }) =>
      given[id]?.level === null && given[id].evidence.trim() === ''
        ? [{ field: `evidence-${id}`, what: `${words.whyNot} ${text[language]}` }]
        : [],
    )
  const send = () => {
    if (Object.keys(given).length === 0) {
      const field = `level-${dimensions[at]!.questions[0]!.id}`
      return setFaults([{ field, what: words.nothingAnswered }])
    }
    const wrong = dimensions.findIndex((_, dimension) => check(dimension).length > 0)
    if (wrong === -1) return void save.run()
    setFaults(check(wrong))
    if (wrong !== at) void go(wrong)
  }
  const { questions } = dimensions[at]!
  const isLast = at === dimensions.length - 1
  return (
    <>
      <ol className={steps['steps']}>
        {dimensions.map(({ id, title }) => (
          <li key={id}>
            <Link
              to="/$language/desk/capacity/$country/answer/$part"
              params={{ language, country, part: id }}
            >
              {title[language]} ({score.dimensions.find((each) => each.id === id)?.answered ?? 0})
            </Link>
          </li>
        ))}
      </ol>
      {at === 0 && <p>{words.answerLead}</p>}
      <Form
        problem={save.problem}
        faults={faults}
        onSend={() => {
          if (isLast) return send()
          const wrong = check(at)
          setFaults(wrong)
          if (wrong.length === 0) void go(at + 1)
        }}
      >
        {questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            answer={answers[question.id]}
            faults={faults}
            onAnswer={(to) => setAnswers({ ...answers, [question.id]: to })}
          />
        ))}
        <div className={styles['buttons']}>
          {!isLast && (
            <button type="submit" className="button" data-primary="">
              {words.next}
            </button>
          )}
          <button
            type={isLast ? 'submit' : 'button'}
            className="button"
            data-primary={isLast ? '' : undefined}
            disabled={save.busy}
            onClick={isLast ? undefined : send}
          >
            {words.save}
          </button>
        </div>
      </Form>
    </>
  )
}

function Question({
  question: { id, text, from },
  answer,
  faults,
  onAnswer,
}: {
  readonly question: CapacityQuestion
  readonly answer: CapacityAnswer | undefined
  readonly faults: readonly Fault[]
  readonly onAnswer: (to: CapacityAnswer | undefined) => void
}): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const evidence = answer?.evidence ?? ''
  const choices = [
    ...levels.map((level, value) => [value, level[language]] as const),
    [null, words.notApplicable] as const,
  ]
  return (
    <div className={own['question']}>
      <fieldset>
        <legend>{text[language]}</legend>
        <p className="hint">
          <a href={frameworks[from].address}>{frameworks[from].citation}</a>
        </p>
        {choices.map(([level, label], at) => (
          <label key={label} className={own['level']}>
            <input
              type="radio"
              id={at === 0 ? `level-${id}` : undefined}
              name={`level-${id}`}
              checked={answer !== undefined && answer.level === level}
              onChange={() => onAnswer({ level, evidence })}
            />
            <span>
              {level !== null && <b>{level} </b>}
              {label}
            </span>
          </label>
        ))}
      </fieldset>
      {answer !== undefined && (
        <>
          <TextField
            id={`evidence-${id}`}
            label={answer.level === null ? words.whyNotLabel : words.evidence}
            hint={words.evidenceHint}
            value={evidence}
            onText={(to) => onAnswer({ ...answer, evidence: to })}
            faults={faults}
            maxLength={1000}
            autoComplete="off"
          />
          <button
            type="button"
            className="button"
            data-quiet=""
            aria-label={`${words.clear}: ${text[language]}`}
            onClick={() => onAnswer(undefined)}
          >
            {words.clear}
          </button>
        </>
      )}
    </div>
  )
}

const keyOf = (country: string) => `caudal-capacity-${country}`

/** A draft that reloading the page does not lose; closing the window does, on a computer that others use. */
function useKeptDraft(country: string, start: Draft) {
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const kept = sessionStorage.getItem(keyOf(country))
      return kept === null ? start : (JSON.parse(kept) as Draft)
    } catch {
      return start
    }
  })
  const keep = (next: Draft) => {
    sessionStorage.setItem(keyOf(country), JSON.stringify(next))
    setDraft(next)
  }
  return [draft, keep] as const
}
