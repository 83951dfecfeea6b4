import { expect, test } from 'vitest'
import { findCube, findReference } from '@caudal/methods/measure'
import { statistician } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes, createCubeReader } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { receiveLinked } from './testing-linked-journeys.ts'

test('a stay is beyond what was authorised from the day after the last one granted', async () => {
  await withNode(async (node) => {
    const arrivals = [1, 2, 3, 4, 5, 6, 7, 8].map((person) => ({
      person,
      // the last two came so late that their thirty days end as observation does
      crossed_on: person === 7 ? '2019-12-02' : person === 8 ? '2019-12-01' : '2019-01-01',
    }))
    const movements = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      records: arrivals.map(({ crossed_on }) => ({
        country: 'SLV',
        crossed_on,
        direction: 'arrival',
        authorised_days: 30,
      })),
    })
    const permits = await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      records: [
        { valid_from: '2019-01-20', valid_to: '2019-03-01' }, // of 4
        { valid_from: '2019-01-20', permit_type: 'permanent-residence' }, // of 5, without an end
        { valid_from: '2019-01-20', valid_to: '2019-03-01', permit_type: 'visitor-visa' }, // of 6
      ].map((more) => ({
        country: 'SLV',
        recorded_on: '2019-01-15',
        procedure: 'first',
        decision: 'granted',
        permit_type: 'extension-of-stay',
        ...more,
      })),
    })
    const recordOf = (batch: number, line: number) => BigInt(batch) * 2n ** 36n + BigInt(line)
    const leaving: Record<number, string> = {
      1: '2019-01-31', // after 30 days
      2: '2019-02-01', // after 31
      3: '2019-02-01', // after 31, by a crossing that was inserted
      4: '2019-03-02', // a day after the extension
      5: '2019-06-30',
      6: '2019-03-01', // a visa allows to come, not to stay
    }
    const crossing = (person: number, place: number, crossed_on: string, more = {}) => ({
      country: 'SLV',
      person,
      place,
      crossed_on,
      direction: place % 2 === 1 ? 'arrival' : 'departure',
      origin: 'recorded',
      citizenship: 'HND',
      ...more,
    })
    const journeys = [
      ...arrivals.flatMap(({ person, crossed_on }) => [
        crossing(person, 1, crossed_on, { record_id: Number(recordOf(movements.id, person)) }),
        ...(leaving[person]
          ? [
              crossing(
                person,
                2,
                leaving[person],
                person === 3 ? { origin: 'inserted', gap: true } : {},
              ),
            ]
          : []),
      ]),
      // 31 December is the last day that is observed
      crossing(9, 1, '2019-12-31'),
    ]
    await receiveLinked(
      node,
      journeys,
      [4, 5, 6].map((person, at) => [recordOf(permits.id, at + 1), person] as const),
    )
    await buildCubes(node, statistician, { only: ['stays'] })

    const cube = findCube('stays')!
    const reader = createCubeReader(node, { memory: 0 })
    const ask = async (measure: string) => {
      const answer = await reader.answer(await reader.open('stays'), {
        measure: cube.measures.find(({ id }) => id === measure)!,
        rows: ['authorisation', 'time'].map((name) => findReference(cube, name)!),
        columns: [],
        where: [],
        margins: { rows: false, columns: false, grand: true },
        maxCells: 100,
      })
      return {
        total: answer.grandTotal,
        cells: Object.fromEntries(
          answer.values.map((value, i) => [answer.rows[answer.cellRows[i]!]!.join(' '), value]),
        ),
      }
    }
    expect((await ask('stays')).cells).toEqual({
      'within 2019-01-01': 1,
      // of 2, 4 and 6
      'beyond 2019-01-01': 3,
      // of 3, whose departure nobody recorded, and of 5, who may stay for good
      'not-known 2019-01-01': 2,
      // of 7: the thirtieth day is still to come
      'running 2019-12-02': 1,
      // of 8: still there at the end of the thirtieth day
      'beyond 2019-12-01': 1,
      'not-known 2019-12-31': 1,
    })
    // 1 day each of 2, 4 and 8, and 59 − 30 of 6
    expect((await ask('overstay_days')).total).toBe(1 + 1 + 1 + 29)
    expect((await ask('overstays')).total).toBe(4)
  })
})
