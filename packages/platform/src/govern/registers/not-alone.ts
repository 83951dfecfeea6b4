import type { Actor, RegisterDocument, RegisterName } from '@caudal/methods/govern'
import type { Queryable } from '../../store/index.ts'
import { accountRefusals } from '../accounts/refusals.ts'
import { findDocument, listVersions, refuseUnknown } from './documents.ts'
import { registerRefusals } from './refusals.ts'

type Content<Name extends RegisterName> = RegisterDocument<Name>

/**
 * What nobody writes where he or she is the one whom it is about: that one has signed an undertaking oneself, that a
 * breach which one has entered is over, what is answered to a complaint about what one has decided. Whoever works at the
 * machine has no account and did none of it, so that a node with one protection officer is not stuck.
 *
 * @throws {Refusal} govern.accounts.needs-person, registers.own-undertaking, registers.own-breach, registers.own-decision, registers.document-unknown
 * @see docs/decisions/0116-nobody-answers-for-oneself.md
 */
export async function checkNotAlone(
  register: Queryable,
  name: RegisterName,
  id: string,
  given: Content<RegisterName>,
  before: Content<RegisterName> | undefined,
  actor: Actor,
): Promise<void> {
  if (actor.kind === 'token' && isOfPersons(name, given, before)) {
    throw accountRefusals.refuse('needs-person')
  }
  switch (name) {
    case 'undertaking':
      return await checkUndertaking(register, given as Content<'undertaking'>, actor)
    case 'breach':
      return await checkClosing(
        register,
        id,
        given as Content<'breach'>,
        before as Content<'breach'> | undefined,
        actor,
      )
    case 'complaint':
      return await checkAnswer(
        register,
        id,
        given as Content<'complaint'>,
        before as Content<'complaint'> | undefined,
        actor,
      )
    default:
  }
}

/** What rests on a second pair of eyes, or on having seen somebody: no program has done it. */
function isOfPersons(
  name: RegisterName,
  given: Content<RegisterName>,
  before: Content<RegisterName> | undefined,
): boolean {
  if (name === 'undertaking') return true
  const places = ofPersons[name] ?? []
  const valueOf = (content: object | undefined, place: string) =>
    (content as Readonly<Record<string, unknown>> | undefined)?.[place]
  const isSettled = name === 'request' && valueOf(given, 'state') === 'refused'
  return isSettled || places.some((place) => valueOf(given, place) !== valueOf(before, place))
}

const ofPersons: Readonly<Partial<Record<RegisterName, readonly string[]>>> = {
  request: ['identityCheckedBy'],
  breach: ['closedAt'],
  complaint: ['answeredOn', 'answer'],
}

/** By whatever names the account, as `undertaking_until` reads it. */
async function checkUndertaking(
  register: Queryable,
  { account }: Content<'undertaking'>,
  actor: Actor,
): Promise<void> {
  const [row] = await register.query<{ own: boolean }>(
    `select exists (select 1 from accounts
       where id::text = $1 and lower(trim($2)) in (id::text, name_key)) as own`,
    [actor.id, account],
  )
  if (row!.own || account.trim() === actor.id) throw registerRefusals.refuse('own-undertaking')
}

async function checkClosing(
  register: Queryable,
  id: string,
  { closedAt }: Content<'breach'>,
  before: Content<'breach'> | undefined,
  actor: Actor,
): Promise<void> {
  if (closedAt === undefined || closedAt === before?.closedAt) return
  const first = before && (await listVersions(register, 'breach', id)).at(-1)
  if ((first?.changedBy ?? actor.id) === actor.id) throw registerRefusals.refuse('own-breach')
}

async function checkAnswer(
  register: Queryable,
  id: string,
  given: Content<'complaint'>,
  before: Content<'complaint'> | undefined,
  actor: Actor,
): Promise<void> {
  if (given.request !== undefined && given.request !== before?.request) {
    const known = await findDocument(register, 'request', given.request)
    if (known === undefined) {
      throw refuseUnknown('request', given.request)
    }
  }
  if (given.answer === before?.answer && given.answeredOn === before?.answeredOn) return
  const earlier = before === undefined ? [] : await listVersions(register, 'complaint', id)
  // what it was about when it came in counts, whatever was taken out of it since
  const about = new Set(
    [given, ...earlier.map(({ content }) => content)].map((each) => each.request),
  )
  for (const request of about) {
    if (request === undefined) continue
    for (const { content, changedBy } of await listVersions(register, 'request', request)) {
      const isDecided = content.state === 'done' || content.state === 'refused'
      if (isDecided && changedBy === actor.id) throw registerRefusals.refuse('own-decision')
    }
  }
}
