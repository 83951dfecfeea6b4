import { findContradiction } from '@caudal/methods/link'
import type { Actor } from '@caudal/methods/govern'
import { personName } from '../../govern/accounts/people-named.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise, noteAllowed } from '../../govern/authorise.ts'
import type { CaudalNode } from '../../store/index.ts'
import { findLinkRun, type LinkRun } from '../persons/link-runs.ts'
import { journeysOf } from '../persons/journey-dataset.ts'
import { isOwn, ownBatches, type OwnBatches } from '../persons/own-circle.ts'
import { linkRefusals } from '../refusals.ts'
import { bandsOf, type Bands } from '../weighed-pairs.ts'
import { insertDecision, listDecisions, type LinkDecision } from './decisions.ts'
import {
  findCard,
  findListedPair,
  listCardsOf,
  listOpenPairs,
  listPairsWithin,
  type WeighedPair,
} from './listed-pairs.ts'
import { showCards, type ShownCard } from './shown-cards.ts'

/** Pairs that one page of the queue holds at most. */
const mostPairs = 50

export interface ReviewPage {
  readonly country: string
  readonly run: number
  /** Pairs that wait, in all. */
  readonly open: number
  readonly from: number
  readonly bands: Bands
  readonly pairs: readonly WeighedPair[]
  readonly cards: readonly ShownCard[]
}

/** The pairs of a country that wait for a decision, the likeliest first, with what both sides say. */
export async function readQueue(
  node: CaudalNode,
  actor: Actor,
  country: string,
  page: { readonly from: number; readonly count: number },
  at: string,
): Promise<ReviewPage> {
  await authorise(node, actor, 'link.review', `country:${country}`)
  const { run, own } = await getRun(node, actor, country)
  const decided = (await listDecisions(node.register, run.country)).filter(
    ({ undoneBy }) => undoneBy === null,
  )
  const count = Math.min(mostPairs, Math.max(1, page.count))
  const { open, pairs } = await listOpenPairs(node, run, decided, { from: page.from, count }, own)
  const cards = await readCards(node, actor, run, sidesOf(pairs), at)
  const bands = bandsOf(run.specification)
  return { country: run.country, run: run.id, open, from: page.from, bands, pairs, cards }
}

export interface PairExplanation {
  readonly country: string
  readonly run: number
  readonly bands: Bands
  readonly pair: WeighedPair
  readonly cards: readonly ShownCard[]
  readonly decisions: readonly LinkDecision[]
}

/**
 * Why two records are, or are not, one person: the weight that the run gave them, comparison by
 * comparison, and what was decided of them.
 *
 * @throws Refusal link.no-run, link.record-unknown, link.one-card, link.pair-not-listed
 */
export async function explainPair(
  node: CaudalNode,
  actor: Actor,
  country: string,
  one: string,
  other: string,
  at: string,
): Promise<PairExplanation> {
  await authorise(node, actor, 'link.review', `country:${country}`)
  const { run, own } = await getRun(node, actor, country)
  const [low, high] = await getCards(node, run, own, one, other)
  const pair = await findListedPair(node, run, low, high)
  if (pair === undefined) throw linkRefusals.refuse('pair-not-listed', { one: low, other: high })
  const cards = await readCards(node, actor, run, sidesOf([pair]), at)
  const decisions = (await listDecisions(node.register, run.country)).filter(
    (decision) => decision.one === low && decision.other === high,
  )
  const bands = bandsOf(run.specification)
  return { country: run.country, run: run.id, bands, pair, cards, decisions }
}

export interface PersonExplanation {
  readonly country: string
  readonly run: number
  readonly person: string
  readonly bands: Bands
  readonly cards: readonly ShownCard[]
  /** Pairs of these cards that the run lists, the heaviest first: the first that joins a card says why. */
  readonly pairs: readonly WeighedPair[]
  /** What the cluster was found to be, where it could not be one person and was split. */
  readonly findings: LinkRun['findings']
}

/** Why the records of a person are one person's: its cards, and the pairs that hold them together. */
export async function explainPerson(
  node: CaudalNode,
  actor: Actor,
  country: string,
  record: string,
  at: string,
): Promise<PersonExplanation> {
  await authorise(node, actor, 'link.review', `country:${country}`)
  const { run, own } = await getRun(node, actor, country)
  const found = await findCard(node, run, readNumber(record))
  if (found === undefined || !isOwn(found.card, own))
    throw linkRefusals.refuse('record-unknown', { record, country })
  const pairs = await listPairsWithin(node, run, found.person)
  const numbers = await listCardsOf(node, run, found.person)
  const cards = await readCards(node, actor, run, numbers, at)
  const known = new Set(cards.map(({ card }) => card))
  const findings = run.findings.filter(({ least }) => known.has(String(least)))
  return {
    country: run.country,
    run: run.id,
    person: found.person,
    bands: bandsOf(run.specification),
    cards,
    pairs,
    findings,
  }
}

/**
 * Decides of two records, in the name of whoever does it and for a reason: one person, or two. The
 * next run, and every later one, abides by it until it is undone.
 *
 * @throws Refusal link.decision-contradicts, link.reason-missing, link.decided-already
 */
