import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { eraseRecords } from '../../govern/erasure/erase-records.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { getBatch, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import { withTestFolder } from '../../store/testing.ts'
import { drawRegion } from '../../synthetic/index.ts'
import { readQuality } from '../quality/service.ts'
import {
  decidePair,
  explainPair,
  explainPerson,
  readQueue,
  undoDecision,
} from '../review/service.ts'
import { readMoments } from './alternation.ts'
import { readCircles } from './circles.ts'
import { makeCards } from './cards.ts'
import { conflictsOf } from './conflicts.ts'
import { readDecided } from './decided-pairs.ts'
import { linkFreshCards } from './link-cards.ts'
import { linkAgain, linkNode, batchesByCountry } from './link-node.ts'
import { listLinkRuns, type LinkRun } from './link-runs.ts'
import { filesOf, readIdentities, relationOf } from './read-identities.ts'
import { readTruth } from './truth.ts'

const country = 'GTM'
const officer = terminalActor('linkage-officer')

describe('the person index of a node', () => {
  it(
    'links records of a country, goes on with new ones, and forgets whom it must',
    { timeout: 180_000 },
    async () => {
      await withTestFolder(async (openNode) => {
        const node = await openNode()
        const region = join(node.folder.synthetic, 'region')
        await drawRegion({
          out: region,
          persons: 1500,
          seed: 5,
          firstYear: 2018,
          lastYear: 2020,
          countries: ['GTM', 'SLV'],
          threads: 1,
        })
        await bringIn(node, region, 'movimientos')
        const [first] = await linkNode(node, { countries: [country] })
        expect(first).toMatchObject({ country, outcome: 'full' })
        await expectGoodPairs(node, first!.run, region)
        await expectAlternation(node, first!.run)
        expect((await linkNode(node, { countries: [country] }))[0]).toMatchObject({
          outcome: 'up-to-date',
          run: { id: first!.run.id },
        })

        for (const kind of ['permisos', 'residentes', 'retornados'])
          await bringIn(node, region, kind)
        const [second] = await linkNode(node)
        expect(second).toMatchObject({ outcome: 'incremental', run: { base: first!.run.id } })
        expect(second!.run.figures.freshCards).toBeLessThan(second!.run.figures.cards / 4)
        await expectSameAsAnew(node, first!.run, second!.run)
        // a run takes nothing from the one before
        const before = await getBatch(node, first!.run.id)
        expect(before.status).toBe('superseded')
        expect(
          filesOf(node, before, 'persons').every(
            (path) => readdirSync(join(path, '..')).length === 1,
          ),
        ).toBe(true)

        await expectBinding(node)
        const [quality] = await readQuality(node, officer, country)
        expect(quality!.truth!.recall).toBeGreaterThan(0.98)
        expect(quality!.truth!.groups.map(({ by }) => by)).toEqual(
          expect.arrayContaining(['sex', 'citizenship', 'names']),
        )
        expect(quality!.posts.length).toBeGreaterThan(1)
        expect(quality!.matchRate).toBeGreaterThan(0.5)
        await expectForgotten(node, (await listLinkRuns(node.register, country))[0]!)
      })
    },
  )
})

