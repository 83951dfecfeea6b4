import { isDeepStrictEqual } from 'node:util'
import {
  type Actor,
  authorityDueAt,
  type Due,
  findDue,
  type Operation,
  readDocument,
  type RegisterName,
} from '@caudal/methods/govern'
import { loadCodeList } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { namesOfPeople } from '../accounts/people-named.ts'
import { authorise, noteAllowed } from '../authorise.ts'
import { countryNames } from '../country-names.ts'
import { checkFirstEntry } from './check-first-entry.ts'
import { checkActivity } from './check-activity.ts'
import { change } from './change-document.ts'
import {
  getDocument,
  getRegister,
  listDocuments,
  listVersions,
  refuseUnknown,
  type StoredDocument,
} from './documents.ts'
import { checkCountry, decideCountry } from './kept-country.ts'
import { checkInstitutions } from './known-institutions.ts'
import { listEnding } from './listed-endings.ts'
import { checkNotAlone } from './not-alone.ts'
import { notOfTheParty } from './not-of-the-party.ts'
import { registerRefusals } from './refusals.ts'
import { refuseByHand } from './refuse-by-hand.ts'
import { checkRequestChange } from './request-changes.ts'
import { checkSeen, seenOf } from './seen-country.ts'
import { withInstitution } from './with-institution.ts'

/** What signing and approving set, and a document that is put may not. */
const setByAct: Readonly<Partial<Record<RegisterName, readonly string[]>>> = {
  agreement: ['signedByProvider', 'signedByRecipient'],
  derogation: ['approvedBy', 'approvedAt', 'revokedAt'],
  assessment: ['approvedBy', 'approvedAt'],
  notice: ['told', 'acknowledged'],
  request: ['liftedOn', 'liftedBecause', 'certificate'],
}

/** What puts a document where it is not the work of the protection officer alone. */
const keeping: Readonly<Partial<Record<RegisterName, Operation>>> = {
  derogation: 'govern.ask-derogation',
  institution: 'govern.keep-institutions',
}

/** Registers about what happened to single persons: the log keeps who has looked into them. */
const ofPersons: ReadonlySet<RegisterName> = new Set(['request', 'complaint', 'breach'])

/** The documents of a register; of those about single persons the ones of the own country. */
export async function listRegister(node: CaudalNode, actor: Actor, name: string) {
  await authorise(node, actor, 'govern.read-registers')
  const register = getRegister(name)
  await noteLook(node, actor, register)
  return await seenOf(node, actor, await listDocuments(node.register, register))
}

/** All versions of a document, the newest first. @throws {Refusal} policy.another-country */
export async function readHistory(node: CaudalNode, actor: Actor, name: string, id: string) {
  await authorise(node, actor, 'govern.read-registers')
  const register = getRegister(name)
  await getDocument(node.register, register, id)
  const versions = await listVersions(node.register, register, id)
  await checkSeen(node, actor, versions)
  await noteLook(node, actor, register, id)
  return versions
}

/**
 * All versions of a document, the names of the accounts that they mention, by id, and whether it is the reader's to
 * change: nobody fills in a form that is refused.
 */
export async function readWithPeople(node: CaudalNode, actor: Actor, name: string, id: string) {
  const versions = await readHistory(node, actor, name, id)
  const register = getRegister(name)
  const isAdministrators = register === 'institution' && actor.roles.includes('administrator')
  const kept = await decideCountry(node, actor, register, id, versions[0]!.content)
  return {
    versions,
    people: await namesOfPeople(node.register, versions),
    mayChange: isAdministrators || kept.outcome === 'allow',
  }
}

/**
 * Puts a document into a register: a new one, or the next version of the one that was read.
 * @param after version that the change was made to; 0 for a new document
 * @throws {Refusal} registers.version-conflict, registers.set-by-act, registers.changed-after-signing,
 *   registers.institution-unknown, registers.country-differs, those of `checkNotAlone`, `checkFirstEntry`,
 *   `checkActivity` and `checkCountry`
 */
export async function putDocument(
  node: CaudalNode,
  actor: Actor,
  given: { register: string; id: string; content: Record<string, unknown>; after: number },
): Promise<StoredDocument> {
  const name = getRegister(given.register)
  await authorise(node, actor, keeping[name] ?? 'govern.keep-registers')
  const before = given.after === 0 ? undefined : await getDocument(node.register, name, given.id)
  if (name === 'derogation' && before !== undefined) checkAsker(before.content, actor, given.id)
  const whole = await withInstitution(node.register, name, given.content, before?.content, actor)
  const content = withDefaults(name, whole, actor)
  refuseSetByAct(name, content, before?.content, given.id)
  if (name === 'request') checkRequestChange(content, before?.content, actor, given.id)
  // what is malformed is told so by the change itself
  const { document } = readDocument(name, content)
  if (document !== undefined) {
    await checkInstitutions(node.register, name, content, before?.content)
    await checkNotAlone(node.register, name, given.id, document, before?.content, actor)
    // a derogation is asked of whoever owns the records; an administrator keeps the institutions of the node
    const isAnyones =
      name === 'derogation' || (name === 'institution' && actor.roles.includes('administrator'))
    const operation = keeping[name] ?? 'govern.keep-registers'
    const versions = isAnyones ? [] : [before?.content, document]
    await checkCountry(node, actor, operation, name, given.id, ...versions)
    if (before === undefined) await checkFirstEntry(node, actor, name, given.id)
    await checkActivity(node.register, name, document, before?.content)
    if (name === 'institution') checkCountryKept(given.id, document, before?.content, actor)
  }
  return await change(node, actor, name, given.id, given.after, async () => content, 'put')
}

