import { type Actor, decideKeeping } from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { countriesOfDataset, countryOf } from '../registers/kept-country.ts'
import { findDocument } from '../registers/documents.ts'

/** Where something is that has expired. */
interface Place {
  readonly dataset: string
  /** The institution whose people entered it or sent it in, of what is in no batch. */
  readonly owner?: string
}

/** Whether an officer may erase something by hand. */
export type IsOwn = (place: Place) => Promise<boolean>

/**
 * What an officer erases by hand is of the officer's country; whoever holds the machine erases for all. Asked once
 * for each dataset and institution.
 * @see docs/decisions/0108-releases-are-of-their-country.md
 */
export function whoseExpired(register: Queryable, actor: Actor): IsOwn {
  const known = new Map<string, Promise<boolean>>()
  return (place) => {
    const key = JSON.stringify([place.dataset, place.owner])
    const found = known.get(key) ?? decide(register, actor, place)
    known.set(key, found)
    return found
  }
}

async function decide(register: Queryable, actor: Actor, place: Place): Promise<boolean> {
  if (actor.kind === 'terminal') return true
  return decideKeeping(actor, await countriesOfExpired(register, place)).outcome === 'allow'
}

/** The countries of what has expired; what waits is of whoever entered it, even where its dataset is another's. */
export async function countriesOfExpired(
  register: Queryable,
  { dataset, owner }: Place,
): Promise<readonly string[]> {
  if (owner !== undefined) return [await countryOf(register, owner)]
  const entered = await findDocument(register, 'dataset', dataset)
  return await countriesOfDataset(register, dataset, entered?.content)
}
