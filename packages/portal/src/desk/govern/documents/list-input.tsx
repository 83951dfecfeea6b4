import { useRef, useState, type ReactNode } from 'react'
import { purposes, type RegisterField } from '@caudal/methods/govern'
import type { Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import type { Pair } from './draft.ts'
import { PickField } from './pick-field.tsx'
import account from '../../../account/account.module.css'
import styles from '../../desk.module.css'
import own from './documents.module.css'

/** Entries of two parts: a risk with its measure, a purpose with why it is compatible. */
export function ListInput({
  field,
  pairs,
  faults,
  onChange,
}: {
  readonly field: RegisterField
  readonly pairs: readonly Pair[]
  readonly faults: readonly Fault[]
  readonly onChange: (pairs: readonly Pair[]) => void
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const id = `field-${field.place}`
  const fault = faults.find((each) => each.field === id)
  // An entry that is taken out takes its inputs with it, so each has a key of its own.
  const next = useRef(pairs.length)
  const [keys, setKeys] = useState(() => pairs.map((_, at) => at))
  const put = (at: number, pair: Pair) =>
    onChange(pairs.map((each, place) => (place === at ? pair : each)))
  const label = field.label[language]
  return (
    <fieldset id={id} tabIndex={-1} className={styles['choices']}>
      <legend>{field.optional ? words.documents.optional(label) : label}</legend>
      {fault && <p className={account['wrong']}>{fault.what}</p>}
      {pairs.map((pair, at) => (
        <div key={keys[at] ?? at} className={own['entry']}>
          <div className={styles['pair']}>
            {field.parts!.map((part, side) => {
              const text = pair[side as 0 | 1]
              const about = {
                id: `${id}-${at}-${part.place}`,
                label: part.label[language],
                faults,
                value: text,
              }
              const set = (said: string) => put(at, side === 0 ? [said, pair[1]] : [pair[0], said])
              return part.kind === 'purpose' ? (
                <PickField
                  key={part.place}
                  {...about}
                  of={Object.entries(purposes).map(([each, said]) => [each, said[language]])}
                  onChoose={set}
                />
              ) : (
                <TextField key={part.place} {...about} onText={set} autoComplete="off" />
              )
            })}
          </div>
          <button
            className="button"
            type="button"
            aria-label={words.documents.removeEntry(at + 1)}
            onClick={() => {
              setKeys(keys.filter((_, place) => place !== at))
              onChange(pairs.filter((_, place) => place !== at))
            }}
          >
            {words.documents.remove}
          </button>
        </div>
      ))}
      <div className={styles['buttons']}>
        <button
          className="button"
          type="button"
          onClick={() => {
            setKeys([...keys, next.current++])
            onChange([...pairs, ['', '']])
          }}
        >
          {words.documents.addEntry}
        </button>
      </div>
    </fieldset>
  )
}
