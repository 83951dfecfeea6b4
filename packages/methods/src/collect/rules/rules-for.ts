import type { EditRule } from '../edit-rule.ts'
import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { displacementRules } from './displacement-rules.ts'
import { incidentRules } from './incident-rules.ts'
import { movementRules } from './movement-rules.ts'
import { observationRules } from './observation-rules.ts'
import { permitRules } from './permit-rules.ts'
import { requiredRules } from './required-rules.ts'
import { residenceRules } from './residence-rules.ts'
import { returnRules } from './return-rules.ts'
import { surveyResponseRules } from './survey-response-rules.ts'

const declaredRules: readonly EditRule[] = [
  ...movementRules,
  ...permitRules,
  ...residenceRules,
  ...returnRules,
  ...incidentRules,
  ...displacementRules,
  ...surveyResponseRules,
  ...observationRules,
]

/**
 * Every edit rule of a record type at its own level: first those of its required fields, then
 * the declared ones in their order.
 */
export function listRules(recordType: RecordType): readonly EditRule[] {
  return [
    ...requiredRules(recordType),
    ...declaredRules.filter((rule) => rule.recordType === recordType.id),
  ]
}

/** What of a profile decides which rules apply. */
export type RuleSwitches = Pick<SourceProfile, 'rules'> & Partial<Pick<SourceProfile, 'fields'>>

/**
 * The edit rules that apply to a source: those of its record type, without the ones its profile
 * switches off and those that only compare what the source does not give, at the levels it sets.
 *
 * @example rulesFor(getRecordType('movement'), { rules: { 'movement.sex-unknown': { level: 'off', reason: 'not asked' } } }).some((rule) => rule.id === 'movement.sex-unknown') // => false
 */
export function rulesFor(recordType: RecordType, profile?: RuleSwitches): readonly EditRule[] {
  return listRules(recordType).flatMap((rule) => {
    const level = profile?.rules[rule.id]?.level ?? rule.level
    const given = profile?.fields
    const isComparable =
      given === undefined || (rule.onlyWhereGiven ?? []).every((id) => given[id] !== undefined)
    return level === 'off' || !isComparable ? [] : [{ ...rule, level }]
  })
}
