import { AsyncLocalStorage } from 'node:async_hooks'
import type { Sight } from '@caudal/methods/govern'

interface HeldSight {
  sight: Sight
}

const held = new AsyncLocalStorage<HeldSight>()

/** Sight of work that no request asked for: the start, workers, commands on the terminal. */
const ofNode: Sight = { of: 'node' }

/**
 * Runs `work`, and all that it starts, with the sight that is given: on a PostgreSQL server the
 * register then shows no other rows of records, whatever a query asks for.
 *
 * @returns what `work` returns
 */
export function withSight<Result>(sight: Sight, work: () => Result): Result {
  return held.run({ sight }, work)
}

/**
 * Settles the sight of the request under way, once it is known who asks for what. It is never
 * widened again; outside a request nothing happens.
 */
export function settleSight(sight: Sight): void {
  const holder = held.getStore()
  if (holder === undefined) return
  const { of } = holder.sight
  if (of === 'nobody' || (of === 'node' && sight.of === 'institution')) holder.sight = sight
}

/** A function that takes up the sight of this moment again, where events have lost it. */
export function keepSight(): (work: () => void) => void {
  return AsyncLocalStorage.snapshot()
}

/** The session settings that tell the register whose rows to show: name to value. */
export function settingsOfSight(): Readonly<Record<string, string>> {
  const sight = held.getStore()?.sight ?? ofNode
  const nobody = { institution: '', country: '', actor: '', entered: undefined }
  const known = sight.of === 'institution' ? sight : nobody
  return {
    'caudal.sight': sight.of,
    'caudal.institution': known.institution,
    'caudal.country': known.country,
    'caudal.actor': known.actor,
    'caudal.entered': known.entered ?? '',
  }
}