export async function decidePair(
  node: CaudalNode,
  actor: Actor,
  given: {
    readonly country: string
    readonly one: string
    readonly other: string
    readonly kind: 'same' | 'different'
    readonly because: string
  },
): Promise<number> {
  await authorise(node, actor, 'link.review', `country:${given.country}`)
  const because = readReason(given.because)
  const { run, own } = await getRun(node, actor, given.country)
  const [one, other] = await getCards(node, run, own, given.one, given.other)
  const pair = await findListedPair(node, run, one, other)
  const { kind } = given
  return await node.register.transaction(async (transaction) => {
    // two who decide at once must see each other
    await transaction.query('select pg_advisory_xact_lock(4236830503)')
    const held = (await listDecisions(transaction, run.country)).filter(
      ({ undoneBy }) => undoneBy === null,
    )
    const same = held.find((each) => each.one === one && each.other === other)
    if (same !== undefined) throw linkRefusals.refuse('decided-already', { decision: same.id })
    const against = findContradiction(held, { one, other, kind })
    if (against !== undefined) {
      throw linkRefusals.refuse('decision-contradicts', {
        decision: against.id,
        by: against.decidedBy,
        byLabel: await personName(transaction, against.decidedBy),
      })
    }
    const id = await insertDecision(transaction, {
      country: run.country,
      kind,
      one,
      other,
      because,
      decidedBy: actor.id,
      run: run.id,
      weight: pair?.weight ?? null,
    })
    const act = actOf(actor, 'link.review', {
      purpose: 'linkage',
      subject: `decision:${id}`,
      details: { act: kind, country: run.country, run: String(run.id) },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
    return id
  })
}

/** Takes a decision back: the next run decides by the evidence again. Both stay in the register. */
export async function undoDecision(
  node: CaudalNode,
  actor: Actor,
  id: number,
  because: string,
): Promise<number> {
  await authorise(node, actor, 'link.review', `decision:${id}`)
  const reason = readReason(because)
  const own = (await readDecisions(node, actor, undefined)).some((each) => each.id === id)
  return await node.register.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(4236830503)')
    const decision = (await listDecisions(transaction)).find((each) => each.id === id)
    if (decision === undefined || !own)
      throw linkRefusals.refuse('decision-unknown', { decision: id })
    if (decision.undoneBy !== null) throw linkRefusals.refuse('undone-already', { decision: id })
    const { country, one, other, run, weight } = decision
    const undoing = await insertDecision(transaction, {
      country,
      kind: 'undone',
      one,
      other,
      undoes: id,
      because: reason,
      decidedBy: actor.id,
      run,
      weight,
    })
    const act = actOf(actor, 'link.review', {
      purpose: 'linkage',
      subject: `decision:${id}`,
      details: { act: 'undo', country },
    })
    await auditLogOf(node).appendWithin(transaction, [act])
    return undoing
  })
}

/** What was decided of a country's pairs, the newest first, undone decisions too. */
export async function readDecisions(
  node: CaudalNode,
  actor: Actor,
  country: string | undefined,
): Promise<LinkDecision[]> {
  await authorise(node, actor, 'link.review')
  const decisions = await listDecisions(node.register, country?.toUpperCase())
  const shown: LinkDecision[] = []
  for (const decision of decisions) {
    if (await isOwnDecision(node, actor, decision)) shown.push(decision)
  }
  return shown
}

/** Whether a decision is of records that whoever asks works on: those of the circle, where there are several. */
async function isOwnDecision(
  node: CaudalNode,
  actor: Actor,
  { country, one }: LinkDecision,
): Promise<boolean> {
  const run = await findLinkRun(node.register, country)
  return run === undefined || isOwn(one, await ownBatches(node, actor, run))
}

const sidesOf = (pairs: readonly WeighedPair[]) => [
  ...new Set(pairs.flatMap(({ one, other }) => [one, other])),
]

/** Reads what cards say; the log keeps how many were looked at before any is shown. */
async function readCards(
  node: CaudalNode,
  actor: Actor,
  run: LinkRun,
  numbers: readonly string[],
  at: string,
): Promise<ShownCard[]> {
  if (numbers.length === 0) return []
  await noteAllowed(node, actor, 'link.review', {
    purpose: 'linkage',
    subject: `country:${run.country}`,
    details: { act: 'read', run: String(run.id), cards: numbers.length },
  })
  const shown = await showCards(node, actor, run, numbers, at)
  return numbers.flatMap((number) => shown.get(number) ?? [])
}

/** The run of a country, and what of it is for whoever asks. */
async function getRun(
  node: CaudalNode,
  actor: Actor,
  country: string,
): Promise<{ run: LinkRun; own: OwnBatches }> {
  const run = await findLinkRun(node.register, country.toUpperCase())
  const own = run === undefined ? undefined : await ownBatches(node, actor, run)
  if (run === undefined || own?.length === 0) {
    const code = country.slice(0, 20)
    const dataset = journeysOf(code)
    throw linkRefusals.refuse('no-run', { country: code, dataset })
  }
  return { run, own }
}

/** The cards of two records, the smaller number first. */
async function getCards(
  node: CaudalNode,
  run: LinkRun,
  own: OwnBatches,
  one: string,
  other: string,
): Promise<[string, string]> {
  const cards: bigint[] = []
  for (const record of [one, other]) {
    const found = await findCard(node, run, readNumber(record))
    if (found === undefined || !isOwn(found.card, own)) {
      throw linkRefusals.refuse('record-unknown', {
        record: record.slice(0, 30),
        country: run.country,
      })
    }
    cards.push(BigInt(found.card))
  }
  const [a, b] = cards as [bigint, bigint]
  if (a === b) throw linkRefusals.refuse('one-card', { one, other })
  return a < b ? [String(a), String(b)] : [String(b), String(a)]
}

function readNumber(record: string): string {
  if (!/^\d{1,18}$/.test(record))
    throw linkRefusals.refuse('record-unknown', { record: record.slice(0, 30), country: '–' })
  return BigInt(record).toString()
}

function readReason(because: string): string {
  const reason = because.trim().slice(0, 1000)
  if (reason === '') throw linkRefusals.refuse('reason-missing')
  return reason
}
