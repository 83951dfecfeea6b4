import type { ReactNode } from 'react'

/**
 * A file to be chosen. One that was corrected is chosen again under the name that it had, which a browser takes for
 * no change: the choice begins anew each time.
 */
export function FileField({
  id,
  label,
  hint,
  accept,
  disabled,
  onFile,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly accept?: string
  readonly disabled: boolean
  /** Undefined while a file is being chosen. */
  readonly onFile: (file: File | undefined) => void
}): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <input
        id={id}
        type="file"
        className="input"
        accept={accept}
        aria-describedby={`${id}-hint`}
        disabled={disabled}
        onClick={({ currentTarget }) => {
          currentTarget.value = ''
          onFile(undefined)
        }}
        onChange={({ target }) => onFile(target.files?.[0])}
      />
    </div>
  )
}
