import { resolveSettings, type BlockingRule, type LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../../store/index.ts'
import { comparePairs } from '../blocked-pairs.ts'
import type { CountedRule } from '../blocking-keys.ts'
import { chooseRules } from '../choose-rules.ts'
import { groupRecords, type Grouping, type SettledRecords } from '../grouped-records.ts'
import type { ConflictFinder } from '../impossible-clusters.ts'
import type { LinkModel } from '../link-model.ts'
import { linkRecords, type LinkProgress } from '../link-records.ts'
import { prepareRecords, type SourceTable } from '../prepared-records.ts'
import { bandsOf, weighPairs, type Bands } from '../weighed-pairs.ts'
import { learnHabits, tellByCrossings } from './alternation.ts'
import type { Cards } from './cards.ts'
import { applyDecided } from './decided-pairs.ts'
import { linkedFields, linkedSettings, observedColumns, observedSql } from './linked-fields.ts'

/** What a run learnt, or took over from its base: enough to weigh any pair again. */
export interface Learnt {
  readonly specification: LinkSpecification
  readonly model: LinkModel
  readonly rules: readonly CountedRule[]
  /** Share of pairs of one person that the rules are expected to bring about. */
  readonly expectedRecall: number | undefined
}

export interface LinkedCards extends Learnt {
  readonly bands: Bands
  readonly grouping: Grouping
}

/** Cards as linkage wants them. */
export function sourceOf(cards: Cards): SourceTable {
  return {
    columns: linkedFields.map(({ id }) => id),
    records: [cards.cards, 0],
    ...(cards.trained === cards.cards ? {} : { trained: cards.trained }),
  }
}

/**
 * Compares every card with every other, and learns how to weigh. Crossings by card stand in `link_card_moments`
 * and `link_alternation`.
 */
export async function linkAllCards(
  session: LakeEngine,
  cards: Cards,
  progress: LinkProgress,
  findConflicts?: ConflictFinder,
): Promise<LinkedCards> {
  const habits = await learnHabits(session)
  const moreEvidence = tellByCrossings(habits)
  const observed = observedColumns(await session.rows(observedSql('link_source')))
  const { specification } = resolveSettings(linkedSettings, observed, 'id', 1)
  const result = await linkRecords(session, sourceOf(cards), specification, {
    progress,
    weighed: async (model, { review }) => {
      await applyDecided(session, specification, model, review)
      await moreEvidence(session, 'link_weighed')
    },
    findConflicts,
    moreEvidence,
    counts: 'link_cards',
  })
  return { specification, ...result, model: { ...result.model, habits } }
}

/**
 * Compares new cards with all, and leaves the others as they were: pairs of two earlier cards stand in
 * `link_base_pairs` (l, r, weight), their persons in `link_base_persons` (n, person). Weighs as the
 * base did, so that the answer is the one that comparing everything anew by the same weights gives.
 */
export async function linkFreshCards(
  session: LakeEngine,
  cards: Cards,
  learnt: Learnt,
  progress: LinkProgress,
  findConflicts?: ConflictFinder,
): Promise<LinkedCards> {
  const source = sourceOf(cards)
  const blocking: readonly BlockingRule[] = learnt.rules.map(({ rule }) => rule)
  const specification = { ...learnt.specification, blocking }
  progress('prepare', 0)
  await prepareRecords(session, source, specification)
  progress('block', 0)
  const { rules } = await chooseRules(session, specification, source)
  progress('compare', 0)
  await comparePairs(
    session,
    specification,
    rules,
    (done) => progress('compare', done),
    cards.firstFresh,
  )
  const bands = bandsOf(specification)
  await weighPairs(session, specification, learnt.model, bands.review)
  await session.run('insert into link_weighed select l, r, null, weight from link_base_pairs')
  await applyDecided(session, specification, learnt.model, bands.review)
  const { habits } = learnt.model
  const moreEvidence = habits === undefined ? undefined : tellByCrossings(habits)
  await moreEvidence?.(session, 'link_weighed')
  progress('group', 0)
  const settled = await readSettled(session, cards)
  const grouping = await groupRecords(session, specification, source, learnt.model, bands, {
    settled,
    findConflicts,
    moreEvidence,
    counts: 'link_cards',
  })
  return { ...learnt, rules, bands, grouping }
}

async function readSettled(session: LakeEngine, cards: Cards): Promise<SettledRecords> {
  const persons = Int32Array.from({ length: cards.cards }, (_, n) => n)
  const touched = new Uint8Array(cards.cards)
  touched.fill(1, cards.firstFresh)
  // a known card with new records may now be in two places at once
  for await (const { columns, length } of session.numbers(
    'select n::integer as n from link_cards where grew',
  )) {
    for (let row = 0; row < length; row += 1) touched[columns[0]![row]!] = 1
  }
  for (const { l, r } of await session.rows<{ l: number; r: number }>(
    'select l, r from link_decided',
  )) {
    touched[l] = 1
    touched[r] = 1
  }
  for await (const { columns, length } of session.numbers(
    'select n::integer as n, person::integer as person from link_base_persons',
  )) {
    const [n, person] = columns
    for (let row = 0; row < length; row += 1) persons[n![row]!] = person![row]!
  }
  return { persons, touched }
}
