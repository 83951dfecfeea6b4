import type { ReactNode } from 'react'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import type { OpenedSubmission } from './submission.ts'
import explain from './explain.module.css'

/** Below this a type is not worth a line; and the most that are shown. */
const leastShown = 0.005
const mostShown = 3

/**
 * Where the columns tell little of what the records are: what else they could be, and what that would lack.
 * And where the sheet has another table.
 */
export function OtherTypes({
  suggestion,
}: {
  readonly suggestion: NonNullable<OpenedSubmission['suggestion']>
}): ReactNode {
  const { send } = useCollectWords()
  const { language } = useSpeaking()
  const words = send.layout
  const tables = suggestion.otherTables.map((row) => (
    <div key={row} className={explain['doubt']} role="note">
      <p>{words.otherTable(row)}</p>
    </div>
  ))
  if (suggestion.isTypeSure) return <>{tables}</>
  const [first, ...rest] = suggestion.recordTypes
  const others = rest.filter(({ confidence }) => confidence >= leastShown).slice(0, mostShown)
  if (first === undefined) return null
  return (
    <>
      {tables}
      <div className={explain['doubt']} role="note">
        <p>{words.typeUnsure(first.label)}</p>
        {others.length > 0 && (
          <>
            <p>{words.couldBe}</p>
            <ul>
              {others.map(({ id, label, confidence, lacks }) => (
                <li key={id}>
                  {label}, {formatPercent(confidence, language)}
                  {lacks.length > 0 && `; ${words.typeLacks(lacks.join(', '))}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
