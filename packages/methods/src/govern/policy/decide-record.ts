import {
  type AccessRequest,
  decideAccess,
  type NamedField,
  type PolicyRegisters,
} from './decide-access.ts'
import { type Decision, type Refused, refuse } from './decision.ts'

/** What of a record is read: a decision for every field, none of them refused as a whole. */
export interface RecordDecision {
  /** Allowed or masked fields, in the order asked. */
  readonly given: readonly { readonly field: string; readonly decision: Decision }[]
  /** Fields that are not given, and why. */
  readonly refused: readonly { readonly field: string; readonly decision: Refused }[]
}

/**
 * The decision for each field of a record, so that a read returns what is allowed, masks what is
 * masked and leaves out the rest. Where nothing is given, the read is refused as a whole
 * (`wholeRefusal`).
 */
export function decideRecord(
  request: Omit<AccessRequest, 'field'>,
  fields: readonly NamedField[],
  registers: PolicyRegisters,
): RecordDecision {
  const given: { field: string; decision: Decision }[] = []
  const refused: { field: string; decision: Refused }[] = []
  for (const { id, sensitivity, label } of fields) {
    const field = { id, sensitivity, ...(label && { label }) }
    const decision = decideAccess({ ...request, field }, registers)
    if (decision.outcome === 'refuse') refused.push({ field: id, decision })
    else given.push({ field: id, decision })
  }
  return { given, refused }
}

/** Why nothing of a record is given; undefined where something is. */
export function wholeRefusal({ given, refused }: RecordDecision): Refused | undefined {
  if (given.length > 0) return undefined
  return refused[0]?.decision ?? refuse('beyond-limit')
}
