import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { roles as knownRoles, type Role } from '@caudal/methods/govern'
import { useSpeaking } from '../../words/speaking.tsx'
import { Choices } from '../form/choices.tsx'
import { useAccountWords } from '../words/account-words.ts'
import { institutionsQuery } from './institutions.ts'

/** What a person is in the node: roles, institution, country. */
export interface Place {
  readonly roles: readonly Role[]
  readonly institution: string
  readonly country: string
}

export function PlaceFields({
  place,
  onChange,
}: {
  readonly place: Place
  readonly onChange: (place: Place) => void
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  const listed = useQuery(institutionsQuery)
  const { institutions = [], countries = [] } = listed.data ?? {}
  const known = ['', ...institutions.map(({ id }) => id)].includes(place.institution)
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
      <div className="field">
        <label htmlFor="institution">{words.people.institution}</label>
        <p id="institution-hint" className="hint">
          {words.people.institutionHint}{' '}
          <Link
            to="/$language/desk/govern/new/$register"
            params={{ language, register: 'institution' }}
          >
            {words.people.newInstitution}
          </Link>
        </p>
        <select
          id="institution"
          className="select"
          aria-describedby="institution-hint"
          value={place.institution}
          onChange={({ target }) => {
            const country = institutions.find(({ id }) => id === target.value)?.country ?? ''
            onChange({ ...place, institution: target.value, country })
          }}
        >
          <option value="">{words.people.noInstitution}</option>
          {!known && <option value={place.institution}>{place.institution}</option>}
          {institutions.map(({ id, name, country }) => (
            <option key={id} value={id}>
              {name} ({countries.find(({ code }) => code === country)?.label[language] ?? country})
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
