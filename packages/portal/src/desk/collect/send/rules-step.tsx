import { useState, type ReactNode } from 'react'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { useCollectWords } from '../words/collect-words.ts'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { stepBeside, useDraft } from './use-draft.ts'
import styles from '../../desk.module.css'

/** The rules that every record is held against; one may be changed, with its reason. */
export function RulesStep({ submission, profile, recordType }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const account = useAccountWords()
  const [rules, setRules] = useState(profile.rules ?? {})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const draft = useDraft(submission)
  const keep = (to: 1 | -1) => {
    const wrong = Object.entries(rules)
      .filter(([, { reason }]) => reason.trim() === '')
      .map(([id]) => ({ field: `reason-${id}`, what: account.needed(words.rules.reason) }))
    setFaults(wrong)
    if (wrong.length === 0) void draft.run({ ...profile, rules }, stepBeside('rules', to))
  }
  return (
    <Form problem={draft.problem} faults={faults} onSend={() => keep(1)}>
      <p>{words.rules.lead}</p>
      <ul className={styles['rules']}>
        {recordType.rules.map(({ id, level, message, source }) => {
          const changed = rules[id]
          return (
            <li key={id}>
              <p>{message}</p>
              <p className="hint">
                {words.rules.source}: {source}
              </p>
              <select
                className="select"
                aria-label={words.rules.level(message)}
                value={changed?.level ?? ''}
                onChange={({ target }) => {
                  const { [id]: _, ...others } = rules
                  setRules(
                    target.value === ''
                      ? others
                      : { ...others, [id]: { level: target.value, reason: changed?.reason ?? '' } },
                  )
                }}
              >
                <option value="">{words.rules.usual(words.rules[level])}</option>
                {(['reject', 'warn', 'off'] as const)
                  .filter((each) => each !== level)
                  .map((each) => (
                    <option key={each} value={each}>
                      {words.rules[each]}
                    </option>
                  ))}
              </select>
              {changed && (
                <TextField
                  id={`reason-${id}`}
                  label={words.rules.reason}
                  faults={faults}
                  value={changed.reason}
                  onText={(reason) => setRules({ ...rules, [id]: { ...changed, reason } })}
                />
              )}
            </li>
          )
        })}
      </ul>
      <StepButtons busy={draft.busy} onBack={() => keep(-1)} />
    </Form>
  )
}