/** A decision binds the next run, cannot be contradicted, and counts no more once it is undone. */
async function expectBinding(node: CaudalNode): Promise<void> {
  const at = '2026-01-01T00:00:00Z'
  const queue = await readQueue(node, officer, country, { from: 0, count: 5 }, at)
  const [pair] = queue.pairs
  expect(pair!.together).toBe(false)
  expect(queue.cards.length).toBeGreaterThan(1)
  const sum = pair!.comparisons.reduce(
    (total, { bits }) => total + bits,
    pair!.prior + pair!.kin + pair!.crossings,
  )
  expect(sum).toBeCloseTo(pair!.weight!, 3)
  const asked = { country, one: pair!.other, other: pair!.one }
  await expect(
    decidePair(node, officer, { ...asked, kind: 'same', because: ' ' }),
  ).rejects.toMatchObject({ code: 'link.reason-missing' })
  const id = await decidePair(node, officer, { ...asked, kind: 'same', because: 'one signature' })
  await expect(
    decidePair(node, officer, { ...asked, kind: 'different', because: 'another' }),
  ).rejects.toMatchObject({ code: 'link.decided-already' })
  expect((await linkNode(node, { countries: [country] }))[0]).toMatchObject({
    outcome: 'incremental',
  })
  const bound = await explainPair(node, officer, country, pair!.one, pair!.other, at)
  expect(bound.pair).toMatchObject({ together: true, weight: null })
  const person = await explainPerson(node, officer, country, pair!.one, at)
  expect(person.cards.map(({ card }) => card)).toEqual(
    expect.arrayContaining([pair!.one, pair!.other]),
  )
  await undoDecision(node, officer, id, 'the wrong file')
  await linkNode(node, { countries: [country] })
  const free = await explainPair(node, officer, country, pair!.one, pair!.other, at)
  expect(free.pair.together).toBe(false)
  expect(free.pair.weight).toBeCloseTo(pair!.weight!, 6)
  await decidePair(node, officer, { ...asked, kind: 'different', because: 'two birth places' })
  const after = await readQueue(node, officer, country, { from: 0, count: 5 }, at)
  expect(after.pairs.some(({ one, other }) => one === pair!.one && other === pair!.other)).toBe(
    false,
  )
}

async function bringIn(node: CaudalNode, region: string, kind: string): Promise<void> {
  const types = {
    movimientos: 'movements',
    permisos: 'permits',
    residentes: 'residences',
    retornados: 'returns',
  } as Record<string, string>
  const file = join(region, 'records', `gtm-${kind}.csv`)
  const profile = join(region, 'profiles', `synthetic-${types[kind]!}-gtm.json`)
  const report = await importFile(node, terminalActor('data-officer'), { file, profile })
  expect(report.status).toBe('imported')
}

async function indexOf(node: CaudalNode, run: LinkRun): Promise<string> {
  return relationOf(filesOf(node, await getBatch(node, run.id), 'persons'))
}

/** Pairs of records of one person, as found against as true. */
async function expectGoodPairs(node: CaudalNode, run: LinkRun, region: string): Promise<void> {
  const index = await indexOf(node, run)
  await node.lake.session(async (session) => {
    await readTruth(node, session, join(region, 'truth'))
    await session.run(
      `create temp table joined as select person, truth from ${index} join link_truth using (record_id)
       where person is not null`,
    )
    const pairs = async (keys: string) => {
      const [row] = await session.rows<{ pairs: number }>(
        `select sum(c * (c - 1) / 2)::double as pairs from (select count(*) as c from joined group by ${keys})`,
      )
      return row!.pairs
    }
    const [joined] = await session.rows<{ rows: number }>('select count(*) as rows from joined')
    expect(joined!.rows).toBe(run.figures.named)
    const right = await pairs('person, truth')
    const f1 = (2 * right) / ((await pairs('person')) + (await pairs('truth')))
    expect(f1).toBeGreaterThan(0.98)
  })
}

/** The history of every person alternates, without a gap in its places, in order of its days. */
async function expectAlternation(node: CaudalNode, run: LinkRun): Promise<void> {
  const journeys = relationOf(filesOf(node, await getBatch(node, run.id), 'facts'))
  const [row] = await node.lake.rows<Record<string, number>>(
    `with history as (
       select *, lag(direction) over w as before, lag(place) over w as earlier,
         lag(crossed_on) over w as day
       from ${journeys} where place is not null window w as (partition by person order by place)
     )
     select count(*) as crossings,
       count(*) filter (direction = before) as repeated,
       count(*) filter (place <> coalesce(earlier, 0) + 1) as misplaced,
       count(*) filter (crossed_on < day) as backwards,
       count(*) filter (origin = 'inserted') as inserted,
       count(*) filter (origin = 'inserted' and (problem is not null or border_post is not null)) as odd
     from history`,
  )
  expect(row).toMatchObject({ repeated: 0, misplaced: 0, backwards: 0, odd: 0 })
  expect(row!['inserted']).toBe(run.figures.inserted)
  expect(row!['inserted']).toBeGreaterThan(0)
  expect(row!['crossings']).toBe(
    run.figures.crossings - run.figures.problems + run.figures.inserted,
  )
}

