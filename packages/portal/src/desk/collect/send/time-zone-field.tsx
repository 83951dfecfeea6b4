import type { ReactNode } from 'react'
import { TextField } from '../../../account/form/text-field.tsx'

/** The name of a time zone, with those there are to choose from. */
export function TimeZoneField({
  id,
  label,
  hint,
  zone,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly zone: string | undefined
  readonly onChange: (zone: string | undefined) => void
}): ReactNode {
  return (
    <>
      <TextField
        id={id}
        label={label}
        hint={hint}
        list={`${id}-zones`}
        autoComplete="off"
        value={zone ?? ''}
        onText={(text) => onChange(text.trim() === '' ? undefined : text.trim())}
      />
      <datalist id={`${id}-zones`}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
