import {
  isRegister,
  labelOfPlace,
  readDocument,
  type RegisterDocument,
  type RegisterName,
  registers,
} from '@caudal/methods/govern'
import type { Refusal } from '@caudal/methods/vocabulary'
import type { Queryable } from '../../store/index.ts'
import { personName } from '../accounts/people-named.ts'
import { registerRefusals } from './refusals.ts'

/** A document of a register in one version. */
export interface StoredDocument<Name extends RegisterName = RegisterName> {
  readonly register: Name
  readonly id: string
  readonly version: number
  readonly content: RegisterDocument<Name>
  readonly changedBy: string
  /** ISO instant. */
  readonly changedAt: string
}

/** @throws {Refusal} registers.register-unknown */
export function getRegister(name: string): RegisterName {
  if (isRegister(name)) return name
  throw registerRefusals.refuse('register-unknown', {
    register: name,
    registers: Object.keys(registers).join(', '),
  })
}

/** The documents of a register in their present versions, in the order of their ids. */
export async function listDocuments<Name extends RegisterName>(
  register: Queryable,
  name: Name,
): Promise<StoredDocument<Name>[]> {
  return await register.query<StoredDocument<Name>>(
    `select distinct on (id) register, id, version, content,
       changed_by as "changedBy", changed_at as "changedAt"
     from register_documents where register = $1 order by id, version desc`,
    [name],
  )
}

export async function findDocument<Name extends RegisterName>(
  register: Queryable,
  name: Name,
  id: string,
): Promise<StoredDocument<Name> | undefined> {
  const [document] = await listVersions(register, name, id)
  return document
}

/** All versions of a document, the newest first. */
export async function listVersions<Name extends RegisterName>(
  register: Queryable,
  name: Name,
  id: string,
): Promise<StoredDocument<Name>[]> {
  return await register.query<StoredDocument<Name>>(
    `select register, id, version, content, changed_by as "changedBy", changed_at as "changedAt"
     from register_documents where register = $1 and id = $2 order by version desc`,
    [name, id],
  )
}

/** @throws {Refusal} registers.document-unknown */
export async function getDocument<Name extends RegisterName>(
  register: Queryable,
  name: Name,
  id: string,
): Promise<StoredDocument<Name>> {
  const document = await findDocument(register, name, id)
  if (document === undefined) throw refuseUnknown(name, id)
  return document
}

export function refuseUnknown(name: RegisterName, id: string): Refusal {
  const named = { register: name, registerLabel: registers[name].label, id: id.slice(0, 80) }
  return registerRefusals.refuse('document-unknown', named)
}

/**
 * Adds a version to a document: the one after `after` (0 for a new document).
 * @throws {Refusal} registers.document-malformed, registers.version-conflict where somebody was
 *   faster: the refusal says who, when, and which version holds now
 */
export async function addVersion<Name extends RegisterName>(
  transaction: Queryable,
  name: Name,
  id: string,
  content: unknown,
  after: number,
  by: string,
): Promise<StoredDocument<Name>> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) throw registerRefusals.refuse('id-malformed', { id })
  const read = readDocument(name, content)
  if (read.problems !== undefined) {
    const { place, what } = read.problems[0]!
    const placeLabel = labelOfPlace(name, place)
    throw registerRefusals.refuse('document-malformed', { place, placeLabel, what })
  }
  const [added] = await transaction.query<StoredDocument<Name>>(
    `insert into register_documents (register, id, version, content, changed_by)
     select $1, $2, $3::integer + 1, $4, $5
     where $3 = coalesce((select max(version) from register_documents where register = $1 and id = $2), 0)
     on conflict do nothing
     returning register, id, version, content, changed_by as "changedBy", changed_at as "changedAt"`,
    [name, id, after, JSON.stringify(read.document), by],
  )
  if (added !== undefined) return added
  const present = await findDocument(transaction, name, id)
  const other = present?.changedBy ?? '–'
  throw registerRefusals.refuse('version-conflict', {
    by: other,
    byLabel: await personName(transaction, other),
    at: present?.changedAt ?? '–',
    version: present?.version ?? 0,
  })
}
