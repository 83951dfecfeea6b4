import {
  type Holding,
  type PolicyRegisters,
  purposesOfActivity,
  toDerogation,
  toSharingAgreement,
} from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { findDocument, listDocuments } from './documents.ts'

/** The agreements and derogations that the policy decides by, as they stand now. */
export async function readPolicyRegisters(register: Queryable): Promise<PolicyRegisters> {
  const [agreements, derogations, assessments] = await Promise.all([
    listDocuments(register, 'agreement'),
    listDocuments(register, 'derogation'),
    listDocuments(register, 'assessment'),
  ])
  const approved = new Set(
    assessments.filter(({ content }) => content.approvedBy !== undefined).map(({ id }) => id),
  )
  return {
    agreements: agreements.map(({ id, content }) => toSharingAgreement(id, content, approved)),
    derogations: derogations.map(({ id, content }) => toDerogation(id, content)),
  }
}

/**
 * The holding of a dataset as the policy reads it; without an entry in the register nobody owns it, so
 * that nobody reads it but for the rights of persons of its country.
 */
export async function findHolding(
  register: Queryable,
  dataset: { readonly id: string; readonly recordType: string; readonly country: string | null },
): Promise<Holding> {
  const owned = await findDocument(register, 'dataset', dataset.id)
  if (owned === undefined) {
    return {
      recordType: dataset.recordType,
      country: dataset.country ?? '',
      owner: '',
      purposes: [],
    }
  }
  const { owner, country, activity } = owned.content
  const found = await findDocument(register, 'activity', activity)
  return {
    recordType: dataset.recordType,
    country,
    owner,
    purposes: found === undefined ? [] : purposesOfActivity(found.content),
  }
}

/** Last day of the undertaking that somebody has signed; undefined where there is none. */
export async function findUndertakingUntil(
  register: Queryable,
  account: string,
): Promise<string | undefined> {
  const documents = await listDocuments(register, 'undertaking')
  return documents
    .filter(({ content }) => content.account === account)
    .map(({ content }) => content.until)
    .sort()
    .at(-1)
}
