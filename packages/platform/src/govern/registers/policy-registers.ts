import {
  type Holding,
  type PolicyRegisters,
  purposesOfActivity,
  toDerogation,
  toSharingAgreement,
} from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { listDocuments } from './documents.ts'

/** A dataset, as far as the policy asks about it. */
interface PolicyDataset {
  readonly id: string
  readonly recordType: string
  readonly country: string | null
}

/** What the registers say to the policy at one moment. */
export interface Policy {
  readonly registers: PolicyRegisters
  /**
   * The holding of a dataset; without an entry in the register nobody owns it, so that nobody reads it
   * but for the rights of persons of its country.
   */
  holdingOf(dataset: PolicyDataset): Holding
}

/** The registers that the policy reads. */
const readByPolicy = ['agreement', 'derogation', 'assessment', 'dataset', 'activity'] as const

const kept = new WeakMap<Queryable, { readonly versions: number; readonly policy: Policy }>()

/**
 * The registers as the policy reads them, as they stand now. Their documents are read anew only where a
 * version has been added: nothing is ever changed or taken away, so their number tells.
 */
export async function readPolicy(register: Queryable): Promise<Policy> {
  const [row] = await register.query<{ versions: number }>(
    'select count(*)::integer as versions from register_documents where register = any ($1)',
    [readByPolicy],
  )
  // counted before the documents are read: what comes in between is met the next time
  const { versions } = row!
  const known = kept.get(register)
  if (known?.versions === versions) return known.policy
  const policy = await loadPolicy(register)
  kept.set(register, { versions, policy })
  return policy
}

async function loadPolicy(register: Queryable): Promise<Policy> {
  const [agreements, derogations, assessments, datasets, activities] = await Promise.all([
    listDocuments(register, 'agreement'),
    listDocuments(register, 'derogation'),
    listDocuments(register, 'assessment'),
    listDocuments(register, 'dataset'),
    listDocuments(register, 'activity'),
  ])
  const approved = new Set(
    assessments.filter(({ content }) => content.approvedBy !== undefined).map(({ id }) => id),
  )
  const owned = new Map(datasets.map(({ id, content }) => [id, content]))
  const purposes = new Map(
    activities.map(({ id, content }) => [id, purposesOfActivity(content)] as const),
  )
  return {
    registers: {
      agreements: agreements.map(({ id, content }) => toSharingAgreement(id, content, approved)),
      derogations: derogations.map(({ id, content }) => toDerogation(id, content)),
    },
    holdingOf({ id, recordType, country }) {
      const own = owned.get(id)
      if (own === undefined) return { recordType, country: country ?? '', owner: '', purposes: [] }
      return {
        recordType,
        country: own.country,
        owner: own.owner,
        purposes: purposes.get(own.activity) ?? [],
      }
    },
  }
}

/** The agreements and derogations that the policy decides by, as they stand now. */
export async function readPolicyRegisters(register: Queryable): Promise<PolicyRegisters> {
  return (await readPolicy(register)).registers
}

/** The holding of a dataset as the policy reads it, as it stands now. */
export async function findHolding(register: Queryable, dataset: PolicyDataset): Promise<Holding> {
  return (await readPolicy(register)).holdingOf(dataset)
}
