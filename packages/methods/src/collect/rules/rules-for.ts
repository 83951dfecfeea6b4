import type { EditRule } from '../edit-rule.ts'
import type { RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import type { CodeList } from '../../vocabulary/index.ts'
import { displacementRules } from './displacement-rules.ts'
import { incidentRules } from './incident-rules.ts'
import { movementRules } from './movement-rules.ts'
import { observationRules } from './observation-rules.ts'
import { permitRules } from './permit-rules.ts'
import { requiredRules } from './required-rules.ts'
import { residenceRules } from './residence-rules.ts'
import { returnRules } from './return-rules.ts'
import { surveyResponseRules } from './survey-response-rules.ts'
import { widenExpression } from './widen-expression.ts'

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
 * What they say of a code of the platform they say of the own codes that count as it.
 *
 * @param findCodeList The code lists of the node; absent: those of the platform.
 * @example rulesFor(getRecordType('movement'), { rules: { 'movement.sex-unknown': { level: 'off', reason: 'not asked' } } }).some((rule) => rule.id === 'movement.sex-unknown') // => false
 */
export function rulesFor(
  recordType: RecordType,
  profile?: RuleSwitches,
  findCodeList?: (id: string) => CodeList | undefined,
): readonly EditRule[] {
  const listIds = new Map(recordType.fields.map(({ id, codeList }) => [id, codeList]))
  const listOf = (field: string) => {
    const id = listIds.get(field)
    return id === undefined ? undefined : findCodeList?.(id)
  }
  return listRules(recordType).flatMap((rule) => {
    const level = profile?.rules[rule.id]?.level ?? rule.level
    const given = profile?.fields
    const isComparable =
      given === undefined || (rule.onlyWhereGiven ?? []).every((id) => given[id] !== undefined)
    if (level === 'off' || !isComparable) return []
    return [{ ...rule, level, holds: widenExpression(rule.holds, listOf) }]
  })
}
