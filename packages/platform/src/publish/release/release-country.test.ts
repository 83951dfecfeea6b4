import { expect, test } from 'vitest'
import type { Actor, Role } from '@caudal/methods/govern'
import { addVersion } from '../../govern/registers/documents.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { createReleaseCalendar } from '../calendar/service.ts'
import { createReleaseReview } from './review.ts'
import { countriesCounted } from './release-country.ts'
import { createReleaseService, type ReleaseService } from './service.ts'
import { planOfTemplate, sheetOfSeries } from './templates.ts'

const person = (id: string, country: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  id,
  roles: roles.length === 0 ? ['statistician', 'publisher'] : roles,
  institution: `${country.toLowerCase()}-office`,
  country,
})
const ana = person('Ana', 'HND')
const berta = person('Berta', 'HND')
const gil = person('Gil', 'GTM')
const cora = person('Cora', 'PAN', 'regional-coordinator')
const clara = person('Clara', 'CRI', 'regional-coordinator')
const sol = person('Sol', 'SLV')

const flows = planOfTemplate('monthly-flows', { country: 'HND', period: '2020-01' })
const crossings = {
  ...flows,
  template: 'own',
  series: 'crossings-of-honduras',
  figures: [
    { id: 'by-mode', cube: 'movements', table: 'rows=mode&columns=direction&where=country:HND' },
  ],
}
const region = planOfTemplate('regional-overview', { period: '2020' })
const foreign = { code: 'policy.another-country' }

/** SYNTHETIC crossings that two countries have recorded, each in a dataset of its own. */
async function withBoth(work: (node: CaudalNode, service: ReleaseService) => Promise<void>) {
  await withNode(async (node) => {
    for (const country of ['HND', 'GTM']) {
      const dataset = `crossings-${country.toLowerCase()}`
      await receiveFacts(node, {
        recordType: 'movement',
        dataset,
        synthetic: true,
        sql: `select '${country}' as country, date '2020-01-01' + (i * 7 % 200)::integer as crossed_on,
            case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
            case when i % 5 = 0 then 'air' else 'land' end as mode, 'HND' as citizenship,
            case when i % 3 = 0 then 'F' else 'M' end as sex,
            20 + i % 40 as age, 1960 + i % 40 as birth_year
          from range(1200) as drawn(i)`,
      })
      const content = { owner: 'an-office', country, activity: dataset }
      await addVersion(node.register, 'dataset', dataset, content, 0, 'test')
    }
    await work(node, createReleaseService(node))
  })
}

test('a release is drafted, seen, approved and dated by its country, and by no other', async () => {
  await withBoth(async (node, service) => {
    const review = createReleaseReview(node)
    await expect(service.draft(gil, crossings)).rejects.toMatchObject({
      ...foreign,
      details: { country: 'HND', own: 'GTM' },
    })
    const place = { country: 'HND', period: '2020-01' }
    await expect(review.startDraft(gil, 'monthly-flows', place)).rejects.toMatchObject(foreign)
    const { id, owner, ownerCountry } = await service.draft(ana, crossings)
    expect([owner, ownerCountry]).toEqual(['hnd-office', 'HND'])

    expect(await service.list(gil)).toEqual([])
    expect(await service.list(berta)).toMatchObject([{ id, isOwn: true }])
    for (const act of [
      service.get(gil, id),
      review.inspect(gil, id, 'en'),
      review.readDraftFile(gil, id, 'en/index.html'),
      review.compare(gil, id, id, 'en'),
      service.verify(gil, id),
      service.approve(gil, id),
      service.reject(gil, id),
    ]) {
      await expect(act).rejects.toMatchObject(foreign)
    }
    await service.approve(berta, id)
    await expect(service.publish(gil, id)).rejects.toMatchObject(foreign)
    await service.publish(berta, id)
    await expect(service.supersede(gil, id, id)).rejects.toMatchObject(foreign)

    // of what is out everybody reads what it shows; what it hides is of its country
    expect(await service.list(gil)).toMatchObject([{ id, state: 'published', isOwn: false }])
    expect(await service.get(gil, id)).toMatchObject({ id })
    await expect(review.inspect(gil, id, 'en')).rejects.toMatchObject(foreign)
    expect((await review.inspect(berta, id, 'en')).may).toEqual({ decide: true, stop: true })
    const [refused] = await node.register.query<{ n: number }>(
      `select count(*)::integer as n from audit_entries where entry like '%another-country%'`,
    )
    expect(refused!.n).toBeGreaterThan(8)
  })
})

test('a regional coordinator decides on what a country drafted, and never alone', async () => {
  await withBoth(async (_node, service) => {
    const own = await service.draft(ana, crossings)
    expect(await service.approve(cora, own.id)).toMatchObject({ approvedBy: 'Cora' })
    const stood = await service.draft(cora, crossings)
    await expect(service.approve(clara, stood.id)).rejects.toMatchObject({
      code: 'policy.without-the-country',
      details: { country: 'HND' },
    })
    expect(await service.approve(berta, stood.id)).toMatchObject({ state: 'approved' })
  })
})

