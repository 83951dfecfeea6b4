import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayFormText } from '@caudal/methods/collect/xlsform'
import { useSpeaking } from '../../../words/speaking.tsx'
import { Scroll } from '../../scroll.tsx'
import { recordTypeQuery } from '../send/submission.ts'
import type { OpenedForm } from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import styles from '../../desk.module.css'

/** What a form asks, question by question, and what becomes of each answer. */
export function QuestionsTable({
  form,
  heading,
}: {
  readonly form: OpenedForm
  /** Id of the heading above. */
  readonly heading: string
}): ReactNode {
  const { one: words } = useFormsWords()
  const { language } = useSpeaking()
  const { definition, mapping, notKept } = form
  const recordType = useQuery({
    ...recordTypeQuery(mapping?.recordType ?? '', language),
    enabled: mapping !== null,
  })
  const labels = new Map(recordType.data?.fields.map(({ id, label }) => [id, label]))
  const filledBy = (name: string) =>
    Object.entries(mapping?.fields ?? {})
      .filter(([, { column }]) => column?.split('/')[0] === name)
      .map(([field]) => labels.get(field) ?? field)
      .join(', ')
  return (
    <Scroll heading={heading} stacked>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col" data-wide="">
              {words.type}
            </th>
            {mapping !== null && <th scope="col">{words.becomes}</th>}
            <th scope="col" data-wide="">
              {words.condition}
            </th>
          </tr>
        </thead>
        <tbody>
          {definition.questions.map(({ name, label, type, relevant }) => (
            <tr key={name}>
              <th scope="row">
                {sayFormText(label, language, definition.defaultLanguage) || name}
                <br />
                <span className="hint">{name}</span>
              </th>
              <td data-wide="">{words.types[type]}</td>
              {mapping !== null && (
                <td>
                  {filledBy(name) || (notKept.includes(name) ? words.notKept : words.shownOnly)}
                </td>
              )}
              <td data-wide="">
                {relevant === undefined ? '' : <code className={styles['said']}>{relevant}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
