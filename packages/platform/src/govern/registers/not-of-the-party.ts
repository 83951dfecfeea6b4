import type { Refusal } from '@caudal/methods/vocabulary'
import type { Queryable } from '../../store/index.ts'
import { institutionName } from '../naming-parties.ts'
import { registerRefusals } from './refusals.ts'

/** That somebody acts for an institution that he or she does not work for. */
export async function notOfTheParty(register: Queryable, institution: string): Promise<Refusal> {
  const institutionLabel = await institutionName(register, institution)
  return registerRefusals.refuse('not-of-the-party', { institution, institutionLabel })
}
