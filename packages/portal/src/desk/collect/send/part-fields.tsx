import { useState, type ReactNode } from 'react'
import { TextField } from '../../../account/form/text-field.tsx'
import { useReadingWords } from '../words/reading-words.ts'
import type { ProfilePart } from './profile-controls.ts'
import { saidOf, textOf } from './said-of-part.ts'
import { SelectField } from './select-field.tsx'
import styles from '../../desk.module.css'

/** Parts of a profile, each with the control that its kind asks for. */
export function PartFields({
  id,
  parts,
  of,
  onChange,
}: {
  /** Begins the ids of the controls. */
  readonly id: string
  readonly parts: readonly ProfilePart[]
  /** What stands in the profile. */
  readonly of: Readonly<Record<string, unknown>>
  /** @param value undefined where nothing is said of the part */
  readonly onChange: (part: string, value: unknown) => void
}): ReactNode {
  return (
    <div className={styles['fields']}>
      {parts.map((each) => (
        <PartField
          key={each.part}
          id={`${id}-${each.part}`}
          part={each}
          value={of[each.part]}
          onChange={(value) => onChange(each.part, value)}
        />
      ))}
    </div>
  )
}

function PartField({
  id,
  part: { part, kind, choices = [] },
  value,
  onChange,
}: {
  readonly id: string
  readonly part: ProfilePart
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}): ReactNode {
  const words = useReadingWords()
  // As it was typed: a list that ends in a bar is on its way to another text.
  const [text, setText] = useState(() => textOf(value))
  const { label, hint } = words.parts[part]!
  if (kind === 'yes') {
    return (
      <label>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked ? true : undefined)}
        />{' '}
        {label}
      </label>
    )
  }
  if (kind === 'choice') {
    return (
      <SelectField
        id={id}
        label={label}
        hint={hint}
        of={[['', words.usual], ...choices.map((each) => [each, words.choices[each]!] as const)]}
        value={typeof value === 'string' ? value : ''}
        onChoose={(chosen) => onChange(chosen === '' ? undefined : chosen)}
      />
    )
  }
  return (
    <TextField
      id={id}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      autoCapitalize="none"
      spellCheck={false}
      value={text}
      onText={(typed) => {
        setText(typed)
        onChange(saidOf(kind, typed))
      }}
    />
  )
}
