import type { ReactNode } from 'react'
import { controlOf, Labelled, type FieldAbout } from '../../../account/form/labelled.tsx'
import { useGovernWords } from '../words/govern-words.ts'

/** One of those there are, or none yet. What was chosen before stays to be chosen, though it is gone. */
export function PickField({
  value,
  of,
  onChoose,
  ...about
}: FieldAbout & {
  readonly value: string
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly onChoose: (value: string) => void
}): ReactNode {
  const words = useGovernWords()
  const known = value === '' || of.some(([each]) => each === value)
  return (
    <Labelled {...about}>
      <select
        {...controlOf(about)}
        className="select"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{words.documents.choose}</option>
        {!known && <option value={value}>{value}</option>}
        {of.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
