import type { ReactNode } from 'react'
import { controlOf, Labelled, type FieldAbout } from './labelled.tsx'

/** Text of several lines. */
export function ParagraphField({
  value,
  onText,
  ...about
}: FieldAbout & {
  readonly value: string
  readonly onText: (text: string) => void
}): ReactNode {
  return (
    <Labelled {...about}>
      <textarea
        {...controlOf(about)}
        className="input"
        rows={4}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
    </Labelled>
  )
}
