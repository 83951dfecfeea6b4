import type { Actor } from '@caudal/methods/govern'
import { nearestName } from '@caudal/methods/vocabulary'
import { countryNames } from '../../govern/country-names.ts'
import { listDocuments } from '../../govern/registers/documents.ts'
import type { Queryable } from '../../store/index.ts'
import { releaseRefusals } from './refusals.ts'

/** Institutions to name in a refusal. */
const mostOffered = 20

/**
 * The institution that publishes a release: the one that its plan names, else the one of whoever drafts it, else
 * the only one that the register has. Whoever is signed in publishes for the own institution alone, and what counts
 * the records of one country is published by none of another.
 *
 * @param counted countries whose records it counts; of several, an institution of the region may publish
 * @returns its name in the register; undefined where nobody knows which it is
 * @throws the refusals `institution-unknown`, `institution-other`, `institution-country`
 */
export async function publishingInstitution(
  register: Queryable,
  actor: Actor,
  named: string | undefined,
  counted: readonly string[],
): Promise<string | undefined> {
  const known = await listDocuments(register, 'institution')
  if (named !== undefined && actor.kind !== 'terminal' && named !== actor.institution) {
    throw releaseRefusals.refuse('institution-other', {
      institution: named,
      institutionLabel: known.find(({ id }) => id === named)?.content.name ?? named,
    })
  }
  const wanted = named ?? (actor.institution === '' ? undefined : actor.institution)
  const found = known.find(({ id }) => id === wanted)
  if (named !== undefined && found === undefined) {
    const ids = known.map(({ id }) => id)
    const nearest = nearestName(named, ids)
    const offered = known
      .toSorted((one, other) => Number(other.id === nearest) - Number(one.id === nearest))
      .map(({ id, content }) => `${id} (${content.name})`)
    throw releaseRefusals.refuse('institution-unknown', {
      institution: named,
      institutions: offered.slice(0, mostOffered).join(', ') || '–',
    })
  }
  const [country, ...others] = counted.filter((each) => each !== '')
  const isForeign = (content: { readonly country: string }) =>
    country !== undefined &&
    others.length === 0 &&
    content.country !== '' &&
    content.country !== country
  if (found !== undefined) {
    if (!isForeign(found.content)) return found.content.name
    const own = known.filter(({ content }) => content.country === country)
    throw releaseRefusals.refuse('institution-country', {
      institution: found.id,
      institutionLabel: found.content.name,
      of: countryNames(found.content.country),
      country: countryNames(country!),
      institutions:
        own
          .slice(0, mostOffered)
          .map(({ id, content }) => `${id} (${content.name})`)
          .join(', ') || '–',
    })
  }
  const [only, ...more] = known
  if (wanted !== undefined || only === undefined || more.length > 0) return undefined
  return isForeign(only.content) ? undefined : only.content.name
}
