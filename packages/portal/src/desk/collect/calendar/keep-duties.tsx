import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form, Trouble, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { SelectField } from '../send/select-field.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { calendarQuery, type DutyEvery } from './calendar.ts'
import styles from '../../desk.module.css'

/** Enters that an institution owes files. */
export function NewDuty(): ReactNode {
  const { calendar: words } = useCollectWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [institution, setInstitution] = useState('')
  const [dataset, setDataset] = useState('')
  const [every, setEvery] = useState<DutyEvery>('month')
  const [days, setDays] = useState('30')
  const [from, setFrom] = useState(() => `${new Date().getFullYear()}-01-01`)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = useDeed(async () => {
    await tellNode('POST', '/api/collect/calendar', language, {
      institution,
      dataset,
      every,
      graceDays: Number(days),
      from,
    })
    await client.invalidateQueries(calendarQuery(language))
    setDataset('')
  })
  return (
    <details>
      <summary>{words.add}</summary>
      <Form
        problem={add.problem}
        faults={faults}
        onSend={() => {
          const empty = findEmpty(account, {
            'duty-institution': [words.institution, institution],
            'duty-dataset': [words.dataset, dataset],
            'duty-days': [words.days, days],
            'duty-from': [words.from, from],
          })
          setFaults(empty)
          if (empty.length === 0) void add.run()
        }}
      >
        <TextField
          id="duty-institution"
          label={words.institution}
          faults={faults}
          value={institution}
          onText={setInstitution}
        />
        <TextField
          id="duty-dataset"
          label={words.dataset}
          hint={words.datasetHint}
          faults={faults}
          value={dataset}
          onText={setDataset}
        />
        <SelectField
          id="duty-every"
          label={words.howOften}
          of={Object.entries(words.every)}
          value={every}
          onChoose={(value) => setEvery(value as DutyEvery)}
        />
        <TextField
          id="duty-days"
          label={words.days}
          inputMode="numeric"
          faults={faults}
          value={days}
          onText={setDays}
        />
        <TextField
          id="duty-from"
          type="date"
          label={words.from}
          faults={faults}
          value={from}
          onText={setFrom}
        />
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={add.busy}>
            {words.save}
          </button>
        </div>
      </Form>
    </details>
  )
}

/** Ends a duty as of today. */
export function EndDuty({ id, name }: { readonly id: number; readonly name: string }): ReactNode {
  const { calendar: words } = useCollectWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const end = useDeed(async () => {
    const until = new Date().toISOString().slice(0, 10)
    await tellNode('POST', `/api/collect/calendar/${id}/end`, language, { until })
    await client.invalidateQueries(calendarQuery(language))
  })
  return (
    <>
      <Trouble problem={end.problem} />
      <button
        className="button"
        data-quiet=""
        type="button"
        disabled={end.busy}
        aria-label={words.endNamed(name)}
        onClick={() => void end.run()}
      >
        {words.end}
      </button>
    </>
  )
}
