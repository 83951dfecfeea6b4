import type { ReactNode } from 'react'
import { listDerivedRecordTypes, listRecordTypes } from '@caudal/methods/collect'
import { purposes, type RegisterField } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { Choices } from '../../../account/form/choices.tsx'
import type { Fault } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useGovernWords } from '../words/govern-words.ts'
import type { DraftValue, Pair } from './draft.ts'
import { FieldsOfType, SharedFields } from './shared-fields.tsx'
import { ListInput } from './list-input.tsx'
import { ParagraphField } from '../../../account/form/paragraph-field.tsx'
import { PickField } from './pick-field.tsx'

/** What there is to choose from. */
export interface Offered {
  readonly institutions: readonly (readonly [id: string, name: string])[]
  readonly countries: readonly (readonly [code: string, name: string])[]
  readonly activities: readonly (readonly [id: string, title: string])[]
  /** Those of the reader’s country: what datasets of it stand under. */
  readonly ownActivities: readonly (readonly [id: string, title: string])[]
  readonly assessments: readonly (readonly [id: string, title: string])[]
}

export interface FieldInputProps {
  readonly field: RegisterField
  readonly value: DraftValue
  readonly faults: readonly Fault[]
  readonly offered: Offered
  /** The record type that the form names, for fields that are named by it. */
  readonly recordType: string
  readonly onChange: (value: DraftValue) => void
}

/** Record types in the order of the documentation, as people call them. */
export function recordTypeChoices(language: Language): (readonly [string, string])[] {
  return [...listRecordTypes(), ...listDerivedRecordTypes()].map(({ id, label }) => [
    id,
    label[language],
  ])
}

/** One field of a document, entered as what stands in it wants. */
export function FieldInput({
  field,
  value,
  faults,
  offered,
  recordType,
  onChange,
}: FieldInputProps): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const { place, kind, options, optional } = field
  const id = idOf(field)
  const label = optional ? words.documents.optional(field.label[language]) : field.label[language]
  const hint = field.hint?.[language]
  const about = { id, label, faults, ...(hint === undefined ? {} : { hint }) }
  const text = typeof value === 'string' ? value : ''
  const several = Array.isArray(value) ? (value as readonly string[]) : []
  const pick = (of: readonly (readonly [string, string])[]) => (
    <PickField {...about} of={of} value={text} onChoose={onChange} />
  )
  const choose = (of: readonly (readonly [string, string])[]) => (
    <div id={id} tabIndex={-1}>
      <Choices
        legend={label}
        {...(hint === undefined ? {} : { hint })}
        of={of}
        chosen={several}
        onChoose={onChange}
      />
    </div>
  )
  switch (kind) {
    case 'paragraph':
      return <ParagraphField {...about} value={text} onText={onChange} />
    case 'country':
      return pick(offered.countries)
    case 'institution':
    case 'party':
      return pick(offered.institutions)
    case 'institutions':
      return choose(offered.institutions)
    case 'activity':
      return pick(offered.ownActivities)
    case 'assessment':
      return pick(offered.assessments)
    case 'purpose':
      return pick(purposeChoices(language))
    case 'purposes':
      return choose(purposeChoices(language))
    case 'record-type':
      return pick(recordTypeChoices(language))
    case 'record-types':
      return choose(recordTypeChoices(language))
    case 'choice':
      return pick(Object.entries(options!).map(([each, said]) => [each, said[language]]))
    case 'yes-no':
      return pick([
        ['no', words.documents.no],
        ['yes', words.documents.yes],
      ])
    case 'list':
      return (
        <ListInput
          field={field}
          pairs={value as readonly Pair[]}
          faults={faults}
          onChange={onChange}
        />
      )
    case 'fields':
      return (
        <FieldsOfType {...about} recordType={recordType} chosen={several} onChoose={onChange} />
      )
    case 'shared-fields':
      return (
        <SharedFields
          {...about}
          shared={value as Readonly<Record<string, readonly string[]>>}
          onChange={onChange}
        />
      )
    default:
      return (
        <TextField
          {...about}
          type={inputTypes[kind] ?? 'text'}
          {...(kind === 'number' ? { inputMode: 'numeric' as const } : {})}
          value={text}
          onText={onChange}
          autoComplete="off"
          name={place}
        />
      )
  }
}

const inputTypes: Readonly<Partial<Record<RegisterField['kind'], string>>> = {
  day: 'date',
  moment: 'datetime-local',
}

/** The id of a field on its page. */
export function idOf({ place }: RegisterField): string {
  return `field-${place.replaceAll('.', '-')}`
}

function purposeChoices(language: Language): (readonly [string, string])[] {
  return Object.entries(purposes).map(([id, label]) => [id, label[language]])
}
