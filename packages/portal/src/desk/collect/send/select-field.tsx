import type { ReactNode } from 'react'

/** A label and a list of a few choices. */
export function SelectField({
  id,
  label,
  hint,
  of,
  value,
  onChoose,
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly of: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly onChoose: (value: string) => void
}): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <select
        id={id}
        className="select"
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {of.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  )
}
