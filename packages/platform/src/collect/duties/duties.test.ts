import { expect, test } from 'vitest'
import { keeper } from '../../govern/testing-actors.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { importFile } from '../service.ts'
import { crossing, crossings, writeImport } from '../testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { addDuty, endDuty, submissionCalendar } from './service.ts'

test('the calendar knows by the dates of the records which periods a file covers, strays apart', async () => {
  await withNode(async (node: CaudalNode) => {
    const march = Array.from({ length: 40 }, (_, n) => crossing({ documento: `P${n}` }))
    const stray = crossing({ fecha: '28/02/2020', documento: 'P99' })
    await importFile(node, keeper, {
      ...writeImport(crossings(...march, stray)),
      receivedOn: '2020-04-10',
    })
    const duty = {
      institution: 'hn-inm',
      dataset: 'crossings',
      every: 'month',
      graceDays: 15,
      from: '2020-02-01',
    } as const
    const id = await addDuty(node, keeper, duty)
    await expect(addDuty(node, keeper, duty)).rejects.toMatchObject({
      code: 'collect.duties.standing',
      // by the names that people use: the register knows none of the institution here, the dataset has a title
      details: {
        institutionLabel: 'hn-inm',
        datasetLabel: { es: expect.any(String), en: expect.any(String), fr: expect.any(String) },
      },
    })
    const [calendar] = await submissionCalendar(node, keeper, '2020-04-20')
    expect(calendar?.periods.map(({ period, batch }) => [period, batch])).toEqual([
      ['2020-04', null],
      ['2020-03', 1],
      ['2020-02', null],
    ])
    expect(calendar?.periods[2]?.state).toBe('missing')
    await endDuty(node, keeper, id, '2020-03-31')
    const [after] = await submissionCalendar(node, keeper, '2020-06-20')
    expect(after?.periods.map(({ period }) => period)).toEqual(['2020-03', '2020-02'])
    await expect(endDuty(node, keeper, id, '2020-03-31')).rejects.toMatchObject({
      code: 'collect.duties.unknown',
    })
  })
})

test('a calendar of many years has all of them', async () => {
  await withNode(async (node: CaudalNode) => {
    const duty = {
      institution: 'hn-inm',
      dataset: 'crossings',
      every: 'month',
      graceDays: 15,
    } as const
    await addDuty(node, keeper, { ...duty, from: '2010-01-01' })
    const [calendar] = await submissionCalendar(node, keeper, '2020-01-20')
    expect(calendar?.periods).toHaveLength(121)
    expect(calendar?.periods.at(-1)?.period).toBe('2010-01')
  })
})

test('what an institution owes is entered and ended by its own country', async () => {
  await withNode(async (node: CaudalNode) => {
    const institution = { name: 'INM', country: 'HND', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'hn-inm', institution, 0, 'test')
    const duty = {
      dataset: 'crossings',
      every: 'month',
      graceDays: 15,
      from: '2020-02-01',
    } as const
    const own = {
      kind: 'person',
      id: 'ana',
      roles: ['statistician'],
      institution: 'hn-ine',
      country: 'HND',
    } as const
    const strange = { ...own, id: 'gus', institution: 'gt-ine', country: 'GTM' }
    const refused = { code: 'policy.another-country' }
    const add = (actor: typeof own | typeof strange) =>
      addDuty(node, actor, { ...duty, institution: 'hn-inm' })
    await expect(add(strange)).rejects.toMatchObject(refused)
    const id = await add(own)
    await expect(add(own)).rejects.toMatchObject({ details: { institutionLabel: 'INM' } })
    await expect(endDuty(node, strange, id, '2020-03-31')).rejects.toMatchObject(refused)
    const [standing] = await submissionCalendar(node, keeper, '2020-04-20')
    expect(standing?.duty).not.toHaveProperty('until')
    await endDuty(node, own, id, '2020-03-31')
  })
})
