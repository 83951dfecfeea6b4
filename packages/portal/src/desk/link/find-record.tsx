import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import type { CountryState } from './link-queries.ts'
import { useLinkWords } from './words/link-words.ts'
import styles from '../desk.module.css'
import linkStyles from './link.module.css'

/** Leads to the person of a record, by the number of the record. */
export function FindRecord({
  countries,
}: {
  readonly countries: readonly CountryState[]
}): ReactNode {
  const words = useLinkWords()
  const { language } = useSpeaking()
  const navigate = useNavigate()
  const [country, setCountry] = useState(countries[0]?.country ?? '')
  const [record, setRecord] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  return (
    <section className={linkStyles['stack']}>
      <h2>{words.find.title}</h2>
      <Form
        problem={undefined}
        faults={faults}
        onSend={() => {
          const number = record.trim()
          const wrong = !/^\d{1,18}$/.test(number)
          setFaults(wrong ? [{ field: 'record', what: words.find.wrong }] : [])
          if (wrong) return
          void navigate({
            to: '/$language/desk/link/person/$country/$record',
            params: { language, country, record: number },
          })
        }}
      >
        <div className={styles['fields']}>
          <div className="field">
            <label htmlFor="country">{words.overview.country}</label>
            <select
              id="country"
              className="select"
              value={country}
              onChange={({ target }) => setCountry(target.value)}
            >
              {countries.map(({ country: code, label }) => (
                <option key={code} value={code}>
                  {label[language]}
                </option>
              ))}
            </select>
          </div>
          <TextField
            id="record"
            label={words.find.record}
            value={record}
            onText={setRecord}
            faults={faults}
            inputMode="numeric"
            maxLength={18}
            autoComplete="off"
          />
        </div>
        <div className={styles['buttons']}>
          <button type="submit" className="button">
            {words.find.send}
          </button>
        </div>
      </Form>
    </section>
  )
}
