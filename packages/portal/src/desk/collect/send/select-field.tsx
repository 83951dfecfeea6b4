import type { ReactNode } from 'react'
import { controlOf, Labelled, type FieldAbout } from '../../../account/form/labelled.tsx'

/** A label and a list of a few choices. */
export function SelectField({
  of,
  value,
  onChoose,
  ...about
}: FieldAbout & {
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly onChoose: (value: string) => void
}): ReactNode {
  return (
    <Labelled {...about}>
      <select
        {...controlOf(about)}
        className="select"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {of.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
