import { isDeepStrictEqual } from 'node:util'
import {
  type Actor,
  type Decision,
  decideKeeping,
  decideKeepingOfWhole,
  type Operation,
  type RegisterDocument,
  type RegisterName,
} from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { heed } from '../authorise.ts'
import { findDocument, listDocuments, listVersions } from './documents.ts'

type Content<Name extends RegisterName = RegisterName> = RegisterDocument<Name>

/**
 * Whose document it is to keep, by country: a request, a dataset, an activity of another country's institutions is not
 * changed, answered, signed or approved from here. Both what a document says and what it said before count, so that
 * nothing is moved over a border by writing it anew.
 *
 * What is of the whole node is changed, and becomes one country's, by people of the country that has entered it. New
 * entries of the whole node are anybody's.
 *
 * @param versions of the document, as far as they matter
 * @throws {Refusal} policy.another-country, policy.of-whole-node, logged
 * @see docs/decisions/0109-registers-are-kept-by-their-country.md
 * @see docs/decisions/0128-what-is-of-the-whole-node.md
 */
export async function checkCountry(
  node: CaudalNode,
  actor: Actor,
  operation: Operation,
  name: RegisterName,
  id: string,
  ...versions: readonly (Content | undefined)[]
): Promise<void> {
  const decision = await decideCountry(node, actor, name, id, ...versions)
  await heed(node, actor, operation, decision, { subject: `${name}:${id}` })
}

/** What the policy says of whose document it is to keep: as `checkCountry`, which heeds it. */
export async function decideCountry(
  node: CaudalNode,
  actor: Actor,
  name: RegisterName,
  id: string,
  ...versions: readonly (Content | undefined)[]
): Promise<Decision> {
  let decision = decideKeeping(actor, [])
  let wasOfAll = false
  for (const content of versions) {
    if (content === undefined || actor.kind === 'terminal') continue
    const parties = await countriesOfDocument(node.register, name, id, content)
    const isOfAll = parties.length === 0 && ofWholeNode.has(name)
    const enteredIn = isOfAll || wasOfAll ? await countriesOfEntry(node, actor, name, id) : []
    // an agreement of two countries is drawn up by either of them
    const own = name === 'agreement' && parties.includes(actor.country)
    const isClosing = isOfAll && enteredIn?.length === 0 && closesAlone(name, versions)
    decision =
      isOfAll && enteredIn !== undefined && !isClosing
        ? decideKeepingOfWhole(actor, enteredIn, await countriesOfNode(node))
        : decideKeeping(actor, own ? [actor.country] : [...parties, ...(enteredIn ?? [])])
    if (decision.outcome === 'refuse') return decision
    wasOfAll = parties.length === 0
  }
  return decision
}

/**
 * Whether a breach is closed, or may be, and nothing else of it changes: one that was entered at the machine is closed by
 * somebody else, who may be of any country.
 */
function closesAlone(name: RegisterName, versions: readonly (Content | undefined)[]): boolean {
  if (name !== 'breach') return false
  const [before, after] = versions as readonly (Content<'breach'> | undefined)[]
  if (before === undefined || before.closedAt !== undefined) return false
  return after === undefined || isDeepStrictEqual({ ...before, closedAt: after.closedAt }, after)
}

/** Registers whose documents are of the whole node where they name no institution. */
const ofWholeNode: ReadonlySet<RegisterName> = new Set(['breach', 'complaint'])

/**
 * The country of the account that has entered a document; none where that was the machine or an account of none,
 * undefined where it is new.
 */
async function countriesOfEntry(
  { register }: CaudalNode,
  actor: Actor,
  name: RegisterName,
  id: string,
): Promise<string[] | undefined> {
  const first = (await listVersions(register, name, id)).at(-1)
  if (first === undefined) return undefined
  if (first.changedBy === actor.id) return [actor.country]
  return await countriesOfAccount(register, first.changedBy)
}

