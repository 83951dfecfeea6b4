import type { RegisterField } from '@caudal/methods/govern'

/** What stands in a field of a form: text, several texts, pairs of texts, or fields by record type. */
export type DraftValue =
  string | readonly string[] | readonly Pair[] | Readonly<Record<string, readonly string[]>>
export type Pair = readonly [string, string]

/** A document as a form holds it: by the places of its fields. */
export type Draft = Readonly<Record<string, DraftValue>>

/** A document as the node holds it. */
export type Content = Readonly<Record<string, unknown>>

/** The fields that a form asks for as it stands; those set by acts are not among them. */
export function askedFields(fields: readonly RegisterField[], draft: Draft): RegisterField[] {
  return fields.filter(
    ({ byAct, when }) => !byAct && (when === undefined || draft[when[0]] === when[1]),
  )
}

/** A document on its form; an empty form where there is none yet. */
export function draftOf(fields: readonly RegisterField[], content: Content = {}): Draft {
  return Object.fromEntries(
    fields.map((field) => [field.place, toDraft(field, valueAt(content, field.place))]),
  )
}

/**
 * What a form says, as the node wants it.
 *
 * @param before the version that is changed: what acts have set stays as it is there
 * @param countryOf the country of an institution
 */
export function contentOf(
  fields: readonly RegisterField[],
  draft: Draft,
  before: Content = {},
  countryOf: (institution: string) => string,
): Content {
  const content: Record<string, unknown> = {}
  for (const { place, byAct } of fields) {
    const kept = valueAt(before, place)
    if (byAct && kept !== undefined) put(content, place, kept)
  }
  for (const field of askedFields(fields, draft)) {
    const value = fromDraft(field, draft[field.place] ?? '', (institution) => {
      const party = valueAt(before, field.place) as { institution?: string; country?: string }
      return party?.institution === institution ? (party.country ?? '') : countryOf(institution)
    })
    if (value !== undefined) put(content, field.place, value)
  }
  return content
}

/** The fields that must not be empty and are. */
export function missingFields(fields: readonly RegisterField[], draft: Draft): RegisterField[] {
  return askedFields(fields, draft).filter(
    (field) => !field.optional && isEmpty(draft[field.place] ?? ''),
  )
}

/** What stands at a place of a document. */
export function valueAt(content: Content, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (inner, part) =>
        inner !== null && typeof inner === 'object' ? (inner as Content)[part] : undefined,
      content,
    )
}

export function isEmpty(value: DraftValue): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (!isList(value)) return Object.values(value).every((fields) => fields.length === 0)
  return value.every((each) => (typeof each === 'string' ? each : each.join('')).trim() === '')
}

function isList(value: DraftValue): value is readonly string[] | readonly Pair[] {
  return Array.isArray(value)
}

function put(content: Record<string, unknown>, place: string, value: unknown): void {
  const parts = place.split('.')
  const last = parts.pop()!
  let inner = content
  for (const part of parts) inner = (inner[part] ??= {}) as Record<string, unknown>
  inner[last] = value
}

function toDraft({ kind, parts }: RegisterField, value: unknown): DraftValue {
  switch (kind) {
    case 'purposes':
    case 'record-types':
    case 'institutions':
    case 'fields':
      return (value ?? []) as readonly string[]
    case 'shared-fields':
      return (value ?? {}) as Readonly<Record<string, readonly string[]>>
    case 'list': {
      const [one, other] = parts!
      const entries = (value ?? []) as readonly Readonly<Record<string, string>>[]
      return entries.map((entry): Pair => [entry[one.place] ?? '', entry[other.place] ?? ''])
    }
    case 'party':
      return (value as { institution?: string } | undefined)?.institution ?? ''
    case 'yes-no':
      return value === undefined ? '' : value === true ? 'yes' : 'no'
    case 'moment':
      return typeof value === 'string' ? toLocal(value) : ''
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
}

function fromDraft(
  { kind, parts, optional }: RegisterField,
  value: DraftValue,
  countryOf: (institution: string) => string,
): unknown {
  if (kind === 'list') {
    const [one, other] = parts!
    return (value as readonly Pair[])
      .filter((pair) => pair.join('').trim() !== '')
      .map(([first, second]) => ({ [one.place]: first.trim(), [other.place]: second.trim() }))
  }
  if (kind === 'shared-fields') {
    const shared = Object.entries(value).filter(([, fields]) => fields.length > 0)
    return Object.fromEntries(shared) as unknown
  }
  if (typeof value !== 'string') return value
  const text = value.trim()
  // a number that is not known yet is kept as not known
  if (text === '') return kind === 'number' && optional ? null : undefined
  switch (kind) {
    case 'number':
      return /^\d+$/.test(text) ? Number(text) : text
    case 'yes-no':
      return text === 'yes'
    case 'party':
      return { institution: text, country: countryOf(text) }
    case 'moment': {
      const moment = new Date(text)
      return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
    }
    default:
      return text
  }
}

/** An instant as a field for day and time holds it, in the reader's own zone. */
function toLocal(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
