import { expect, it } from 'vitest'
import type { Actor, Sight } from '@caudal/methods/govern'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { withdraw } from '../../collect/institution/service.ts'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion, findDocument } from '../../govern/registers/documents.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { getBatch, withSight, type CaudalNode } from '../../store/index.ts'
import { describeOnBothRegisters, describeOnPostgres } from '../../store/testing.ts'
import {
  decidePair,
  explainPerson,
  readDecisions,
  readQueue,
  undoDecision,
} from '../review/service.ts'
import { drawFrom, drawSpanishFamily } from '../testing-person-names.ts'
import { linkNode } from './link-node.ts'
import type { LinkRun } from './link-runs.ts'
import { readLinkage } from './service.ts'
import { filesOf, relationOf } from './read-identities.ts'

/** SYNTHETIC travellers, each with the names of a card. */
const travellers = (() => {
  const random = new Xoshiro128(11)
  return Array.from({ length: 80 }, (_, i) => ({
    nombres: `${drawFrom('mujeres', random)} ${drawFrom('mujeres', random)}`,
    apellidos: `${drawSpanishFamily(random)} ${drawSpanishFamily(random)}`,
    nacimiento: `${String(1 + random.below(28)).padStart(2, '0')}/0${1 + random.below(9)}/${1950 + random.below(50)}`,
    documento: `P${1000 + i * 37}`,
  }))
})()

/** A line of each traveller of some, on a day, with what is written differently there. */
const lines = (
  day: string,
  who: readonly number[],
  changes: Partial<Record<string, string>> = {},
) => who.map((at) => crossing({ ...travellers[at]!, fecha: day, ...changes }))

const everybody = travellers.map((_, at) => at)

async function receive(
  node: CaudalNode,
  name: string,
  rows: readonly string[],
  supersedes?: readonly number[],
  dataset?: string,
): Promise<number> {
  const { file, profile } = writeImport(crossings(...rows), {
    name,
    ...(dataset !== undefined && { profile: crossingsProfile({ id: dataset, dataset }) }),
  })
  const report = await importFile(node, keeper, {
    file,
    profile,
    ...(supersedes === undefined ? {} : { supersedes }),
  })
  return report.batch
}

/** How many persons a run has, of which records, and how many records no batch that counts holds. */
async function indexed(node: CaudalNode, run: LinkRun) {
  const index = relationOf(filesOf(node, await getBatch(node, run.id), 'persons'))
  const [row] = await node.lake.rows<{ persons: number; records: number; batches: number[] }>(
    `select count(distinct person) as persons, count(*) as records,
       list_sort(list_distinct(list((record_id >> 36)::integer))) as batches from ${index}`,
  )
  return row!
}

const linkOnce = async (node: CaudalNode, full = false) => (await linkNode(node, { full }))[0]!

describeOnBothRegisters('Linkage of batches that change', (openNode) => {
  it('goes on with a new batch, and begins anew where one that it was made from counts no more', async () => {
    const node = await openNode()
    const first = await receive(node, 'enero.csv', lines('05/01/2020', everybody))
    const whole = await linkOnce(node)
    expect(whole).toMatchObject({ outcome: 'full', run: { figures: { persons: 80 } } })

    // a second file: half of them again, written otherwise, and nobody else
    const half = everybody.filter((at) => at % 2 === 0)
    const written = half.map((at) => {
      const { nombres, apellidos } = travellers[at]!
      return crossing({
        ...travellers[at]!,
        fecha: '09/02/2020',
        sentido: 'S',
        nombres: nombres.split(' ')[0]!,
        apellidos: apellidos.toUpperCase(),
      })
    })
    const second = await receive(node, 'febrero.csv', written)
    const more = await linkOnce(node)
    expect(more).toMatchObject({ outcome: 'incremental', run: { base: whole.run.id } })
    expect(await indexed(node, more.run)).toEqual({
      persons: 80,
      records: 120,
      batches: [first, second],
    })

    // the second file comes again, corrected: three of its travellers were not in it
    const kept = written.slice(3)
    const corrected = await receive(node, 'febrero-2.csv', kept, [second])
    const anew = await linkOnce(node)
    expect(anew.outcome).toBe('full')
    expect(await indexed(node, anew.run)).toEqual({
      persons: 80,
      records: 117,
      batches: [first, corrected],
    })
    expect((await getBatch(node, more.run.id)).status).toBe('superseded')
    // the earlier run stays as it was
    expect((await indexed(node, more.run)).records).toBe(120)

    await withdraw(node, keeper, first, 'the file of another office')
    const rest = await linkOnce(node)
    expect(rest.outcome).toBe('full')
    expect(await indexed(node, rest.run)).toEqual({
      persons: kept.length,
      records: kept.length,
      batches: [corrected],
    })
    expect((await linkOnce(node)).outcome).toBe('up-to-date')
  })

  it('a line that stands twice in a file, and a file that repeats another, add no person', async () => {
    const node = await openNode()
    const rows = lines('05/01/2020', everybody)
    await receive(node, 'enero.csv', [...rows, ...rows.slice(0, 10)])
    const once = await linkOnce(node)
    expect(once.run.figures.persons).toBe(80)
    await receive(node, 'otra.csv', lines('06/01/2020', everybody, { sentido: 'S' }))
    const twice = await linkOnce(node)
    expect(twice).toMatchObject({ outcome: 'incremental', run: { figures: { persons: 80 } } })
    // cards that say the same are compared once: nothing new was to be compared
    expect(twice.run.figures.freshCards).toBe(0)
  })
})

