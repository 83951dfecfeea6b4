import { useId, useState, type ReactNode } from 'react'
import { readClassLimits } from '@caudal/methods/publish/map'
import type { MapWords } from './map-wording.ts'

/** The limits between classes, written by hand; they count once they can be read. */
export function ClassLimits({
  limits,
  change,
  words,
}: {
  readonly limits: readonly number[]
  readonly change: (limits: readonly number[]) => void
  readonly words: MapWords
}): ReactNode {
  const id = useId()
  const [text, setText] = useState(() => limits.map(String).join('; '))
  const read = readClassLimits(text)
  return (
    <>
      <label htmlFor={id}>{words.limits}</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        value={text}
        aria-invalid={read === undefined}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          setText(target.value)
          const written = readClassLimits(target.value)
          if (written) change(written)
        }}
      />
      <p id={`${id}-help`} className="hint">
        {read ? words.limitsHelp : words.limitsUnread}
      </p>
    </>
  )
}
