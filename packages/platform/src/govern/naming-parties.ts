import type { Decision } from '@caudal/methods/govern'
import type { Queryable } from '../store/index.ts'
import { findDocument } from './registers/documents.ts'

/** Details of a refusal that are identifiers of institutions; what people call each stands beside it. */
const parties = ['owner', 'recipient'] as const

/** The same decision, with the institutions that it is about by their names. One that no register knows stays as it is. */
export async function namingParties(register: Queryable, decision: Decision): Promise<Decision> {
  if (decision.outcome !== 'refuse') return decision
  const { details } = decision
  const named: Record<string, string> = {}
  for (const party of parties) {
    const id = details?.[party]
    if (typeof id !== 'string' || id === '') continue
    named[`${party}Label`] = await institutionName(register, id)
  }
  return { ...decision, details: { ...details, ...named } }
}

/** What people call an institution; its identifier where no register knows it. */
export async function institutionName(register: Queryable, id: string): Promise<string> {
  return (await findDocument(register, 'institution', id))?.content.name ?? id
}