const officer = (institution: string): Actor => ({
  kind: 'person',
  id: 'rosa',
  roles: ['linkage-officer'],
  institution,
  country: 'HND',
  undertakingUntil: '2099-12-31',
})

/** Does something as an officer of an institution, who comes upon its rows alone. */
function as<Result>(institution: string, work: (actor: Actor) => Promise<Result>): Promise<Result> {
  const sight: Sight = { of: 'institution', institution, country: '', actor: 'rosa' }
  return withSight(sight, () => work(officer(institution)))
}

const at = '2026-01-01T00:00:00Z'

const queueAs = (node: CaudalNode, institution: string) =>
  as(institution, (actor) => readQueue(node, actor, 'HND', { from: 0, count: 50 }, at))

describeOnPostgres('The journeys of an institution', (postgres) => {
  it('of several that share with none, each sees the run, and in it the records of its circle', async () => {
    const node = await postgres.openNode()
    const half = (even: boolean) =>
      everybody.filter((traveller) => traveller % 2 === (even ? 0 : 1))
    for (const [dataset, owner, even] of [
      ['crossings', 'hn-inm', true],
      ['papers', 'hn-ine', false],
    ] as const) {
      // each again without a document, with less and less besides: some are asked about
      const doubtful = half(even).map((traveller) => {
        const { nombres, apellidos, nacimiento } = travellers[traveller]!
        const year = nacimiento.slice(-4)
        const [given, family] = [nombres.split(' ')[0]!, apellidos.split(' ')[0]!]
        const less = [
          { apellidos: family, nacimiento: '' },
          { nombres: given, apellidos: family, nacimiento: `01/01/${year}` },
          { nacimiento: '' },
          { nombres: given, nacimiento: '17/12/1947' },
          { nombres: given, nacimiento: `01/12/${year}` },
        ][Math.floor(traveller / 2) % 5]!
        return crossing({
          nombres,
          apellidos,
          ...less,
          fecha: '09/02/2020',
          documento: '',
        })
      })
      const rows = [...lines('05/01/2020', half(even)), ...doubtful]
      await receive(node, `${dataset}.csv`, rows, undefined, dataset)
      const owned = { owner, country: 'HND', activity: 'crossings' }
      await addVersion(node.register, 'dataset', dataset, owned, 0, 'berta')
    }
    const { run } = await linkOnce(node)
    expect(await findDocument(node.register, 'dataset', 'journeys-hnd')).toBeUndefined()
    const all = await readQueue(
      node,
      terminalActor('linkage-officer'),
      'HND',
      { from: 0, count: 50 },
      at,
    )
    const [ours, theirs] = [await queueAs(node, 'hn-inm'), await queueAs(node, 'hn-ine')]
    expect(ours.run).toBe(run.id)
    expect(ours.open).toBeGreaterThan(0)
    expect(theirs.open).toBeGreaterThan(0)
    expect(ours.open + theirs.open).toBe(all.open)
    await expect(queueAs(node, 'hn-other')).rejects.toMatchObject({ code: 'link.no-run' })

    // what one decides the other neither sees nor takes back, nor comes upon its records
    const [pair] = ours.pairs
    const { one, other } = pair!
    const given = { country: 'HND', one, other, kind: 'same', because: 'one face' } as const
    const decision = await as('hn-inm', (actor) => decidePair(node, actor, given))
    const decided = (institution: string) =>
      as(institution, (actor) => readDecisions(node, actor, 'HND'))
    expect((await decided('hn-inm')).map(({ id }) => id)).toEqual([decision])
    expect(await decided('hn-ine')).toEqual([])
    await expect(
      as('hn-ine', (actor) => undoDecision(node, actor, decision, 'no')),
    ).rejects.toMatchObject({ code: 'link.decision-unknown' })
    await expect(
      as('hn-ine', (actor) => explainPerson(node, actor, 'HND', one, at)),
    ).rejects.toMatchObject({ code: 'link.record-unknown' })
    const states = await as('hn-inm', (actor) => readLinkage(node, actor))
    expect(states.countries).toMatchObject([{ waiting: ours.open - 1, stale: true }])
    expect((await as('hn-ine', (actor) => readLinkage(node, actor))).countries).toMatchObject([
      { waiting: theirs.open, stale: false },
    ])
    // it binds the next run
    const next = await linkOnce(node)
    const both = await as('hn-inm', (actor) => explainPerson(node, actor, 'HND', one, at))
    expect(both.run).toBe(next.run.id)
    expect(both.cards.map(({ card }) => card)).toEqual(expect.arrayContaining([one, other]))
  })

  it('enter the register of datasets with a run, for its officers and for nobody else’s', async () => {
    const node = await postgres.openNode()
    const owned = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }
    await receive(node, 'enero.csv', lines('05/01/2020', everybody))
    await addVersion(node.register, 'dataset', 'crossings', owned, 0, 'berta')
    await linkOnce(node)
    const entered = await findDocument(node.register, 'dataset', 'journeys-hnd')
    expect(entered).toMatchObject({ content: owned, version: 1 })
    expect((await queueAs(node, 'hn-inm')).country).toBe('HND')
    await expect(queueAs(node, 'hn-other')).rejects.toMatchObject({ code: 'link.no-run' })

    // what people put in the register stays as they put it, whatever is linked later
    const other = { ...owned, owner: 'hn-ine' }
    await addVersion(node.register, 'dataset', 'journeys-hnd', other, 1, 'berta')
    await receive(node, 'febrero.csv', lines('09/02/2020', everybody, { sentido: 'S' }))
    await linkOnce(node)
    expect(await findDocument(node.register, 'dataset', 'journeys-hnd')).toMatchObject({
      content: other,
      version: 2,
    })
    await expect(queueAs(node, 'hn-inm')).rejects.toMatchObject({ code: 'link.no-run' })
  })

  it('are seen by whoever the others share with too, and not by whoever only gives records', async () => {
    const node = await postgres.openNode()
    for (const [dataset, owner, day] of [
      ['crossings', 'hn-inm', '05/01/2020'],
      ['papers', 'hn-ine', '09/02/2020'],
    ] as const) {
      await receive(node, `${dataset}.csv`, lines(day, everybody), undefined, dataset)
      const owned = { owner, country: 'HND', activity: 'crossings' }
      await addVersion(node.register, 'dataset', dataset, owned, 0, 'berta')
    }
    const share = async (from: string, to: string) => {
      const fields = ['given_names', 'family_names', 'birth_date', 'document_number']
      const signed = { by: 'berta', on: '2020-01-01' }
      const content = {
        title: 'Names for linkage',
        provider: { institution: from, country: 'HND' },
        recipient: { institution: to, country: 'HND' },
        purposes: ['linkage' as const],
        fields: { movement: fields },
        from: '2020-01-01',
        until: '2099-12-31',
        retentionDays: 30,
        signedByProvider: signed,
        signedByRecipient: signed,
      }
      await addVersion(node.register, 'agreement', `${from}-${to}`, content, 0, 'berta')
    }
    await share('hn-ine', 'hn-inm')
    const given = await linkOnce(node)
    expect(new Set(given.run.inputs.map(({ circle }) => circle))).toEqual(new Set(['hn-inm']))
    expect((await queueAs(node, 'hn-inm')).run).toBe(given.run.id)
    await expect(queueAs(node, 'hn-ine')).rejects.toMatchObject({ code: 'link.no-run' })

    const told = async (institution: string) =>
      (await as(institution, (actor) => readLinkage(node, actor))).countries
    expect(await told('hn-ine')).toMatchObject([
      { country: 'HND', run: null, elsewhere: given.run.madeAt, waiting: 0, stale: false },
    ])
    expect(await told('hn-inm')).toMatchObject([{ run: { id: given.run.id }, elsewhere: null }])

    // once the other gives its records too, both see what was linked
    await share('hn-inm', 'hn-ine')
    const mutual = await linkOnce(node)
    expect(mutual.run.id).toBeGreaterThan(given.run.id)
    const middle = mutual.run.inputs[0]!.circle
    for (const institution of ['hn-inm', 'hn-ine'])
      expect((await queueAs(node, institution)).run, middle).toBe(mutual.run.id)
    await expect(queueAs(node, 'hn-other')).rejects.toMatchObject({ code: 'link.no-run' })
  })
})
