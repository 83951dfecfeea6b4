import { expect, test } from 'vitest'
import { createPublishService } from '../../publish/service.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { addBreak } from '../breaks/service.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { readNodeGrowth } from './node-growth.ts'
import { writeGrowth } from './write-growth.ts'

test('the migrations of the node grow by their first and their latest release, marked over a break', async () => {
  await withNode(async (node) => {
    const figure = (release: string, month: string, estimate: number, status = 'provisional') => ({
      country: 'SLV',
      period: month,
      release_on: `${release}-01`,
      direction: 'arrival',
      figure_status: status,
      estimate,
    })
    const months = (year: number) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
    await receiveFacts(node, {
      recordType: 'estimate',
      dataset: 'caudal-estimates',
      records: [
        ...months(2019).map((month) => figure('2020-02', month, 10)),
        ...months(2019).map((month) => figure('2021-02', month, 9, 'final')),
        ...months(2020).map((month) => figure('2021-02', month, 12)),
        figure('2022-02', '2020-12', 8),
        ...months(2021)
          .slice(0, 11)
          .map((month) => figure('2022-02', month, 1)),
      ],
    })
    await buildCubes(node, statistician, { only: ['migration-estimates'] })
    const { figures } = createPublishService(node, { memory: 0, believedFor: 0 })
    const asker = { reader: async () => statistician }
    const question = { country: 'SLV', direction: 'arrival', level: 'year' } as const
    const answer = await readNodeGrowth(figures, asker, question, 'en')
    // eleven months of 2021 are no year
    expect(answer.rows).toEqual([
      {
        period: '2019',
        first: { release: '2020-02', value: 120, previousPercent: null, yearPercent: null },
        latest: { release: '2021-02', value: 108, previousPercent: null, yearPercent: null },
        revision: -12,
        overBreak: [],
        isFinal: true,
      },
      {
        period: '2020',
        first: {
          release: '2021-02',
          value: 144,
          previousPercent: (36 / 108) * 100,
          yearPercent: (36 / 108) * 100,
        },
        latest: {
          release: '2022-02',
          value: 140,
          previousPercent: (32 / 108) * 100,
          yearPercent: (32 / 108) * 100,
        },
        revision: -4,
        overBreak: [],
        isFinal: false,
      },
    ])
    const reason = { es: 'Norma', en: 'Rule', fr: 'Règle' }
    const broken = { country: 'SLV', cube: 'migrations', from: '2020-03', reason, source: 'D-1' }
    await addBreak(node, statistician, { ...broken, cube: 'migration-estimates' })
    const marked = await readNodeGrowth(figures, asker, question, 'en')
    expect(marked.rows.map(({ overBreak }) => overBreak)).toEqual([[], ['previous', 'year']])
    expect(marked.breaks).toEqual([{ from: '2020-03', reason: 'Rule', source: 'D-1' }])
    expect(writeGrowth(marked).split('\r\n')[2]).toContain('-4,provisional,previous year,observed')
    await expect(
      readNodeGrowth(figures, asker, { ...question, country: 'HND' }, 'en'),
    ).rejects.toMatchObject({ code: 'measure.growth-country-unknown' })
  })
})
