import { quoteText } from '@caudal/methods/collect'
import type { BatchQuality } from '../../collect/quality/batch-quality.ts'
import {
  acceptBatch,
  beginBatch,
  findBatchOfFile,
  getBatch,
  type Batch,
  type BatchRecord,
  type CaudalNode,
  type IncomingBatch,
  type LakeEngine,
} from '../../store/index.ts'
import { writeJourneys } from '../journeys/write-journeys.ts'
import type { LinkStep } from '../link-records.ts'
import { putNumbers } from '../put-numbers.ts'
import { explainedSql } from '../explained-pairs.ts'
import { makeCards, type Cards } from './cards.ts'
import { readMoments } from './alternation.ts'
import { readCircles, type Circles } from './circles.ts'
import { conflictsOf } from './conflicts.ts'
import { readDecided } from './decided-pairs.ts'
import { listDecisions, newestDecision } from '../review/decisions.ts'
import { enterJourneys, journeyDataset } from './journey-dataset.ts'
import { recordCircles } from './own-circle.ts'
import { linkAllCards, linkFreshCards, type LinkedCards } from './link-cards.ts'
import { linkedTypes, type LinkedBatches } from './linked-fields.ts'
import {
  findLinkRun,
  fingerprintOf,
  inputsOf,
  methodVersion,
  recordLinkRun,
  type LinkRun,
  type RunFigures,
} from './link-runs.ts'
import { filesOf, readIdentities, relationOf } from './read-identities.ts'

export type RunStep = 'read' | LinkStep | 'journeys'

export interface CountryOutcome {
  readonly country: string
  readonly outcome: 'full' | 'incremental' | 'up-to-date'
  readonly run: LinkRun
  /** Institutions whose records were kept apart, for want of an agreement; none where all share. */
  readonly apart: readonly string[]
}

export interface CountryOptions {
  /** Compares every record anew, and learns anew how to weigh. */
  readonly full: boolean
  readonly progress: (step: RunStep, done: number) => void
}

/**
 * Links the records that one country kept to persons and writes their journeys: a new run, which takes
 * the place of the one before whole or not at all. It goes on from that one where it can: new records
 * are compared with all, the others stay.
 */
export async function linkCountry(
  node: CaudalNode,
  country: string,
  inputs: readonly LinkedBatches[],
  options: CountryOptions,
): Promise<CountryOutcome> {
  const batches = inputs.flatMap((input) => input.batches)
  const dataset = await journeyDataset(node, country, batches)
  const before = await findLinkRun(node.register, country)
  const circles = await readCircles(node, inputs, today())
  const fingerprint = await presentFingerprint(node, country, batches, circles)
  const profile = { profileId: dataset.profile.id, profileVersion: dataset.profile.version }
  const same = await findBatchOfFile(node, {
    dataset: dataset.dataset.id,
    sha256: fingerprint,
    ...profile,
  })
  const apart = circles.names.length > 1 ? circles.names : []
  if (same !== undefined && before !== undefined && !options.full)
    return { country, outcome: 'up-to-date', run: before, apart }
  const base =
    before === undefined || options.full
      ? undefined
      : await usableBase(node, before, batches, circles)
  const batch = await beginBatch(node, 'journey')
  try {
    return await node.lake.session((session) =>
      runIn({
        node,
        session,
        country,
        inputs,
        circles,
        base,
        before,
        batch,
        dataset,
        fingerprint,
        options,
      }),
    )
  } catch (error) {
    batch.discard()
    throw error
  }
}

/** The day that agreements are asked of. */
export const today = () => new Date().toISOString().slice(0, 10)

/** What a run of a country would be made from now: the fingerprint of a run that is up to date. */
export async function presentFingerprint(
  node: CaudalNode,
  country: string,
  batches: readonly Batch[],
  circles: Circles,
): Promise<string> {
  return fingerprintOf({
    country,
    inputs: inputsOf(batches, circles),
    readers: circles.readers,
    restricted: await restrictedIds(node),
    decisions: await newestDecision(node.register, country),
  })
}

/** A batch that the node wrote met nothing on its way into the lake. */
const writtenHere: BatchQuality = {
  encoding: 'utf-8',
  byteOrderMark: false,
  packing: 'plain',
  archiveMember: null,
  format: 'parquet',
  delimiter: null,
  newColumns: [],
  absentColumns: [],
  repeatedColumns: [],
  leftOut: 0,
  findings: [],
  unmapped: [],
  unmappedCodes: 0,
  completeness: {},
  repeats: {},
}

interface Run {
  readonly node: CaudalNode
  readonly session: LakeEngine
  readonly country: string
  readonly inputs: readonly LinkedBatches[]
  readonly circles: Circles
  readonly base: LinkRun | undefined
  readonly before: LinkRun | undefined
  readonly batch: IncomingBatch
  readonly dataset: Pick<BatchRecord, 'dataset' | 'profile'>
  readonly fingerprint: string
  readonly options: CountryOptions
}

