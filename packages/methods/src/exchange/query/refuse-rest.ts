import { sdmxRefusals } from '../refusals.ts'

/** Refuses what follows the last segment that a path may have. */
export function refuseRest(rest: readonly string[], expected: string): void {
  if (rest.length === 0) return
  throw sdmxRefusals.refuse('path-unknown', { part: rest[0]!.slice(0, 80), expected })
}