test('a release of several countries is drafted by one, stopped by each, and decided by their coordinator', async () => {
  await withBoth(async (node, service) => {
    await expect(service.draft(sol, region)).rejects.toMatchObject(foreign)
    const { id } = await service.draft(ana, region)
    expect((await createReleaseReview(node).inspect(gil, id, 'en')).counted).toEqual(['GTM', 'HND'])
    for (const colleague of [berta, gil]) {
      await expect(service.approve(colleague, id)).rejects.toMatchObject({
        code: 'policy.several-countries',
      })
    }
    await expect(service.reject(sol, id)).rejects.toMatchObject(foreign)
    await service.approve(cora, id)
    await service.publish(cora, id, '2099-01-01T00:00:00Z')
    expect(await service.reject(gil, id, 'Our figures are wrong.')).toMatchObject({
      state: 'rejected',
    })
  })
})

test('what is announced is moved and withdrawn by its country, or by a coordinator', async () => {
  await withBoth(async (node) => {
    const calendar = createReleaseCalendar(node)
    const place = { country: 'HND', period: '2020-01' }
    const announce = (actor: Actor) => calendar.announce(actor, 'monthly-flows', place, '2099-01')
    await expect(announce(gil)).rejects.toMatchObject(foreign)
    await announce(ana)
    await expect(calendar.move(gil, flows.series, '2099-02', 'x')).rejects.toMatchObject(foreign)
    await expect(calendar.withdraw(gil, flows.series, 'x')).rejects.toMatchObject(foreign)
    expect(await calendar.list(gil)).toMatchObject([{ isOwn: false, due: '2099-01' }])
    expect(await calendar.move(cora, flows.series, '2099-02', 'x')).toMatchObject([
      { isOwn: true, due: '2099-02' },
    ])
    await expect(
      calendar.announce(ana, 'regional-overview', { period: '2020' }, '2099-01'),
    ).rejects.toMatchObject({ code: 'policy.several-countries' })
    await calendar.announce(cora, 'regional-overview', { period: '2020' }, '2099-01')
    expect(await calendar.withdraw(ana, flows.series, 'x')).toHaveLength(1)
  })
})

test('a release from before, of which no institution was kept, is of the country that it counts', async () => {
  await withBoth(async (node, service) => {
    const { id } = await service.draft(ana, crossings)
    await node.register.query('alter table releases disable trigger append_only_statement')
    await node.register.query('update releases set owner = null, owner_country = null')
    await expect(service.approve(gil, id)).rejects.toMatchObject(foreign)
    expect(await service.approve(cora, id)).toMatchObject({ state: 'approved' })
    expect(await service.publish(berta, id)).toMatchObject({ state: 'published' })
  })
})

test('at the machine releases are kept for every country', async () => {
  await withBoth(async (_node, service) => {
    const { id } = await service.draft(terminalActor('statistician', 'publisher'), crossings)
    expect(await service.approve(ana, id)).toMatchObject({ ownerCountry: '', state: 'approved' })
  })
})

test('whose figures a sheet counts is told by its limits, its datasets and its name', () => {
  const countries = new Map([
    ['a', 'HND'],
    ['b', 'GTM'],
    ['c', ''],
  ])
  const counted = (table: string, datasets: readonly string[], cube = 'movements') =>
    countriesCounted(
      {
        series: 'of-our-own',
        plan: { ...flows, template: 'own', figures: [{ id: 'one', cube, table }] },
        sources: [
          {
            cube,
            snapshot: '',
            methodVersion: '',
            protection: '',
            batches: datasets.map((dataset, id) => ({ id, dataset, rows: 1, facts: [] })),
          },
        ],
      },
      countries,
    )
  expect(counted('rows=mode&where=country:SLV', ['a'])).toEqual(['SLV'])
  expect(counted('rows=mode&where=country:SLV,HND', ['a'])).toEqual(['HND', 'SLV'])
  expect(counted('rows=mode', ['a', 'b'])).toEqual(['GTM', 'HND'])
  expect(counted('rows=mode', ['a', 'c'])).toEqual(['', 'HND'])
  expect(counted('rows=mode', [])).toEqual([''])
  expect(counted('rows=origin', ['a'], 'un-migrant-stock')).toEqual([])
  expect(countriesCounted({ series: flows.series, plan: flows }, countries)).toEqual(['HND'])
  for (const { series, template } of [flows, region]) {
    expect(sheetOfSeries(series)?.template).toBe(template)
  }
  expect(sheetOfSeries('of-our-own-2020')).toBeUndefined()
})

test('a release of one country cites the sources that its records are of, and no others', async () => {
  await withBoth(async (_, service) => {
    const { id } = await service.draft(ana, crossings)
    await service.approve(berta, id)
    await service.publish(berta, id)
    const read = async (name: string) => (await service.readFile(id, name))!.content.toString()
    for (const name of ['en/index.html', 'en/by-mode.json', 'provenance.json']) {
      expect(await read(name)).toContain('Records of crossings-hnd')
      expect(await read(name)).not.toContain('Records of crossings-gtm')
    }
    expect(await service.verify(ana, id)).toMatchObject({ outcome: 'verified' })
  })
})