async function runIn(run: Run): Promise<CountryOutcome> {
  const { node, session, country, inputs, circles, batch, options, dataset } = run
  await readIdentities(node, session, country, inputs, circles, (done) =>
    options.progress('read', done),
  )
  const { cards, linked, base } = await linkCards(run)
  await numberPersons(session, linked)
  options.progress('journeys', 0)
  const movements = inputs.find(({ recordType }) => recordType === 'movement')?.batches ?? []
  const facts = batch.pathOf('facts', '0.parquet')
  const journeys = await writeJourneys(node, session, country, dataset.dataset.id, movements, facts)
  const index = await writeIndex(session, batch, linked)
  options.progress('journeys', 1)
  const figures: RunFigures = {
    ...journeys,
    records: cards.records,
    named: cards.named,
    cards: cards.cards,
    freshCards: cards.cards - cards.firstFresh,
    ...index.counts,
  }
  const id = batch.id
  const accepted = await acceptBatch(node, batch, {
    ...dataset,
    file: { name: `link-${country.toLowerCase()}-${id}`, sha256: run.fingerprint, bytes: 0 },
    rows: { read: journeys.rows, accepted: journeys.rows, rejected: 0, flaggedDuplicate: 0 },
    quality: writtenHere,
    files: [
      { kind: 'facts', name: '0.parquet', rows: journeys.rows },
      { kind: 'persons', name: '0.parquet', rows: index.records },
      { kind: 'pairs', name: '0.parquet', rows: index.pairs },
    ],
    ...(run.before === undefined ? {} : { supersedes: [run.before.id] }),
    within: async (transaction) => {
      await enterJourneys(transaction, dataset.dataset.id, country, circles, inputs)
      await recordLinkRun(transaction, {
        id,
        country,
        base: base?.id ?? null,
        root: base?.root ?? id,
        methodVersion,
        inputs: inputsOf(
          inputs.flatMap(({ batches }) => batches),
          circles,
        ),
        specification: linked.specification,
        model: linked.model,
        blocking: { rules: linked.rules, expectedRecall: linked.expectedRecall ?? null },
        findings: index.findings,
        figures,
      })
      await recordCircles(transaction, id, circles)
    },
  })
  const recorded = (await findLinkRun(node.register, country))!
  if (recorded.id !== accepted.id)
    throw new Error(`run ${accepted.id} of ${country} does not count`)
  const apart = circles.names.length > 1 ? circles.names : []
  return { country, outcome: base === undefined ? 'full' : 'incremental', run: recorded, apart }
}

/** Cards and what links them; from the base where it knows most of them. */
async function linkCards(run: Run): Promise<{
  readonly cards: Cards
  readonly linked: LinkedCards
  readonly base: LinkRun | undefined
}> {
  const { node, session, base, options } = run
  const conflicts = conflictsOf(node, run.country, run.inputs)
  const decisions = await listDecisions(node.register, run.country)
  if (base !== undefined) {
    const root = await rootInputs(node, base)
    const known = await getBatch(node, base.id)
    const persons = relationOf(filesOf(node, known, 'persons'))
    const cards = await makeCards(session, persons, root)
    // where more is new than was known, what the base learnt says too little of it
    if (cards.firstFresh > 0 && cards.cards <= 2 * cards.trained) {
      await readBase(session, persons, relationOf(filesOf(node, known, 'pairs')))
      const learnt = {
        specification: base.specification,
        model: base.model,
        rules: base.blocking.rules,
        expectedRecall: base.blocking.expectedRecall ?? undefined,
      }
      await readMoments(node, session, run.country, run.inputs)
      await readDecided(session, decisions)
      const linked = await linkFreshCards(session, cards, learnt, options.progress, conflicts)
      return { cards, linked, base }
    }
  }
  const cards = await makeCards(session, undefined, undefined)
  await readMoments(node, session, run.country, run.inputs)
  await readDecided(session, decisions)
  const linked = await linkAllCards(session, cards, options.progress, conflicts)
  return { cards, linked, base: undefined }
}

/** Batches that taught the root of a run how to weigh. */
async function rootInputs(node: CaudalNode, base: LinkRun): Promise<number[]> {
  const [root] = await node.register.query<{ inputs: LinkRun['inputs'] }>(
    'select inputs from link_runs where batch = $1',
    [base.root],
  )
  return root!.inputs.map(({ batch }) => batch)
}

/** What the base knows, by the places of the cards of this run. */
async function readBase(session: LakeEngine, persons: string, pairs: string): Promise<void> {
  await session.run(
    `create or replace temp table link_base_persons as
     select n, min(n) over (partition by person) as person from (
       select distinct c.n, b.person from ${persons} as b join link_cards as c on c.card = b.card)`,
  )
  await session.run(
    `create or replace temp table link_base_pairs as
     select least(a.n, b.n) as l, greatest(a.n, b.n) as r, p.weight - p.crossings as weight from ${pairs} as p
     join link_cards as a on a.card = p.record_id join link_cards as b on b.card = p.other_id`,
  )
}