/** Comparing every record anew by the weights of the first run gives the persons of the second. */
async function expectSameAsAnew(node: CaudalNode, first: LinkRun, second: LinkRun): Promise<void> {
  const inputs = (await batchesByCountry(node)).get(country)!
  const taught = first.inputs.map(({ batch }) => batch)
  const index = await indexOf(node, second)
  const differing = await node.lake.session(async (session) => {
    await readIdentities(
      node,
      session,
      country,
      inputs,
      await readCircles(node, inputs, '2026-01-01'),
      () => {},
    )
    const cards = await makeCards(session, await indexOf(node, first), taught)
    await session.run('create temp table link_base_persons (n integer, person integer)')
    await session.run('create temp table link_base_pairs (l integer, r integer, weight double)')
    await readMoments(node, session, country, inputs)
    await readDecided(session, [])
    const { specification, model, blocking } = first
    const anew = await linkFreshCards(
      session,
      { ...cards, firstFresh: 0 },
      { specification, model, rules: blocking.rules, expectedRecall: undefined },
      () => {},
      conflictsOf(node, country, inputs),
    )
    await putPersons(session, anew.grouping.persons)
    const [row] = await session.rows<{ differing: number; records: number }>(
      `select count(*) filter (i.person <> a.number) as differing, count(*) as records
       from ${index} as i join link_card_of as c using (record_id)
       join (select n, min(card) over (partition by person) as number
             from anew join link_cards using (n)) as a on a.n = c.n`,
    )
    expect(row!.records).toBe(second.figures.named)
    return row!.differing
  })
  expect(differing).toBe(0)
}

async function putPersons(session: LakeEngine, persons: Int32Array): Promise<void> {
  await session.run('create temp table anew (n integer, person integer)')
  const n = Int32Array.from(persons, (_, at) => at)
  await session.append('anew', { columns: [n, persons], length: persons.length })
}

/** A person whose records are erased is in no run any more, and comes back with none of them. */
async function expectForgotten(node: CaudalNode, run: LinkRun): Promise<void> {
  const index = await indexOf(node, run)
  const [most] = await node.lake.rows<{ person: string; ids: string[] }>(
    `select person::varchar as person, list(record_id::varchar order by record_id) as ids
     from ${index} where record_type = 'movement' group by person order by count(*) desc, person limit 1`,
  )
  const [kept, ...ids] = most!.ids
  const movements = run.inputs.find(({ recordType }) => recordType === 'movement')!.batch
  const places = ids.map((recordId) => ({ batch: movements, recordId }))
  expect(await eraseRecords(node, places, 'request:test')).toBe(ids.length)
  for (const each of await listLinkRuns(node.register, country, ['accepted', 'superseded'])) {
    const batch = await getBatch(node, each.id)
    for (const kind of ['facts', 'persons', 'pairs'] as const) {
      const [row] = await node.lake.rows<{ held: number }>(
        `select count(*) as held from ${relationOf(filesOf(node, batch, kind))}
         where record_id::varchar in (select unnest(string_split($1, ',')))`,
        [most!.ids.join(',')],
      )
      expect([each.id, kind, row!.held]).toEqual([each.id, kind, 0])
    }
  }
  const [again] = await linkAgain(node)
  expect(again).toMatchObject({ outcome: 'incremental' })
  const [left] = await node.lake.rows<{ ids: string[] }>(
    `select list(record_id::varchar) as ids from ${await indexOf(node, again!.run)}
     where record_id::varchar in (select unnest(string_split($1, ','))) and person is not null`,
    [most!.ids.join(',')],
  )
  expect(left!.ids).toEqual([kept])
}
