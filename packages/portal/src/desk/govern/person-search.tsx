import { useState, type ReactNode } from 'react'
import { Form } from '../../account/form/form.tsx'
import { TextField } from '../../account/form/text-field.tsx'
import { useDeed } from '../../account/form/use-deed.ts'
import { tellNode } from '../../node-api/ask-node.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { sureOf, TiedRecords, type TiedRecord } from './tied-records.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

interface Place {
  readonly batch: number
  readonly record: string
}

/**
 * What was found of a person: records of batches, those among them that are tied to the person and were taken, and
 * those that wait in forms; and by what.
 */
export interface Found {
  readonly records: readonly Place[]
  readonly entries: readonly { readonly entry: string; readonly instance?: string }[]
  readonly fields: Readonly<Record<string, string>>
  /** Records that were offered beside, taken or not. */
  readonly offered: number
}

const names = ['document_number', 'given_names', 'family_names', 'birth_date'] as const

/** Looks for the records of a person by what names him or her. */
export function PersonSearch({
  found,
  onFound,
}: {
  readonly found: Found | undefined
  /** Told of what was found; of nothing as soon as something else is looked for. */
  readonly onFound: (found: Found | undefined) => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  const [searched, setSearched] = useState<Readonly<Record<string, string>>>({})
  const fields = Object.fromEntries(
    names.map((name) => [name, (searched[name] ?? '').trim()]).filter(([, value]) => value !== ''),
  ) as Readonly<Record<string, string>>
  const empty = Object.keys(fields).length === 0
  const [tied, setTied] = useState<readonly TiedRecord[]>([])
  const [named, setNamed] = useState<readonly Place[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const take = (taken: ReadonlySet<string>, answer: Found, offered: readonly TiedRecord[]) => {
    setChosen(taken)
    const more = offered.filter(({ record }) => taken.has(record))
    const before = answer.records.filter(
      ({ record }) => !offered.some((each) => each.record === record),
    )
    const places = more.map(({ batch, record }) => ({ batch, record }))
    onFound({ ...answer, records: [...before, ...places] })
  }
  const find = useDeed(async () => {
    const path = '/api/govern/requests/search'
    const { tied: offered, ...answer } = await tellNode<
      Omit<Found, 'fields' | 'offered'> & { readonly tied: readonly TiedRecord[] }
    >('POST', path, language, { fields })
    setTied(offered)
    setNamed(answer.records)
    take(sureOf(offered), { ...answer, fields, offered: offered.length }, offered)
  })
  const labels = [words.document, words.given, words.family, words.birth]
  return (
    <Form
      problem={find.problem}
      onSend={() => {
        if (!empty) void find.run()
      }}
    >
      <h2>{words.search}</h2>
      <p className="hint">{words.searchLead}</p>
      {names.map((name, at) => (
        <TextField
          key={name}
          id={name.replace(/_.*/, '')}
          label={labels[at]!}
          type={name === 'birth_date' ? 'date' : 'text'}
          value={searched[name] ?? ''}
          onText={(text) => {
            setSearched({ ...searched, [name]: text })
            onFound(undefined)
          }}
          autoComplete="off"
        />
      ))}
      <div className={styles['buttons']}>
        <button className="button" type="submit" disabled={find.busy || empty}>
          {words.find}
        </button>
        <output>
          {found && words.found(named.length)}
          {found && found.entries.length > 0 && ` ${words.waiting(found.entries.length)}`}
        </output>
      </div>
      {found !== undefined && tied.length > 0 && (
        <TiedRecords tied={tied} chosen={chosen} onChosen={(taken) => take(taken, found, tied)} />
      )}
    </Form>
  )
}

/** How many records were found, those that wait among them. */
export function countFound(found: Found | undefined): number {
  return (found?.records.length ?? 0) + (found?.entries.length ?? 0)
}
