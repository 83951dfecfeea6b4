import type { EditRule } from '../edit-rule.ts'
import { evaluateExpression, type EvaluationContext } from '../evaluate-expression.ts'
import type { FindCodeList } from '../mapping/field-plan.ts'
import { recordMapper, type MappedRecord, type SourceRow } from '../mapping/map-record.ts'
import { getRecordType } from '../records/index.ts'
import { rulesFor } from '../rules/rules-for.ts'
import type { SourceProfile } from '../source-profile.ts'

/** A row as the record it becomes, with the edit rules that it fails. */
export interface CheckedEntry {
  readonly record: MappedRecord
  readonly failed: readonly EditRule[]
}

/**
 * Reads one row by a profile and checks it by the rules of its record type, as an import of a file with
 * this row alone would: the same definitions, evaluated in JavaScript.
 *
 * @param receivedOn ISO date
 */
export function checkEntry(
  row: SourceRow,
  profile: SourceProfile,
  findCodeList: FindCodeList,
  receivedOn: string,
): CheckedEntry {
  const recordType = getRecordType(profile.recordType)
  const record = recordMapper(profile, recordType, findCodeList)(row)
  const context: EvaluationContext = {
    parameters: { 'received-on': receivedOn },
    codeList: (id) => {
      const list = findCodeList(id)
      if (list === undefined) throw new Error(`No code list "${id}"`)
      return list
    },
  }
  const failed = rulesFor(recordType, profile, findCodeList).filter(
    ({ holds }) => evaluateExpression(holds, record.values, context) === false,
  )
  return { record, failed }
}