/** Makes `link_person_of` (record_id, person) and `link_person_number` (person, number). */
async function numberPersons(session: LakeEngine, { grouping }: LinkedCards): Promise<void> {
  const joined: number[] = []
  grouping.persons.forEach((person, n) => {
    if (person !== n) joined.push(n)
  })
  await putNumbers(
    session,
    'link_joined',
    joined,
    joined.map((n) => grouping.persons[n]!),
  )
  await session.run(
    `create or replace temp table link_person_of as
     select c.record_id, c.record_type, c.n, c.card, coalesce(j.number, c.n) as person
     from link_card_of as c left join link_joined as j on j.n = c.n`,
  )
  await session.run(
    `create or replace temp table link_person_number as
     select person, min(card) as number from link_person_of group by person`,
  )
}

async function writeIndex(session: LakeEngine, batch: IncomingBatch, linked: LinkedCards) {
  const [persons, pairs] = (['persons', 'pairs'] as const).map((kind) =>
    quoteText(batch.pathOf(kind, '0.parquet')),
  )
  const types = linkedTypes.map((type, at) => `when ${at} then ${quoteText(type)}`).join(' ')
  await session.run(
    `copy (
       select r.record_id, case r.record_type ${types} end as record_type, p.card, n.number as person
       from link_rows as r left join link_person_of as p using (record_id)
       left join link_person_number as n using (person) order by r.record_id
     ) to ${persons!} (format parquet, compression zstd)`,
  )
  await session.run(
    `copy (
       select a.card as record_id, b.card as other_id, w.weight, w.levels, w.bits,
         coalesce(t.bits, 0)::float as crossings,
         coalesce(x.number, w.l) = coalesce(y.number, w.r) as together
       from (${explainedSql(linked.specification, linked.model, 'select l, r, weight from link_weighed')}) as w
       join link_cards as a on a.n = w.l join link_cards as b on b.n = w.r
       left join link_joined as x on x.n = w.l left join link_joined as y on y.n = w.r
       left join link_told as t on t.l = w.l and t.r = w.r
       order by 1, 2
     ) to ${pairs!} (format parquet, compression zstd)`,
  )
  const [counts] = await session.rows<
    Pick<RunFigures, 'persons' | 'matched' | 'accepted' | 'review'> & {
      records: number
      pairs: number
    }
  >(
    `select (select count(*) from link_person_number) as persons,
       (select coalesce(sum(c), 0)::bigint from (
          select count(*) as c from link_person_of group by person having c > 1)) as matched,
       (select count(*) from link_rows) as records,
       count(*) as pairs, count(*) filter (together) as accepted,
       count(*) filter (not together and weight >= ${linked.bands.review}) as review
     from read_parquet(${pairs!})`,
  )
  const { records, pairs: written, ...figures } = counts!
  const least = linked.grouping.findings.map((finding) => finding.least)
  const numbers = await session.rows<{ n: number; card: number }>(
    `select n, card from link_cards where n in (${[-1, ...least].join(', ')})`,
  )
  const cardOf = new Map(numbers.map(({ n, card }) => [n, card]))
  const findings = linked.grouping.findings.map((finding) => ({
    ...finding,
    least: cardOf.get(finding.least)!,
  }))
  return { counts: figures, records, pairs: written, findings }
}

/** The run to go on from, where everything that it was made from still counts. */
async function usableBase(
  node: CaudalNode,
  before: LinkRun,
  batches: readonly Batch[],
  circles: Circles,
): Promise<LinkRun | undefined> {
  if (before.methodVersion !== methodVersion) return undefined
  // records that came under another agreement, or lost theirs, are compared anew
  const moved = before.inputs.some(
    ({ batch, circle }) => circles.ofBatch.has(batch) && circles.ofBatch.get(batch) !== circle,
  )
  if (moved) return undefined
  const present = new Set(batches.map(({ id }) => id))
  if (before.inputs.some(({ batch }) => !present.has(batch))) return undefined
  const root = await rootInputs(node, before)
  if (root.some((id) => !present.has(id))) return undefined
  const restricted = await restrictedIds(node)
  if (restricted.length === 0) return before
  const known = relationOf(filesOf(node, await getBatch(node, before.id), 'persons'))
  const [row] = await node.lake.rows<{ held: number }>(
    `select count(*) as held from ${known} where record_id::varchar in (select unnest(string_split($1, ',')))`,
    [restricted.join(',')],
  )
  return row!.held === 0 ? before : undefined
}

async function restrictedIds(node: CaudalNode): Promise<string[]> {
  const rows = await node.register.query<{ id: string }>(
    'select distinct record_id as id from restricted_records where lifted_at is null order by 1',
  )
  return rows.map(({ id }) => id)
}
