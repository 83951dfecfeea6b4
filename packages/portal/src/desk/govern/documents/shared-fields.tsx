import type { ReactNode } from 'react'
import { listDerivedRecordTypes, listRecordTypes, type RecordType } from '@caudal/methods/collect'
import { sensitivityLabels } from '@caudal/methods/govern'
import type { Fault } from '../../../account/form/form.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import account from '../../../account/account.module.css'
import styles from '../../desk.module.css'
import own from './documents.module.css'

interface SharedProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly faults: readonly Fault[]
}

/** Which fields of which record types: what is not ticked is not there. */
export function SharedFields({
  id,
  label,
  hint,
  faults,
  shared,
  onChange,
}: SharedProps & {
  readonly shared: Readonly<Record<string, readonly string[]>>
  readonly onChange: (shared: Readonly<Record<string, readonly string[]>>) => void
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const fault = faults.find(({ field }) => field === id)
  return (
    <fieldset id={id} tabIndex={-1} className={styles['choices']}>
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      {fault && <p className={account['wrong']}>{fault.what}</p>}
      {[...listRecordTypes(), ...listDerivedRecordTypes()].map((recordType) => {
        const chosen = shared[recordType.id] ?? []
        return (
          <details key={recordType.id} open={chosen.length > 0 || undefined}>
            <summary>
              {recordType.label[language]} · {words.documents.fields(chosen.length)}
            </summary>
            <Boxes
              of={recordType}
              chosen={chosen}
              onChoose={(fields) => onChange({ ...shared, [recordType.id]: fields })}
            />
          </details>
        )
      })}
    </fieldset>
  )
}

/** Which fields of one record type, once it is chosen. */
export function FieldsOfType({
  id,
  label,
  faults,
  recordType,
  chosen,
  onChoose,
}: SharedProps & {
  readonly recordType: string
  readonly chosen: readonly string[]
  readonly onChoose: (fields: readonly string[]) => void
}): ReactNode {
  const words = useGovernWords()
  const fault = faults.find(({ field }) => field === id)
  const found = [...listRecordTypes(), ...listDerivedRecordTypes()].find(
    (each) => each.id === recordType,
  )
  return (
    <fieldset id={id} tabIndex={-1} className={styles['choices']}>
      <legend>{label}</legend>
      {fault && <p className={account['wrong']}>{fault.what}</p>}
      {found === undefined ? (
        <p className="hint">{words.documents.typeFirst}</p>
      ) : (
        <Boxes of={found} chosen={chosen} onChoose={onChoose} />
      )}
    </fieldset>
  )
}

function Boxes({
  of,
  chosen,
  onChoose,
}: {
  readonly of: RecordType
  readonly chosen: readonly string[]
  readonly onChoose: (fields: readonly string[]) => void
}): ReactNode {
  const { language } = useSpeaking()
  return (
    <ul className={own['boxes']}>
      {of.fields.map((field) => (
        <li key={field.id}>
          <label className={own['box']}>
            <input
              type="checkbox"
              name={`${of.id}.${field.id}`}
              checked={chosen.includes(field.id)}
              onChange={({ target }) =>
                onChoose(
                  target.checked
                    ? [...chosen, field.id]
                    : chosen.filter((each) => each !== field.id),
                )
              }
            />
            <span>
              {field.label[language]}{' '}
              <span className="hint">({sensitivityLabels[field.sensitivity][language]})</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
