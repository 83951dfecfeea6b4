import { expect, test } from 'vitest'
import { findCube, findReference } from '@caudal/methods/measure'
import { statistician } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

test('an incident counts on its day, or in its month or year where the day is not known', async () => {
  await withNode(async (node) => {
    const incident = (more: Record<string, string | number>) => ({
      country: 'MEX',
      dead: 1,
      ...more,
    })
    await receiveFacts(node, {
      recordType: 'incident',
      dataset: 'incidents',
      records: [
        incident({ occurred_on: '2020-03-14', month: '2020-03', year: 2020 }),
        incident({ occurred_on: '2020-12-31' }),
        incident({ month: '2020-03', year: 2020 }),
        incident({ year: 2020 }),
        // found in January, counted by the source in the year before
        incident({ occurred_on: '2021-01-05', year: 2020 }),
        incident({}),
      ],
    })
    const cube = findCube('incidents')!
    await buildCubes(node, statistician, { only: [cube.id] })
    const reader = createCubeReader(node, { memory: 0 })
    const by = async (level: string) => {
      const answer = await reader.answer(await reader.open(cube.id), {
        measure: cube.measures.find(({ id }) => id === 'incidents')!,
        rows: [findReference(cube, level)!],
        columns: [],
        where: [],
        margins: { rows: false, columns: false, grand: false },
        maxCells: 100,
      })
      return Object.fromEntries(
        answer.values.map((value, i) => [answer.rows[answer.cellRows[i]!]!.join(), value]),
      )
    }
    expect(await by('time')).toEqual({
      '2020': 2,
      '2020-03': 1,
      '2020-03-14': 1,
      '2020-12-31': 1,
      _U: 1,
    })
    expect(await by('time.month')).toEqual({ '2020-03': 2, '2020-12': 1, _U: 3 })
    expect(await by('time.quarter')).toEqual({ '2020-Q1': 2, '2020-Q4': 1, _U: 3 })
    expect(await by('time.year')).toEqual({ '2020': 5, _U: 1 })
  })
})
