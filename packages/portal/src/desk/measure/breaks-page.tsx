import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { periodLabel } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { SignedInOnly } from '../../account/signed-in-only.tsx'
import { askNode, tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { SelectField } from '../collect/send/select-field.tsx'
import { QueriedPage } from '../queried-page.tsx'
import { useBreakWords } from './words/break-words.ts'
import styles from '../desk.module.css'

interface KeptBreak {
  readonly id: number
  readonly countryLabel: string
  readonly cubeTitle: string
  readonly from: string
  readonly reason: string
  readonly source: string
  readonly recordedAt: string
  readonly ended: { readonly reason: string; readonly at: string } | null
}

interface Register {
  readonly breaks: readonly KeptBreak[]
  readonly cubes: readonly { readonly id: string; readonly label: string }[]
  readonly countries: readonly { readonly code: string; readonly label: string }[]
}

const address = '/api/measure/breaks'

const registerQuery = (language: Language) =>
  queryOptions({
    queryKey: ['account-items', 'series-breaks', language],
    queryFn: ({ signal }) => askNode<Register>(`${address}/kept?language=${language}`, signal),
    staleTime: 0,
  })

/** As the form takes a period; whether there is such a day, the node knows. */
const isPeriod = (text: string): boolean =>
  /^\d{4}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-\d{2})?))?$/.test(text)

/** Breaks in series: those that stand, how to record one, how to take one back. */
export function BreaksPage(): ReactNode {
  return <SignedInOnly operation="measure.keep-breaks">{() => <Breaks />}</SignedInOnly>
}

function Breaks(): ReactNode {
  const words = useBreakWords()
  const { language } = useSpeaking()
  const register = useQuery(registerQuery(language))
  const kept = register.data?.breaks ?? []
  const standing = kept.filter(({ ended }) => ended === null)
  const ended = kept.filter((each) => each.ended !== null)
  return (
    <QueriedPage title={words.title} lead={words.lead} query={register}>
      {register.data && standing.length === 0 && <p>{words.none}</p>}
      {standing.length > 0 && (
        <section className={styles['group']}>
          <h2>{words.standing}</h2>
          {standing.map((each) => (
            <Standing key={each.id} kept={each} />
          ))}
        </section>
      )}
      {register.data && <Add register={register.data} />}
      {ended.length > 0 && (
        <section className={styles['group']}>
          <h2>{words.ended}</h2>
          <ul>
            {ended.map((each) => (
              <li key={each.id}>
                {words.from(each.countryLabel, periodLabel(each.from, language))}. {each.cubeTitle}:{' '}
                {each.reason}. {words.endedOn(dayOf(each.ended!.at, language), each.ended!.reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </QueriedPage>
  )
}

const dayOf = (instant: string, language: Language) => periodLabel(instant.slice(0, 10), language)

function Standing({ kept }: { readonly kept: KeptBreak }): ReactNode {
  const words = useBreakWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const field = `end-${kept.id}`
  const end = useDeed(async () => {
    await tellNode('POST', `${address}/${kept.id}/end`, language, { reason: reason.trim() })
    await client.invalidateQueries(registerQuery(language))
  })
  const named = words.from(kept.countryLabel, periodLabel(kept.from, language))
  return (
    <article>
      <h3>{named}</h3>
      <p>
        {kept.cubeTitle}: {kept.reason}
      </p>
      <p className="hint">
        {words.source(kept.source)}. {words.recorded(dayOf(kept.recordedAt, language))}
      </p>
      <details>
        <summary>{words.end(named)}</summary>
        <Form
          problem={end.problem}
          faults={faults}
          onSend={() => {
            const wrong = reason.trim() === '' ? [{ field, what: words.endWrong }] : []
            setFaults(wrong)
            if (wrong.length === 0) void end.run()
          }}
        >
          <TextField
            id={field}
            label={words.endReason}
            hint={words.endHint}
            value={reason}
            onText={setReason}
            faults={faults}
            maxLength={600}
            autoComplete="off"
          />
          <div className={styles['buttons']}>
            <button className="button" type="submit" disabled={end.busy}>
              {words.endSave}
            </button>
          </div>
        </Form>
      </details>
    </article>
  )
}

const empty: Readonly<Record<Language, string>> = { es: '', en: '', fr: '' }

function Add({ register }: { readonly register: Register }): ReactNode {
  const words = useBreakWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const only = register.countries.length === 1 ? register.countries[0]!.code : ''
  const [country, setCountry] = useState(only)
  const [cube, setCube] = useState(register.cubes[0]?.id ?? '')
  const [from, setFrom] = useState('')
  const [reason, setReason] = useState(empty)
  const [source, setSource] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = useDeed(async () => {
    const given = { country, cube, from: from.trim(), reason, source: source.trim() }
    await tellNode('POST', address, language, given)
    await client.invalidateQueries(registerQuery(language))
    setFrom('')
    setReason(empty)
    setSource('')
  })
  const check = (): Fault[] => [
    ...(country === '' ? [{ field: 'break-country', what: words.countryWrong }] : []),
    ...(isPeriod(from.trim()) ? [] : [{ field: 'break-from', what: words.periodWrong }]),
    ...languages.flatMap((each) =>
      reason[each].trim() === ''
        ? [{ field: `break-reason-${each}`, what: words.reasonWrong[each] }]
        : [],
    ),
    ...(source.trim() === '' ? [{ field: 'break-source', what: words.sourceWrong }] : []),
  ]
  return (
    <section className={styles['group']}>
      <h2>{words.add}</h2>
      <Form
        problem={add.problem}
        faults={faults}
        onSend={() => {
          const wrong = check()
          setFaults(wrong)
          if (wrong.length === 0) void add.run()
        }}
      >
        <SelectField
          id="break-country"
          label={words.country}
          of={[
            ...(only === '' ? [['', words.choose] as const] : []),
            ...register.countries.map(({ code, label }) => [code, label] as const),
          ]}
          value={country}
          onChoose={setCountry}
          faults={faults}
        />
        <SelectField
          id="break-cube"
          label={words.cube}
          of={register.cubes.map(({ id, label }) => [id, label] as const)}
          value={cube}
          onChoose={setCube}
        />
        <TextField
          id="break-from"
          label={words.period}
          hint={words.periodHint}
          value={from}
          onText={setFrom}
          faults={faults}
          maxLength={10}
          autoComplete="off"
        />
        {languages.map((each) => (
          <TextField
            key={each}
            id={`break-reason-${each}`}
            label={words.reasonIn[each]}
            hint={words.reasonHint}
            value={reason[each]}
            onText={(text) => setReason({ ...reason, [each]: text })}
            faults={faults}
            maxLength={600}
            autoComplete="off"
            lang={each}
          />
        ))}
        <TextField
          id="break-source"
          label={words.sourceLabel}
          hint={words.sourceHint}
          value={source}
          onText={setSource}
          faults={faults}
          maxLength={300}
          autoComplete="off"
        />
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={add.busy}>
            {words.save}
          </button>
        </div>
      </Form>
    </section>
  )
}
