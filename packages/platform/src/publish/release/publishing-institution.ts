import type { Actor } from '@caudal/methods/govern'
import { nearestName } from '@caudal/methods/vocabulary'
import { listDocuments } from '../../govern/registers/documents.ts'
import type { Queryable } from '../../store/index.ts'
import { releaseRefusals } from './refusals.ts'

/** Institutions to name in a refusal. */
const mostOffered = 20

/**
 * The institution that publishes a release: the one that its plan names, else the one of whoever drafts it, else
 * the only one that the register has. Whoever is signed in publishes for the own institution alone.
 *
 * @returns its name in the register; undefined where nobody knows which it is
 * @throws the refusals `institution-unknown`, `institution-other`
 */
export async function publishingInstitution(
  register: Queryable,
  actor: Actor,
  named: string | undefined,
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
  if (found !== undefined) return found.content.name
  return wanted === undefined && known.length === 1 ? known[0]!.content.name : undefined
}
