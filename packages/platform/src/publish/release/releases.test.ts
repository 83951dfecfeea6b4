import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '@caudal/methods/vocabulary'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { createPublishService } from '../service.ts'
import { readPlan } from './plan.ts'
import { releaseFolder } from './release-folder.ts'
import { createReleaseService } from './service.ts'
import { planOfTemplate } from './templates.ts'

const person = (id: string) => publisherOf('SLV', id)
const ana = person('Ana')
const bea = person('Bea')
const cyd = person('Cyd')

/** SYNTHETIC crossings of six months; a few of them by rare nationalities and modes. */
const crossings = `select 'SLV' as country, case when i < 2 then date '2019-03-10' + i::integer else date '2019-01-01' + (i * 7919 % 181)::integer end as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i % 97 = 0 then 'sea' when i % 5 = 0 then 'air' else 'land' end as mode,
    case when i < 2 then 'FRA' when i % 7 = 0 then 'HND' when i % 3 = 0 then 'GTM' else 'SLV' end as citizenship,
    case when i * 31 % 11 < 5 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
    1941 + i * 13 % 60 as birth_year
  from range(4000) as drawn(i)`

const plan = {
  series: 'flows-march',
  title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
  rules: { threshold: 3, pPercent: 10 },
  figures: [
    {
      id: 'by-citizenship',
      cube: 'movements',
      table: 'rows=citizenship&columns=direction&where=country:SLV;time:2019-03',
    },
    {
      id: 'by-mode',
      cube: 'movements',
      table: 'rows=mode&columns=direction&where=country:SLV;time:2019-03',
    },
  ],
}

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}

const revisionsOf = async (node: CaudalNode, cube: string, where: string) =>
  (await (await createPublishService(node).getRevisions(cube, where, 'en')).answer()).revisions

async function withRecords<Result>(work: (node: CaudalNode) => Promise<Result>): Promise<Result> {
  return withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'a',
      synthetic: true,
      sql: crossings,
    })
    return work(node)
  })
}

