import { namedGroups } from '../named-groups.ts'
import type { SourceProfile } from '../source-profile.ts'
import { checkPattern } from './check-field.ts'
import { profileRefusals } from './profile-refusals.ts'

/**
 * Checks the columns that are split: their patterns, and the names of their parts.
 *
 * @throws Refusal that names the place in the profile.
 */
export function checkSplits({ split = [] }: SourceProfile): void {
  const taken = new Set(split.map(({ column }) => column))
  for (const [index, { pattern }] of split.entries()) {
    const place = `split[${index}].pattern`
    const { plain, groups, twice } = namedGroups(pattern)
    checkPattern(plain, place)
    if (groups.size === 0) throw profileRefusals.refuse('profile-split-without-names', { place })
    const column = twice ?? [...groups.keys()].find((name) => taken.has(name))
    if (column !== undefined)
      throw profileRefusals.refuse('profile-column-twice', { place, column })
    for (const name of groups.keys()) taken.add(name)
  }
}
