import { expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import { addCodes } from '../collect/codes/service.ts'
import { keeper, statistician } from '../govern/testing-actors.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { receiveLinked } from './outcomes/testing-linked-journeys.ts'
import { buildCubes, createCubeReader } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

async function qualityOf(node: CaudalNode, cube: string) {
  await buildCubes(node, statistician, { only: [cube] })
  return (await createCubeReader(node, { memory: 0 }).open(cube)).manifest.quality
}

test('permits say which months and offices are covered, what is pending and what is not known', async () => {
  await withNode(async (node) => {
    const permit = (recorded_on: string, office: string | null, more = {}) => ({
      country: 'CRI',
      recorded_on,
      office,
      decision: 'granted',
      sex: 'F',
      citizenship: 'NIC',
      ...more,
    })
    const records = [
      permit('2020-01-15', 'San José'),
      permit('2020-01-20', 'Limón'),
      permit('2020-02-15', 'San José', { sex: null }),
      permit('2020-04-01', 'San José', { decision: 'pending' }),
    ]
    const permits = await receiveFacts(node, { recordType: 'permit', dataset: 'permits', records })
    const before = await qualityOf(node, 'permits')
    expect(before).toMatchObject({
      imputed: null,
      provisional: 1 / 4,
      // linkage has not gone over them: that is not the same as nobody being found
      unmatched: null,
      days: null,
      // January, February and April of four months
      months: 3 / 4,
      // San José three of four months, Limón one of four
      unit: 'office',
      units: 4 / 8,
      known: { sex: 3 / 4, citizenship: 1, purpose: 0 },
      breaks: [],
      countries: [
        { country: 'CRI', from: '2020-01-15', until: '2020-04-01', months: 0.75, units: 0.5 },
      ],
    })
    // the time to a decision says nothing of applications and expiries
    expect((await qualityOf(node, 'permit-events')).known['decision_time']).toBe(0)

    await receiveLinked(
      node,
      [
        {
          country: 'CRI',
          person: 1,
          place: 1,
          crossed_on: '2020-01-01',
          direction: 'arrival',
          origin: 'recorded',
        },
      ],
      [1, 2, 3].map((line) => [BigInt(permits.id) * 2n ** 36n + BigInt(line), line] as const),
    )
    await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      profile: 'permits-of-2020-05',
      records: [permit('2020-05-05', 'San José')],
    })
    expect(await qualityOf(node, 'permits')).toMatchObject({
      unmatched: 2 / 5,
      breaks: [{ country: 'CRI', from: '2020-05-05', reason: 'source-changed' }],
    })
  })
})

test('returns are covered by day and by centre, residences by department, incidents by neither', async () => {
  await withNode(async (node) => {
    const returned = (returned_on: string, centre: string) => ({
      country: 'GTM',
      returned_on,
      centre,
    })
    await receiveFacts(node, {
      recordType: 'return',
      dataset: 'returns',
      records: [
        returned('2021-01-01', 'La Aurora'),
        returned('2021-01-04', 'Tecún Umán'),
        returned('2021-02-09', 'La Aurora'),
      ],
    })
    expect(await qualityOf(node, 'returns')).toMatchObject({
      provisional: null,
      days: 3 / 40,
      months: null,
      unit: 'centre',
      units: 3 / 4,
    })
    const residence = (department: string | null) => ({
      country: 'SLV',
      started_on: '2021-01-01',
      department,
    })
    await receiveFacts(node, {
      recordType: 'residence',
      dataset: 'residences',
      records: [residence('SV01'), residence('SV01'), residence('SV02'), residence(null)],
    })
    const residences = await qualityOf(node, 'residences')
    expect(residences).toMatchObject({ days: null, months: null, unit: 'department' })
    // El Salvador has fourteen
    expect(residences.units).toBeCloseTo(2 / 14, 12)
    expect(residences.known['department']).toBe(3 / 4)
    // and a fifteenth, where the country has added one
    await addCodes(node, { ...keeper, institution: 'sv-dgme', country: 'SLV' }, [
      {
        list: 'departments',
        code: 'SV-NEW',
        label: { es: 'Nuevo', en: 'New', fr: 'Nouveau' },
        parent: 'SLV',
        validFrom: '2020-01-01',
        because: 'Decreto 1',
      },
    ])
    await receiveFacts(node, {
      recordType: 'residence',
      dataset: 'residences',
      records: [residence('SV-NEW')],
    })
    expect((await qualityOf(node, 'residences')).units).toBeCloseTo(3 / 15, 12)

    await receiveFacts(node, {
      recordType: 'incident',
      dataset: 'incidents',
      sql: `select 'MEX' as country, 2020 as year, 1 as dead, ${quoteText('drowning')} as cause`,
    })
    expect(await qualityOf(node, 'incidents')).toMatchObject({
      days: null,
      months: null,
      units: null,
      countries: [],
      known: { cause: 1, route: 0 },
    })
  })
})

test('a cube that is extended says the quality of all of its records', async () => {
  await withNode(async (node) => {
    const permit = { country: 'CRI', recorded_on: '2020-01-15', decision: 'granted', sex: 'F' }
    await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      records: Array.from({ length: 9 }, () => permit),
    })
    expect((await qualityOf(node, 'permits')).known['sex']).toBe(1)
    await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      records: [{ ...permit, sex: null, decision: 'pending' }],
    })
    const [built] = await buildCubes(node, statistician, { only: ['permits'] })
    expect(built!.outcome).toBe('extended')
    expect(await qualityOf(node, 'permits')).toMatchObject({
      provisional: 1 / 10,
      known: { sex: 9 / 10 },
    })
  })
})
