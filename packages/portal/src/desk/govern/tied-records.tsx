import type { ReactNode } from 'react'
import { useSpeaking } from '../../words/speaking.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** A record that may be the person's, though it does not say all that was looked for. */
export interface TiedRecord {
  readonly batch: number
  readonly record: string
  readonly by: 'open' | 'linked' | 'document' | 'possible'
  readonly probability: number | null
  readonly dataset: string
  readonly title: Readonly<Record<string, string>>
  readonly sure: boolean
}

/** Records that are chosen together: the sure ones of a dataset, and each of the others alone. */
interface TiedGroup {
  readonly id: string
  readonly first: TiedRecord
  readonly records: readonly TiedRecord[]
}

/** Offers the records that are tied to a person to be taken into the request; those that are sure are taken. */
export function TiedRecords({
  tied,
  chosen,
  onChosen,
}: {
  readonly tied: readonly TiedRecord[]
  /** Numbers of the records that are taken. */
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
}): ReactNode {
  const { request: words } = useGovernWords()
  const { language } = useSpeaking()
  return (
    <fieldset className={styles['choices']}>
      <legend>{words.tied}</legend>
      <p className="hint">{words.tiedLead}</p>
      {groupsOf(tied).map(({ id, first, records }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={records.every(({ record }) => chosen.has(record))}
            onChange={({ target }) => {
              const next = new Set(chosen)
              for (const { record } of records) {
                if (target.checked) next.add(record)
                else next.delete(record)
              }
              onChosen(next)
            }}
          />
          <span>
            {first.title[language] ?? first.dataset}
            {': '}
            {first.sure
              ? words.tiedCount(records.length)
              : words.tiedOne(first.batch, numberIn(first.record))}
            {'. '}
            {words.ties[first.by](first.sure ? null : first.probability)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Those that are taken unless somebody says otherwise. */
export function sureOf(tied: readonly TiedRecord[]): ReadonlySet<string> {
  return new Set(tied.filter(({ sure }) => sure).map(({ record }) => record))
}

function groupsOf(tied: readonly TiedRecord[]): TiedGroup[] {
  const groups = new Map<string, TiedRecord[]>()
  for (const each of tied) {
    const id = each.sure ? `${each.by} ${each.dataset}` : each.record
    groups.set(id, [...(groups.get(id) ?? []), each])
  }
  return [...groups].map(([id, records]) => ({ id, first: records[0]!, records }))
}

/** The number of a record within its batch, as reports on files have it. */
function numberIn(record: string): number {
  return Number(BigInt(record) & (2n ** 36n - 1n))
}