/**
 * Signs an agreement for one of its parties; whoever has signed for the other, at whatever institution, does not.
 * @param read version that the signer has read: another one is not signed
 * @throws {Refusal} registers.not-of-the-party, registers.signed-already, registers.signed-for-other,
 *   registers.version-conflict where it was changed since
 */
export async function signAgreement(
  node: CaudalNode,
  actor: Actor,
  id: string,
  as: 'provider' | 'recipient',
  today: string,
  read?: number,
): Promise<StoredDocument> {
  await authorise(node, actor, 'govern.sign-agreement')
  const { content, version } = await getDocument(node.register, 'agreement', id)
  const { institution } = content[as]
  if (actor.kind !== 'terminal' && actor.institution !== institution) {
    throw await notOfTheParty(node.register, institution)
  }
  const place = as === 'provider' ? 'signedByProvider' : 'signedByRecipient'
  if (content[place] !== undefined) throw registerRefusals.refuse('signed-already')
  const other = content[as === 'provider' ? 'signedByRecipient' : 'signedByProvider']
  if (other?.by === actor.id) throw registerRefusals.refuse('signed-for-other')
  const signed = { ...content, [place]: { by: actor.id, on: today } }
  const after = read ?? version
  return await change(node, actor, 'agreement', id, after, async () => signed, `sign-as-${as}`)
}

/**
 * Approves a derogation or an impact assessment: never by whoever asked for it or wrote it, any
 * version of it.
 * @param read version that the approver has read: what was widened since is not approved
 * @throws {Refusal} registers.version-conflict where it was changed since
 */
export async function approve(
  node: CaudalNode,
  actor: Actor,
  name: 'derogation' | 'assessment',
  id: string,
  now: string,
  read?: number,
): Promise<StoredDocument> {
  const operation = name === 'derogation' ? 'govern.approve-derogation' : 'govern.keep-registers'
  await authorise(node, actor, operation)
  const { content, version } = await getDocument(node.register, name, id)
  await checkCountry(node, actor, operation, name, id, content)
  if ('revokedAt' in content && content.revokedAt !== undefined) {
    throw registerRefusals.refuse('derogation-revoked', { id })
  }
  const author = 'requestedBy' in content ? content.requestedBy : content.writtenBy
  const versions = await listVersions(node.register, name, id)
  const authors = new Set([author, ...versions.map(({ changedBy }) => changedBy)])
  if (content.approvedBy === undefined && authors.has(actor.id))
    throw registerRefusals.refuse('same-person')
  if (content.approvedBy !== undefined) throw registerRefusals.refuse('signed-already')
  const approved = { ...content, approvedBy: actor.id, approvedAt: now }
  return await change(node, actor, name, id, read ?? version, async () => approved, 'approve')
}

/** Takes a derogation back before its end, or does not approve it, for whoever may. */
export async function revokeDerogation(
  node: CaudalNode,
  actor: Actor,
  id: string,
  now: string,
): Promise<StoredDocument> {
  await authorise(node, actor, 'govern.approve-derogation')
  const derogation = await getDocument(node.register, 'derogation', id)
  const { content } = derogation
  await checkCountry(node, actor, 'govern.approve-derogation', 'derogation', id, content)
  return await revoke(node, actor, derogation, now)
}

/** Gives a derogation back that one has asked for and needs no more, approved or not. */
export async function withdrawDerogation(
  node: CaudalNode,
  actor: Actor,
  id: string,
  now: string,
): Promise<StoredDocument> {
  await authorise(node, actor, 'govern.ask-derogation')
  const derogation = await getDocument(node.register, 'derogation', id)
  checkAsker(derogation.content, actor, id)
  return await revoke(node, actor, derogation, now)
}

async function revoke(
  node: CaudalNode,
  actor: Actor,
  { id, version, content }: StoredDocument<'derogation'>,
  now: string,
): Promise<StoredDocument> {
  if (content.revokedAt !== undefined) throw registerRefusals.refuse('derogation-revoked', { id })
  const revoked = { ...content, revokedAt: now }
  return await change(node, actor, 'derogation', id, version, async () => revoked, 'revoke')
}

