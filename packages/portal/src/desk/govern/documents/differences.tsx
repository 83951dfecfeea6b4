import type { ReactNode } from 'react'
import { registerFields, type WrittenRegister } from '@caudal/methods/govern'
import { useSpeaking } from '../../../words/speaking.tsx'
import { Scroll } from '../../scroll.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import {
  askedFields,
  contentOf,
  draftOf,
  valueAt,
  type Content,
  type Draft,
  type DraftValue,
} from './draft.ts'
import { SaidValue } from './said-value.tsx'
import type { Choosing } from './use-offered.ts'
import styles from '../../desk.module.css'

/** What somebody else has saved meanwhile beside what is written here, field by field. */
export function Differences({
  register,
  present,
  draft,
  offered,
  onTake,
}: {
  readonly register: WrittenRegister
  readonly present: Content
  readonly draft: Draft
  readonly offered: Choosing
  readonly onTake: (place: string, value: DraftValue) => void
}): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const fields = registerFields[register]
  const theirs = draftOf(fields, present)
  const mine = contentOf(fields, draft, present, offered.countryOf)
  const differing = askedFields(fields, draft).filter(
    ({ place }) => JSON.stringify(theirs[place]) !== JSON.stringify(draft[place]),
  )
  const named = { ...offered, people: {} }
  return (
    <div className={styles['stack']}>
      <h2 id="differences">{words.documents.differences}</h2>
      <p>
        {differing.length === 0 ? words.documents.noDifference : words.documents.differencesLead}
      </p>
      {differing.length > 0 && (
        <Scroll heading="differences" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.documents.differences}</caption>
            <thead>
              <tr>
                <th scope="col">{words.documents.field}</th>
                <th scope="col">{words.documents.now}</th>
                <th scope="col">{words.documents.yours}</th>
                <th scope="col">{words.documents.take}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((field) => (
                <tr key={field.place}>
                  <th scope="row">{field.label[language]}</th>
                  <td>
                    <SaidValue field={field} value={valueAt(present, field.place)} named={named} />
                  </td>
                  <td>
                    <SaidValue field={field} value={valueAt(mine, field.place)} named={named} />
                  </td>
                  <td>
                    <button
                      className="button"
                      type="button"
                      aria-label={words.documents.takeField(field.label[language])}
                      onClick={() => onTake(field.place, theirs[field.place] ?? '')}
                    >
                      {words.documents.take}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  )
}
