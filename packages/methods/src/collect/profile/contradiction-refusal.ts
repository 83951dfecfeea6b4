import type { Refusal } from '../../vocabulary/index.ts'
import { codeRules } from '../mapping/field-plan.ts'
import type { MatchedRule } from '../reading/pattern-contradiction.ts'
import type { SourceProfile } from '../source-profile.ts'
import { placeOfRule } from './check-field.ts'
import { profileRefusals } from './profile-refusals.ts'

/** A text of a file that two regular expressions of the profile read differently. */
export interface Contradiction {
  readonly field: string
  readonly text: string
  readonly matches: readonly MatchedRule[]
}

/** The refusal of a profile that contradicts itself on a file, with both lines. */
export function contradictionRefusal(
  profile: SourceProfile,
  { field, text, matches }: Contradiction,
  count: number,
): Refusal {
  const codes = profile.fields[field]?.codes
  const rules = codeRules(codes)
  const one = matches[0]!
  const other = matches.find(({ code }) => code !== one.code)!
  return profileRefusals.refuse('profile-patterns-contradict', {
    text,
    count,
    place: placeOfRule(codes, one.line, `fields.${field}`),
    from: rules[one.line]!.from,
    code: one.code,
    other: placeOfRule(codes, other.line, `fields.${field}`),
    otherFrom: rules[other.line]!.from,
    otherCode: other.code,
  })
}