/** The derogations that somebody asked for, with what became of them. */
export async function listOwnDerogations(
  node: CaudalNode,
  actor: Actor,
): Promise<StoredDocument<'derogation'>[]> {
  await authorise(node, actor, 'govern.ask-derogation')
  const documents = await listDocuments(node.register, 'derogation')
  return documents.filter(({ content }) => content.requestedBy === actor.id)
}

/** The institutions that documents and accounts name, and the countries, for whoever fills in a form. */
export async function listInstitutions(node: CaudalNode, actor: Actor) {
  await authorise(node, actor, 'govern.name-institution')
  const documents = await listDocuments(node.register, 'institution')
  const { codes } = await loadCodeList('countries')
  return {
    institutions: documents.map(({ id, content: { name, country } }) => ({ id, name, country })),
    countries: codes
      .filter(({ code, standing }) => standing === undefined && /^[A-Z]{3}$/.test(code))
      .map(({ code, label }) => ({ code, label })),
  }
}

/**
 * Requests, complaints, breaches and notices that are not settled, and agreements and undertakings of the own country
 * that end soon; the most pressing first.
 */
export async function listDue(node: CaudalNode, actor: Actor, now: string): Promise<Due[]> {
  await authorise(node, actor, 'govern.read-registers')
  const [requests, complaints, breaches, notices] = await Promise.all([
    listDocuments(node.register, 'request'),
    listDocuments(node.register, 'complaint'),
    listDocuments(node.register, 'breach'),
    listDocuments(node.register, 'notice'),
  ])
  const seen = await Promise.all([
    seenOf(node, actor, requests),
    seenOf(node, actor, complaints),
    seenOf(node, actor, breaches),
    seenOf(node, actor, notices),
  ])
  return [...seen.flat(), ...(await listEnding(node, actor))]
    .map((document) => findDue(document as Parameters<typeof findDue>[0], now))
    .filter((due) => due !== undefined)
    .sort((one, other) => (one.by < other.by ? -1 : 1))
}

async function noteLook(node: CaudalNode, actor: Actor, register: RegisterName, id?: string) {
  if (!ofPersons.has(register)) return
  const subject = id === undefined ? `register:${register}` : `${register}:${id}`
  await noteAllowed(node, actor, 'govern.read-registers', { subject })
}

/**
 * An institution stays in its country: everything that is bound to a country would go over the border with it, by the
 * act of one administrator.
 */
function checkCountryKept(
  id: string,
  content: StoredDocument['content'],
  before: StoredDocument['content'] | undefined,
  actor: Actor,
): void {
  if (actor.kind === 'terminal' || before === undefined) return
  const [now, then] = [content, before].map((each) => ('country' in each ? each.country : ''))
  if (now === then) return
  throw registerRefusals.refuse('country-kept', {
    institution: id,
    institutionLabel: 'name' in before ? before.name : id,
    country: then!,
    countryLabel: countryNames(then!),
  })
}

/** A wish is changed by whoever has it, and by nobody else. */
function checkAsker(content: StoredDocument['content'], actor: Actor, id: string): void {
  if ('requestedBy' in content && content.requestedBy === actor.id) return
  throw refuseUnknown('derogation', id)
}

function withDefaults(name: RegisterName, content: Record<string, unknown>, actor: Actor) {
  if (name === 'derogation') return { ...content, requestedBy: actor.id }
  if (name === 'assessment') return { ...content, writtenBy: actor.id }
  const noticed = content['noticedAt']
  if (name === 'breach' && content['authorityDueAt'] === undefined && typeof noticed === 'string') {
    const due = Number.isNaN(Date.parse(noticed)) ? noticed : authorityDueAt(noticed)
    return { ...content, authorityDueAt: due }
  }
  return content
}

/** A change keeps what acts have set, and a signed agreement changes in its end alone. */
function refuseSetByAct(
  name: RegisterName,
  content: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  id: string,
): void {
  // as it is kept: a register gives parts back in an order of its own, and what is left out has its default
  const given: Record<string, unknown> = readDocument(name, content).document ?? content
  for (const place of setByAct[name] ?? []) {
    if (!isDeepStrictEqual(given[place], before?.[place])) throw refuseByHand(name, place)
  }
  if (
    before === undefined ||
    !(setByAct[name] ?? []).some((place) => before[place] !== undefined)
  ) {
    return
  }
  const openPlaces = name === 'agreement' ? ['endedOn'] : []
  const bare = (document: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(document).filter(
        ([place, value]) => value !== undefined && !openPlaces.includes(place),
      ),
    )
  // what has ended is not opened again, nor later: that is another agreement
  const end = before['endedOn']
  const ends = content['endedOn']
  const isReopened = typeof end === 'string' && !(typeof ends === 'string' && ends <= end)
  if (isReopened || !isDeepStrictEqual(bare(given), bare(before))) {
    throw registerRefusals.refuse('changed-after-signing', { id })
  }
}