describe('a release', () => {
  test('is drafted, approved by another, embargoed, published, verified and replaced', async () => {
    await withRecords(async (node) => {
      let now = new Date('2026-01-01T00:00:00Z')
      const service = createReleaseService(node, { now: () => now })
      const draft = await service.draft(ana, plan)
      expect(draft).toMatchObject({ id: 'flows-march-v1', state: 'draft', draftedBy: 'Ana' })
      expect(draft.findings[0]!.hidden).toBeGreaterThan(0)

      expect((await refusalOf(service.approve(person(' ána '), draft.id))).code).toBe(
        'release.four-eyes',
      )
      expect((await refusalOf(service.publish(bea, draft.id))).code).toBe('release.wrong-state')
      expect((await service.approve(bea, draft.id)).approvedBy).toBe('Bea')

      const late = await service.publish(bea, draft.id, '2026-03-01T00:00:00Z')
      expect(late.state).toBe('scheduled')
      expect(await service.readFile(draft.id, 'en/by-mode.csv')).toBeUndefined()
      await service.publish(bea, draft.id, '2026-02-01T00:00:00-06:00')
      now = new Date('2026-02-01T06:00:00Z')
      expect((await service.get(ana, draft.id)).state).toBe('published')

      const csv = (await service.readFile(draft.id, 'en/by-citizenship.csv'))!.content.toString()
      expect(csv).toMatch(/FRA,France,\w+,\w+,crossings,Crossings,,suppressed/)
      expect(csv).not.toMatch(/primary|secondary/)
      const page = (await service.readFile(draft.id, 'es/index.html'))!.content.toString()
      expect(page).toContain('SYNTHETIC')
      expect(page).not.toMatch(/<script/)
      expect(await service.readFile(draft.id, '../working.json')).toBeUndefined()
      expect(await service.verify(ana, draft.id)).toMatchObject({ outcome: 'verified' })

      const second = await service.draft(bea, plan)
      await service.approve(ana, second.id)
      await service.publish(ana, second.id)
      expect(await service.get(ana, draft.id)).toMatchObject({
        state: 'superseded',
        successor: 'flows-march-v2',
      })
      expect(await service.readFile(draft.id, 'archive.zip')).toBeDefined()
    })
  })

  test('that two decide on at once is decided by the first; the other is told so', async () => {
    await withRecords(async (node) => {
      const service = createReleaseService(node)
      const { id } = await service.draft(ana, plan)
      const both = await Promise.allSettled([service.approve(bea, id), service.approve(cyd, id)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
      expect(refused.reason).toMatchObject({
        code: 'release.wrong-state',
        details: { state: 'approved' },
      })
      const { events } = await service.get(ana, id)
      expect(events.map(({ kind }) => kind)).toEqual(['approved'])
    })
  })

  test('whose file was touched differs; whose records were erased cannot be counted again', async () => {
    await withRecords(async (node) => {
      const service = createReleaseService(node)
      const { id } = await service.draft(ana, plan)
      await node.register.query(
        `update batches set files = replace(replace(files::text, '"rows": 4000', '"rows": 3998'), '"sha256": "', '"sha256": "f')::jsonb`,
      )
      expect(await service.verify(ana, id)).toEqual({
        outcome: 'not-recomputable',
        erased: [{ batch: 1, records: 2 }],
      })
      writeFileSync(join(releaseFolder(node, id), 'public/en/by-mode.csv'), 'mode,value\n')
      expect(await service.verify(ana, id)).toEqual({
        outcome: 'differs',
        differences: [{ file: 'en/by-mode.csv', kind: 'altered' }],
      })
      expect((await refusalOf(service.approve(bea, id))).code).toBe('release.files-damaged')
    })
  })

  test('that corrects one record hides what tells it, and nothing else, and can be published', async () => {
    await withRecords(async (node) => {
      const service = createReleaseService(node)
      const first = await service.draft(ana, plan)
      await service.approve(bea, first.id)
      await service.publish(bea, first.id)
      const late = {
        country: 'SLV',
        crossed_on: '2019-03-04',
        direction: 'arrival',
        mode: 'land',
        citizenship: 'SLV',
        sex: 'F',
        age: 40,
        birth_year: 1979,
      }
      await receiveFacts(node, { recordType: 'movement', dataset: 'b', records: [late] })
      const second = await service.draft(ana, plan)
      expect(second.findings[0]!.revisions!.map(([cell]) => cell)).toContain(
        'citizenship=SLV|country=SLV|direction=arrival|time=month:2019-03',
      )
      await service.approve(bea, second.id)
      await service.publish(bea, second.id)
      const read = async (id: string, figure: string) =>
        (await service.readFile(id, `en/${figure}.csv`))!.content.toString().split('\r\n')
      const [before, after] = [await read(first.id, 'by-mode'), await read(second.id, 'by-mode')]
      const changed = after.filter((line, at) => line.split(',')[6] !== before[at]!.split(',')[6])
      expect(changed.length).toBeGreaterThan(0)
      for (const line of changed) expect(line).toContain(',,suppressed')
      expect(after.some((line) => /^air,.*,departure,.*,\d+,,/.test(line))).toBe(true)
      expect(await service.verify(ana, second.id)).toMatchObject({ outcome: 'verified' })

      await buildCubes(node, statistician, { only: ['movements'] })
      const where = 'country:SLV;time.month:2019-03;direction:'
      const hidden = await revisionsOf(node, 'movements', `${where}arrival;citizenship:SLV`)
      expect(hidden).toMatchObject([
        { release: first.id, vintage: 1, superseded: true, status: null },
        { release: second.id, vintage: 2, superseded: false, value: null, status: 'suppressed' },
      ])
      const same = await revisionsOf(node, 'movements', `${where}departure;mode:air`)
      expect(same[0]!.value).toBeGreaterThan(0)
      expect(same.map(({ value }) => value)).toEqual([same[0]!.value, same[0]!.value])
      // A total is a cell too; what no release shows has no revisions, nor has a sum of several cells.
      expect(await revisionsOf(node, 'movements', `${where}departure`)).toHaveLength(2)
      expect(await revisionsOf(node, 'movements', 'country:SLV;time.year:2019')).toEqual([])
      expect(await revisionsOf(node, 'movements', `${where}departure;mode:air,land`)).toEqual([])
    })
  })

  test('of public figures tells what a number was in each vintage, and what it is', async () => {
    await withNode(async (node) => {
      const stock = (value: number, supersedes: readonly number[] = []) =>
        receiveFacts(node, {
          recordType: 'observation',
          dataset: 'un-migrant-stock-2019',
          supersedes,
          records: [
            {
              measure: 'migrant-stock',
              period: '2019',
              ref_area: 'CRI',
              counterpart_area: 'NIC',
              value,
            },
          ],
        })
      const service = createReleaseService(node)
      const publish = async () => {
        const { id } = await service.draft(ana, {
          ...plan,
          series: 'stocks',
          figures: [
            {
              id: 'by-origin',
              cube: 'un-migrant-stock',
              table: 'rows=origin&columns=time&where=destination:CRI',
            },
          ],
        })
        await service.approve(bea, id)
        await service.publish(bea, id)
      }
      const { id } = await stock(300)
      await publish()
      await stock(310, [id])
      await publish()
      await buildCubes(node, statistician, { only: ['un-migrant-stock'] })
      const where = 'time:2019;origin.country:NIC;destination.country:CRI'
      expect(await revisionsOf(node, 'un-migrant-stock', where)).toMatchObject([
        { vintage: 1, value: 300, title: 'Flows' },
        { vintage: 2, value: 310 },
      ])
      await expect(revisionsOf(node, 'un-migrant-stock', 'planet:X')).rejects.toThrow(Refusal)
    })
  })
})

describe('asylum by nationality', () => {
  test('is hidden in every release, however many the persons are', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'a',
        synthetic: true,
        sql: `select 'SLV' as country, date '2019-03-01' + (i % 28)::integer as crossed_on,
            'arrival' as direction, 'land' as mode,
            case i % 3 when 0 then 'HND' when 1 then 'GTM' else 'NIC' end as citizenship,
            case when i % 4 = 0 then 'protection' when i % 4 = 1 then 'work' else 'leisure' end as purpose,
            case when i * 31 % 11 < 5 then 'F' else 'M' end as sex, 18 + i * 13 % 60 as age,
            1941 + i * 13 % 60 as birth_year
          from range(3000) as drawn(i)`,
      })
      const service = createReleaseService(node)
      const { id } = await service.draft(ana, {
        ...plan,
        figures: [
          {
            id: 'by-purpose',
            cube: 'movements',
            table: 'rows=citizenship&columns=purpose&where=country:SLV;time:2019-03',
          },
        ],
      })
      await service.approve(bea, id)
      await service.publish(bea, id)
      const csv = (await service.readFile(id, 'en/by-purpose.csv'))!.content.toString()
      const protection = csv.split(/\r?\n/).filter((line) => line.includes(',protection,'))
      expect(protection.length).toBeGreaterThanOrEqual(3)
      for (const line of protection.filter((each) => /^(HND|GTM|NIC),/.test(each)))
        expect(line).toContain(',,suppressed')
      expect(csv).toMatch(/^HND,Honduras,leisure,.*,500,,/m)
    })
  })
})

