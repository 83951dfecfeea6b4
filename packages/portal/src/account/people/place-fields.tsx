import type { ReactNode } from 'react'
import { roles as knownRoles, type Role } from '@caudal/methods/govern'
import { useSpeaking } from '../../words/speaking.tsx'
import { Choices } from '../form/choices.tsx'
import type { Fault } from '../form/form.tsx'
import { TextField } from '../form/text-field.tsx'
import { useAccountWords } from '../words/account-words.ts'
import styles from '../account.module.css'

/** What a person is in the node: roles, institution, country. */
export interface Place {
  readonly roles: readonly Role[]
  readonly institution: string
  readonly country: string
}

export function PlaceFields({
  place,
  faults,
  onChange,
}: {
  readonly place: Place
  readonly faults: readonly Fault[]
  readonly onChange: (place: Place) => void
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  return (
    <>
      <div id="roles" tabIndex={-1}>
        <Choices
          legend={words.people.roles}
          hint={words.people.rolesHint}
          of={(Object.keys(knownRoles) as Role[]).map((role) => [role, knownRoles[role][language]])}
          chosen={place.roles}
          onChoose={(roles) => onChange({ ...place, roles })}
        />
      </div>
      <TextField
        id="institution"
        label={words.people.institution}
        value={place.institution}
        onText={(institution) => onChange({ ...place, institution })}
        faults={faults}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        id="country"
        label={words.people.country}
        hint={words.people.countryHint}
        value={place.country}
        onText={(country) => onChange({ ...place, country })}
        faults={faults}
        maxLength={3}
        autoComplete="off"
        className={styles['short'] ?? ''}
      />
    </>
  )
}
