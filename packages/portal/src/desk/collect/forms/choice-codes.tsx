import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { sayFormText } from '@caudal/methods/collect/xlsform'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { codeListQuery } from '../send/submission.ts'
import { codesQuery, type OpenedForm, type ProposedField } from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

type Codes = Readonly<Record<string, string>>

/** What each choice of a question means in the code list of the field, where the list does not know it. */
export function ChoiceCodes({
  form,
  recordType,
  field,
  column,
  list,
  codes,
  onChange,
}: {
  readonly form: OpenedForm
  readonly recordType: string
  readonly field: ProposedField
  readonly column: string
  /** List of choices of the form. */
  readonly list: string
  readonly codes: Codes | undefined
  readonly onChange: (codes: Codes) => void
}): ReactNode {
  const { fields: words } = useFormsWords()
  const { language } = useSpeaking()
  const proposed = useQuery(codesQuery(String(form.id), recordType, field.id, column))
  const target = useQuery(codeListQuery(field.codeList ?? '', language))
  const rows = proposed.data?.codes ?? []
  const { definition } = form
  const choices = new Map(
    definition.codeLists
      .find(({ id }) => id === list)
      ?.codes.map(({ code, label }) => [
        code,
        sayFormText(label, language, definition.defaultLanguage) || code,
      ]),
  )
  // A question that was just chosen begins with what is proposed for its choices.
  useEffect(() => {
    if (codes !== undefined || proposed.data === undefined) return
    const told = proposed.data.codes.filter(({ to, isKnown }) => to !== null && !isKnown)
    onChange(Object.fromEntries(told.map(({ choice, to }) => [choice, to!])))
  }, [codes, proposed.data, onChange])
  if (proposed.isError) return <ProblemNotice error={proposed.error} />
  const open = rows.filter(({ choice, isKnown }) => !isKnown || codes?.[choice] !== undefined)
  if (open.length === 0) return null
  const set = (choice: string, code: string) => {
    const { [choice]: _, ...others } = codes ?? {}
    onChange(code === '' ? others : { ...others, [choice]: code })
  }
  return (
    <details>
      <summary>{words.codes(field.label)}</summary>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.choice}</th>
            <th scope="col">{words.code}</th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ choice }) => {
            const shown = choices.get(choice) ?? choice
            return (
              <tr key={choice}>
                <th scope="row">{shown}</th>
                <td>
                  <select
                    className="select"
                    aria-label={words.codeOf(shown)}
                    value={codes?.[choice] ?? ''}
                    onChange={({ target: { value } }) => set(choice, value)}
                  >
                    <option value="">{words.unknown}</option>
                    {(target.data?.codes ?? []).map(({ code, label }) => (
                      <option key={code} value={code}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > open.length && (
        <p className="hint">{words.codesKnown(rows.length - open.length)}</p>
      )}
    </details>
  )
}
