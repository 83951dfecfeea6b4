import {
  isWrittenRegister,
  labelOfPlace,
  registerFields,
  type RegisterField,
  type RegisterName,
} from '@caudal/methods/govern'
import { nearestName, type Text } from '@caudal/methods/vocabulary'
import type { Queryable } from '../../store/index.ts'
import { countryNames } from '../country-names.ts'
import { listDocuments } from './documents.ts'
import { registerRefusals } from './refusals.ts'

/** An institution that a document names, and the country that it says of it. */
interface Named {
  readonly label: Text
  readonly institution: string
  readonly country?: string
}

type Content = Readonly<Record<string, unknown>>

/**
 * A document names institutions of the register, each with its country: who may read what depends on
 * both. What an earlier version named already may stay, so that it can still be ended.
 *
 * @throws {Refusal} registers.institution-unknown with those that are known, registers.country-differs
 */
export async function checkInstitutions(
  register: Queryable,
  name: RegisterName,
  content: Content,
  before: Content | undefined,
): Promise<void> {
  const earlier = new Set(listNamed(name, before ?? {}).map(keyOf))
  const fresh = listNamed(name, content).filter((named) => !earlier.has(keyOf(named)))
  if (fresh.length === 0) return
  const known = await listDocuments(register, 'institution')
  for (const { label, institution, country } of fresh) {
    const found = known.find(({ id }) => id === institution)
    if (found === undefined) {
      throw registerRefusals.refuse('institution-unknown', {
        placeLabel: label,
        institution: institution.slice(0, 80),
        ...offer(institution, known),
      })
    }
    if (country !== undefined && country !== found.content.country) {
      throw registerRefusals.refuse('country-differs', {
        institution,
        name: found.content.name,
        country: found.content.country,
        countryLabel: countryNames(found.content.country),
        given: country.slice(0, 3),
        givenLabel: countryNames(country.slice(0, 3)),
      })
    }
  }
}

/** Institutions to name in a refusal; longer lists are on the desk. */
const mostOffered = 20

/** Those that may have been meant, the likeliest first. */
function offer(
  wanted: string,
  known: readonly { readonly id: string; readonly content: { readonly name: string } }[],
): { readonly institutions: string } {
  const byId = nearestName(
    wanted,
    known.map(({ id }) => id),
  )
  const byName = nearestName(
    wanted,
    known.map(({ content }) => content.name),
  )
  const likely = known.filter(({ id, content }) => id === byId || content.name === byName)
  const listed = [...likely, ...known.filter((each) => !likely.includes(each))]
  const said = listed.slice(0, mostOffered).map(({ id, content }) => `${id} (${content.name})`)
  return {
    institutions: [...said, ...(listed.length > mostOffered ? ['…'] : [])].join(', ') || '–',
  }
}

function listNamed(name: RegisterName, content: Content): Named[] {
  const fields: readonly RegisterField[] = isWrittenRegister(name) ? registerFields[name] : []
  const named = fields.flatMap(({ place, kind, label }): Named[] => {
    const value = valueAt(content, place)
    if (kind === 'institutions' && Array.isArray(value)) {
      return value.filter(isText).map((institution) => ({ label, institution }))
    }
    if (kind === 'party' && isContent(value) && isText(value['institution'])) {
      return [{ label, institution: value['institution'], ...countryOf(value) }]
    }
    if (kind !== 'institution' || !isText(value)) return []
    // whose a dataset is says in which country its records were kept
    return [{ label, institution: value, ...(name === 'dataset' ? countryOf(content) : {}) }]
  })
  const owner = content['owner']
  return name === 'request' && isText(owner)
    ? [{ label: labelOfPlace('request', 'owner'), institution: owner }]
    : named
}

function countryOf(value: Content): { readonly country?: string } {
  return isText(value['country']) ? { country: value['country'] } : {}
}

function keyOf({ institution, country }: Named): string {
  return `${institution} ${country ?? ''}`
}

function valueAt(content: Content, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>((value, part) => (isContent(value) ? value[part] : undefined), content)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
