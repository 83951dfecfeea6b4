import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { listRecordTypes, type Field } from '@caudal/methods/collect'
import { loadCodeList, type CodeListId } from '@caudal/methods/vocabulary'
import { Form, type Fault } from '../../account/form/form.tsx'
import { findEmpty } from '../../account/form/needed.ts'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { useAccountWords } from '../../account/words/account-words.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { PickField } from './documents/pick-field.tsx'
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
  const [rows, setRows] = useState<readonly (readonly [field: string, value: string])[]>(
    Array.from({ length: most }, () => ['', ''] as const),
  )
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const fields = useMemo(
    () => new Map(listRecordTypes().flatMap((type) => type.fields.map((each) => [each.id, each]))),
    [],
  )
  const offered = [...fields.values()]
    .map((each) => [each.id, each.label[language]] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, language))
  const correct = useDeed(async () => {
    const values = Object.fromEntries(rows.filter(([field]) => field !== ''))
    await tellNode('POST', `/api/govern/requests/${id}/correction`, language, { values })
    onDone()
  })
  const put = (at: number, row: readonly [string, string]) =>
    setRows(rows.map((each, place) => (place === at ? row : each)))
  return (
    <Form
      problem={correct.problem}
      faults={faults}
      onSend={() => {
        const [field, value] = rows[0]!
        const empty = findEmpty(account, {
          'field-0': [words.request.field, field],
          'value-0': [words.request.value, value],
        })
        setFaults(empty)
        if (empty.length === 0) void correct.run()
      }}
    >
      <p>{words.request.correctionLead}</p>
      {rows.map(([field, value], at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows neither come, go nor move
        <div key={at} className={styles['pair']}>
          <PickField
            id={`field-${at}`}
            label={words.request.field}
            faults={faults}
            value={field}
            of={offered}
            onChoose={(next) => put(at, [next, ''])}
          />
          <RightValue
            id={`value-${at}`}
            of={fields.get(field)}
            value={value}
            faults={faults}
            onValue={(next) => put(at, [field, next])}
          />
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
  const name = of?.codeList
  const list = useQuery({
    queryKey: ['code-list', name],
    // a list that does not come with the platform is written by its codes
    queryFn: () => loadCodeList(name as CodeListId),
    enabled: name !== undefined,
    retry: false,
    staleTime: Infinity,
  })
  const about = { id, label: words.value, faults }
  if (list.data !== undefined) {
    // a total is of figures, and of no record
    const entries = list.data.codes
      .filter(({ code }) => code !== '_T')
      .map(({ code, label }) => [code, label[language]] as const)
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