describe('the plan of a release', () => {
  test.each([
    ['release.plan-malformed', { ...plan, rules: { threshold: 1 } }],
    ['release.figure-name-twice', { ...plan, figures: [plan.figures[0], plan.figures[0]] }],
    ['release.figure-cube', { ...plan, figures: [{ ...plan.figures[0], cube: 'none' }] }],
    [
      'release.figure-cut',
      { ...plan, figures: [{ ...plan.figures[0], table: 'rows=mode&top=3' }] },
    ],
    [
      'release.figure-ranked',
      { ...plan, figures: [{ ...plan.figures[0], table: 'rows=mode&sort=-total' }] },
    ],
  ])('%s is refused before anything is counted', (code, given) => {
    expect(() => readPlan(given)).toThrow(expect.objectContaining({ code }))
  })

  test('comes from a template with a country and a period, or says what is missing', () => {
    const flows = planOfTemplate('monthly-flows', { country: 'SLV', period: '2019-03' })
    expect(flows.series).toBe('monthly-flows-slv-2019-03')
    expect(flows.title.fr).toBe('El Salvador : entrées et sorties, mars 2019')
    expect(() => planOfTemplate('monthly-flows', { country: 'SLV', period: '2019' })).toThrow(
      /needs --period/,
    )
    expect(() => planOfTemplate('weekly', {})).toThrow(/There are: monthly-flows/)
  })
})
