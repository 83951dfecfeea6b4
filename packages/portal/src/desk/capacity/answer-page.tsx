import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import {
  dimensions,
  frameworks,
  levels,
  questions,
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

/** The questionnaire of a country: each answer with what it can be seen by. */
export function AnswerPage(): ReactNode {
  return <SignedInOnly operation="publish.assess-capacity">{() => <Questionnaire />}</SignedInOnly>
}

function Questionnaire(): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const { country = '' } = useParams({ strict: false })
  const found = useQuery(countryQuery(country, language))
  usePageTitle(words.titleOf(found.data?.label ?? country))
  return (
    <div className={styles['page']} aria-busy={found.isPending}>
      <h1>{words.titleOf(found.data?.label ?? country)}</h1>
      <p>{words.answerLead}</p>
      {found.isError && <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data && !found.data.mayAnswer && <p>{words.notYours}</p>}
      {found.data?.mayAnswer && <Answers key={country} found={found.data} />}
    </div>
  )
}

/** What is being answered, as the browser keeps it until it is sent. */
interface Draft {
  readonly after: number
  readonly answers: Readonly<Record<string, CapacityAnswer | undefined>>
}

function Answers({ found }: { readonly found: CountryVersions }): ReactNode {
  const words = useCapacityWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { country, versions } = found
  const last = versions.at(-1)
  const [draft, setDraft] = useKeptDraft(country, {
    after: last?.version ?? 0,
    answers: last?.answers ?? {},
  })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const { answers } = draft
  const given = Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer ? [[id, answer] as const] : [])),
  )
  const score = scoreCapacity(given)
  const save = useDeed(async () => {
    await tellNode('POST', addressOf(country), language, {
      after: last?.version ?? 0,
      answers: given,
    })
    sessionStorage.removeItem(keyOf(country))
    await client.invalidateQueries(countryQuery(country, language))
    await navigate({ to: '/$language/desk/capacity/$country', params: { language, country } })
  })
  const answer = (id: string, to: CapacityAnswer | undefined) =>
    setDraft({ ...draft, answers: { ...answers, [id]: to } })
  return (
    <Form
      problem={save.problem}
      faults={faults}
      onSend={() => {
        const wrong = questions.flatMap(({ id, text }) =>
          given[id]?.level === null && given[id].evidence.trim() === ''
            ? [{ field: `evidence-${id}`, what: `${words.whyNot} ${text[language]}` }]
            : [],
        )
        const none = Object.keys(given).length === 0
        const first = `level-${questions[0]!.id}`
        setFaults(none ? [{ field: first, what: words.nothingAnswered }] : wrong)
        if (!none && wrong.length === 0) void save.run()
      }}
    >
      {dimensions.map(({ id, title, questions: of }) => {
        const own = score.dimensions.find((each) => each.id === id)
        return (
          <section key={id} aria-labelledby={`dimension-${id}`}>
            <h2 id={`dimension-${id}`}>{title[language]}</h2>
            <p className="hint">{words.answered(own?.answered ?? 0, of.length)}</p>
            {of.map((question) => (
              <Question
                key={question.id}
                question={question}
                answer={answers[question.id]}
                faults={faults}
                onAnswer={(to) => answer(question.id, to)}
              />
            ))}
          </section>
        )
      })}
      <div className={styles['buttons']}>
        <button type="submit" className="button" data-primary="" disabled={save.busy}>
          {words.save}
        </button>
      </div>
    </Form>
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
  useEffect(() => {
    if (draft !== start) sessionStorage.setItem(keyOf(country), JSON.stringify(draft))
    // What it began from is no change.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, country])
  return [draft, setDraft] as const
}
