import type { Cube } from '@caudal/methods/measure'
import type { NationalityRule } from '@caudal/methods/protect'

/** Codes that say somebody asked for asylum or is protected, by the list they stand in. */
const protectionCodes: Readonly<Record<string, readonly string[]>> = {
  purpose: ['protection'],
  'permit-types': ['humanitarian-permit', 'refugee-status', 'stateless-status'],
  'migratory-status': ['asylum-seeker', 'refugee', 'stateless', 'complementary-protection'],
}

/**
 * What a release of a cube never tells: how many nationals of a country sought asylum or protection.
 * A release goes to the public, which that country belongs to. Groups of nationalities are withheld
 * as well, since a group may hold one country alone.
 */
export function nationalityRules({ dimensions }: Cube): NationalityRule[] {
  if (!dimensions.some(({ id }) => id === 'citizenship')) return []
  return dimensions.flatMap(({ id, codeList }) => {
    const codes = protectionCodes[codeList ?? '']
    return codes === undefined ? [] : [{ dimension: 'citizenship', purpose: id, codes }]
  })
}
