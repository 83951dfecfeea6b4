import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import type { Field } from '@caudal/methods/collect'
import type { Language } from '@caudal/methods/vocabulary'
import { sayDay } from '../../account/own/moment.ts'
import { saveFile } from '../../parts/save-file.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { institutionsQuery } from '../../account/people/institutions.ts'
import { codeListQuery } from '../collect/send/submission.ts'
import { fieldsOfType } from './fields-of-records.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

type Values = Readonly<Record<string, unknown>>

/** What a person is given: all that the node holds of him or her, and who else was given it. */
export interface GivenAnswer {
  readonly request: string
  /** ISO date. */
  readonly on: string
  readonly records: readonly {
    readonly batch: number
    readonly dataset: string
    /** What people call the dataset, by language. */
    readonly title: Partial<Record<Language, string>>
    readonly recordType: string
    readonly record: Values
  }[]
  /** What waits in forms: with all that was answered, in the words of the form. */
  readonly waiting: readonly {
    readonly form: string
    readonly record: Values
    readonly answers: readonly { readonly question: string; readonly answer: string }[]
  }[]
  readonly recipients: readonly { readonly recipient: string }[]
}

/**
 * The answer as the person reads it, to be printed, and as a file for programs. It is on the page alone, until it
 * is left.
 */
export function AccessAnswer({
  answer,
  owner,
}: {
  readonly answer: GivenAnswer
  /** The institution that was asked. */
  readonly owner: string
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const { request, on, records, waiting, recipients } = answer
  const institutions = useQuery(institutionsQuery).data?.institutions ?? []
  const nameOf = (recipient: string) =>
    institutions.find(({ id }) => id === recipient)?.name ?? recipient
  const told = [...new Set(recipients.map(({ recipient }) => recipient))].map((recipient) =>
    recipient === 'publisher' ? words.notices.publisher : nameOf(recipient),
  )
  const save = () => {
    const text = JSON.stringify(answer, undefined, 2)
    saveFile(new Blob([text], { type: 'application/json' }), `${request}.json`)
  }
  return (
    <section className={styles['stack']} aria-labelledby="given">
      <h2 id="given">{words.request.givenOn(sayDay(on, language))}</h2>
      <p className={`${styles['caution']} no-print`}>{words.request.givenOnce}</p>
      <div className={`${styles['buttons']} no-print`}>
        <button className="button" data-primary="" type="button" onClick={() => window.print()}>
          {words.request.print}
        </button>
        <button className="button" type="button" onClick={save}>
          {words.request.saveAnswer}
        </button>
      </div>
      <p>{words.request.givenLead(nameOf(owner), records.length, waiting.length)}</p>
      <p>{words.request.givenRights}</p>
      <h3>{words.request.givenTo}</h3>
      <p>{told.length === 0 ? words.request.givenToNobody : told.join(', ')}</p>
      {records.map(({ batch, dataset, title, recordType, record }, at) => (
        <section key={`${batch} ${String(record['record_id'])}`}>
          <h3>{words.request.recordOf(at + 1, title[language] ?? dataset)}</h3>
          <Said recordType={recordType} record={record} />
        </section>
      ))}
      {waiting.map(({ form, answers }) => (
        <section key={`${form} ${JSON.stringify(answers)}`}>
          <h3>{words.request.waitsIn(form)}</h3>
          <dl className={styles['facts']}>
            {answers.map((each) => (
              <div key={each.question}>
                <dt>{each.question}</dt>
                <dd>{each.answer}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  )
}

/** A record by the names of its fields and codes; what has no value is left out. */
function Said({
  recordType,
  record,
}: {
  readonly recordType: string
  readonly record: Values
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const fields = useMemo(() => fieldsOfType(recordType), [recordType])
  const said = Object.entries(record)
    // the dataset is the heading's
    .filter(([id, value]) => value !== null && value !== '' && id !== 'dataset')
    .map(([id, value]) => ({ id, value: String(value), field: fields.get(id) }))
  const lists = [...new Set(said.flatMap(({ field }) => codeListOf(field) ?? []))]
  const named = useQueries({
    queries: lists.map((list) => codeListQuery(list, language)),
    combine: (found) =>
      new Map(
        found.flatMap(({ data }) =>
          data === undefined
            ? []
            : data.codes.map(({ code, label }) => [`${data.id} ${code}`, label] as const),
        ),
      ),
  })
  return (
    <dl className={styles['facts']}>
      {said.map(({ id, value, field }) => (
        <div key={id}>
          <dt>{field?.label[language] ?? (id === 'record_id' ? words.recordNumber : id)}</dt>
          <dd>
            {sayTime(field, value, language) ?? named.get(`${codeListOf(field)} ${value}`) ?? value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A day, or a moment as the place writes it, in words; undefined where the value is neither. */
function sayTime(field: Field | undefined, value: string, language: Language): string | undefined {
  if (field?.type !== 'date' && field?.type !== 'timestamp') return undefined
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?)?$/.exec(value) ?? []
  if (day === undefined) return undefined
  return time === undefined ? sayDay(day, language) : `${sayDay(day, language)}, ${time}`
}

function codeListOf(field: Field | undefined): string | undefined {
  return field?.codeList
}
