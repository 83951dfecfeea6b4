import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { Field } from '@caudal/methods/collect'
import { Form, type Fault } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useAccountWords } from '../../account/words/account-words.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { codeListQuery } from '../collect/send/submission.ts'
import { faultsOfRows, noRow, valuesOf, type CorrectedRow } from './corrected-rows.ts'
import { PickField } from './documents/pick-field.tsx'
import { fieldsOfPersons } from './fields-of-records.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** Fields that are corrected at a time, at most. */
const most = 3

/** What is wrong in a person's records, field by field, and what is right. */
export function Correction({
  id,
  onDone,
}: {
  readonly id: string
  readonly onDone: () => void
}): ReactNode {
  const words = useGovernWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const [rows, setRows] = useState<readonly CorrectedRow[]>(
    Array.from({ length: most }, () => noRow),
  )
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const fields = useMemo(() => fieldsOfPersons(), [])
  const offered = [...fields.values()]
    .map((each) => [each.id, each.label[language]] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, language))
  const correct = useDeed(async () => {
    await tellNode('POST', `/api/govern/requests/${id}/correction`, language, {
      values: valuesOf(rows),
    })
    onDone()
  })
  const put = (at: number, row: CorrectedRow) =>
    setRows(rows.map((each, place) => (place === at ? row : each)))
  return (
    <Form
      problem={correct.problem}
      faults={faults}
      onSend={() => {
        const wrong = faultsOfRows(rows, words.request, account)
        setFaults(wrong)
        if (wrong.length === 0) void correct.run()
      }}
    >
      <p>{words.request.correctionLead}</p>
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows neither come, go nor move
        <div key={at} className={styles['pair']}>
          <PickField
            id={`field-${at}`}
            label={words.request.field}
            faults={faults}
            value={row.field}
            of={offered}
            onChoose={(field) => put(at, { ...noRow, field })}
          />
          <div className={styles['choices']}>
            {!row.isNone && (
              <RightValue
                id={`value-${at}`}
                of={fields.get(row.field)}
                value={row.value}
                faults={faults}
                onValue={(value) => put(at, { ...row, value })}
              />
            )}
            {row.field !== '' && fields.get(row.field)?.required !== true && (
              <label>
                <input
                  id={`none-${at}`}
                  type="checkbox"
                  checked={row.isNone}
                  onChange={({ target }) => put(at, { ...row, isNone: target.checked })}
                />
                {words.request.noValue}
              </label>
            )}
          </div>
        </div>
      ))}
      <div className={styles['buttons']}>
        <button className="button" data-primary="" type="submit" disabled={correct.busy}>
          {words.request.correction}
        </button>
      </div>
    </Form>
  )
}

/** The right value of a field: of a coded one, the entries of its list by their names. */
function RightValue({
  id,
  of,
  value,
  faults,
  onValue,
}: {
  readonly id: string
  readonly of: Field | undefined
  readonly value: string
  readonly faults: readonly Fault[]
  readonly onValue: (value: string) => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const name = of?.codeList ?? ''
  const list = useQuery({ ...codeListQuery(name, language), enabled: name !== '' })
  const about = { id, label: words.value, faults }
  if (list.data !== undefined) {
    // a total is of figures, and of no record
    const entries = list.data.codes
      .filter(({ code }) => code !== '_T')
      .map(({ code, label }) => [code, label] as const)
    return <PickField {...about} value={value} of={entries} onChoose={onValue} />
  }
  return (
    <TextField
      {...about}
      type={of?.type === 'date' ? 'date' : 'text'}
      value={value}
      onText={onValue}
      autoComplete="off"
    />
  )
}