/** Countries of the institutions in the register. */
async function countriesOfNode({ register }: CaudalNode): Promise<string[]> {
  const institutions = await listDocuments(register, 'institution')
  return institutions.map(({ content }) => content.country)
}

/** Countries of the institutions that a document is about; none where it is about the whole node. */
export async function countriesOfDocument(
  register: Queryable,
  name: RegisterName,
  id: string,
  content: Content,
): Promise<string[]> {
  switch (name) {
    case 'institution':
      return [(content as Content<'institution'>).country]
    case 'activity':
      return [await countryOf(register, (content as Content<'activity'>).controller)]
    case 'dataset':
      return await countriesOfDataset(register, id, content as Content<'dataset'>)
    case 'agreement': {
      const { provider, recipient } = content as Content<'agreement'>
      return [provider.country, recipient.country]
    }
    case 'request':
      return await countriesOfAsked(register, content as Content<'request'>)
    case 'derogation':
      return [await countryOf(register, (content as Content<'derogation'>).owner)]
    case 'notice':
      return await countriesOfRequest(register, (content as Content<'notice'>).request)
    case 'complaint': {
      const { institution, request } = content as Content<'complaint'>
      const named = await countriesOfNamed(register, institution)
      return request === undefined
        ? named
        : [...named, ...(await countriesOfRequest(register, request))]
    }
    case 'breach':
      return await countriesOfNamed(register, (content as Content<'breach'>).institution)
    case 'undertaking':
      return await countriesOfAccount(register, (content as Content<'undertaking'>).account)
    case 'assessment':
      return []
  }
}

/** Of the institution that a breach or a complaint names; none where it is about the whole node. */
async function countriesOfNamed(
  register: Queryable,
  institution: string | undefined,
): Promise<string[]> {
  return institution === undefined ? [] : [await countryOf(register, institution)]
}

/** Of what the register says of it, of its owner, and of its files; '' where nothing is entered. */
export async function countriesOfDataset(
  register: Queryable,
  id: string,
  content: Content<'dataset'> | undefined,
): Promise<string[]> {
  if (content === undefined) return ['']
  const { owner, country } = content
  return [country, await countryOf(register, owner), ...(await countriesOfFiles(register, id))]
}

/** Country of an institution of the register; '' where it is not in it. */
export async function countryOf(register: Queryable, institution: string): Promise<string> {
  return (await findDocument(register, 'institution', institution))?.content.country ?? ''
}

/** The country that the files of a dataset came from, where they say so. */
async function countriesOfFiles(register: Queryable, dataset: string): Promise<string[]> {
  const rows = await register.query<{ country: string }>(
    `select country from datasets where id = $1 and country ~ '^[A-Z]{3}$'`,
    [dataset],
  )
  return rows.map(({ country }) => country)
}

async function countriesOfRequest(register: Queryable, request: string): Promise<string[]> {
  const found = await findDocument(register, 'request', request)
  return found === undefined ? [] : await countriesOfAsked(register, found.content)
}

/**
 * Of the institution that was asked. What the node itself has entered of records that nobody owns, those that came in
 * again after an erasure, is of the country of their files.
 */
async function countriesOfAsked(
  register: Queryable,
  { owner, records }: Content<'request'>,
): Promise<string[]> {
  const country = await countryOf(register, owner)
  if (country !== '') return [country]
  const rows = await register.query<{ country: string }>(
    `select distinct coalesce(d.country, '') as country
     from batches as b join datasets as d on d.id = b.dataset where b.id = any ($1)`,
    [records.map(({ batch }) => batch)],
  )
  return rows.length === 0 ? [''] : rows.map((row) => row.country)
}

/** By whatever names the account, as `undertaking_until` reads it; none where it has no country. */
async function countriesOfAccount(register: Queryable, account: string): Promise<string[]> {
  const rows = await register.query<{ country: string }>(
    `select country from accounts
     where lower(trim($1)) in (id::text, name_key) and coalesce(country, '') <> ''`,
    [account],
  )
  return rows.map(({ country }) => country)
}
