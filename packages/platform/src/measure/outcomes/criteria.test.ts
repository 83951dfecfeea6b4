import { expect, test } from 'vitest'
import { findCube, findReference } from '@caudal/methods/measure'
import { statistician } from '../../govern/testing-actors.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes, createCubeReader } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { receiveLinked } from './testing-linked-journeys.ts'

/** What each criterion counts, by day and direction. */
async function migrationsBy(node: CaudalNode, criterion: string) {
  const cube = findCube('migrations')!
  const reader = createCubeReader(node, { memory: 0 })
  const answer = await reader.answer(await reader.open('migrations'), {
    measure: cube.measures.find(({ id }) => id === 'migrations')!,
    rows: ['time', 'direction'].map((name) => findReference(cube, name)!),
    columns: [],
    where: [{ reference: findReference(cube, 'criterion')!, codes: [criterion] }],
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1000,
  })
  return answer.values
    .flatMap((value, i) =>
      value === null || value === 0
        ? []
        : [`${answer.rows[answer.cellRows[i]!]!.join(' ')} ${value}`],
    )
    .sort()
}

const crossing = (person: number, place: number, day: string, direction: string, more = {}) => ({
  country: 'SLV',
  person,
  place,
  crossed_on: day,
  direction,
  origin: 'recorded',
  sex: 'F',
  age: 30,
  citizenship: 'HND',
  ...more,
})

test('each criterion counts the same small histories in its own way', async () => {
  await withNode(async (node) => {
    const permit = (decided_on: string, permit_type: string, more = {}) => ({
      country: 'SLV',
      recorded_on: decided_on,
      decided_on,
      permit_type,
      procedure: 'first',
      decision: 'granted',
      ...more,
    })
    const permits = await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      records: [
        permit('2018-01-01', 'temporary-residence'), // of 1: 365 days after the arrival
        permit('2018-02-02', 'work-permit'), // of 2: 366 days after
        permit('2017-06-01', 'work-permit', { procedure: 'renewal' }), // of 3
        permit('2017-06-01', 'study-permit', { decision: 'refused' }), // of 4
        permit('2017-06-01', 'tourist-visa'), // of 5
      ],
    })
    const record = (line: number) => BigInt(permits.id) * 2n ** 36n + BigInt(line)
    await receiveLinked(
      node,
      [
        // 1: 183 days, which is six months and a day, for work, with a permit a year later
        crossing(1, 1, '2017-01-01', 'arrival', { purpose: 'work' }),
        crossing(1, 2, '2017-07-03', 'departure'),
        // 2: 270 days, nine months of twelve
        crossing(2, 1, '2017-02-01', 'arrival', { purpose: 'tourism' }),
        crossing(2, 2, '2017-10-29', 'departure'),
        // 3: 365 days in one go
        crossing(3, 1, '2017-03-01', 'arrival', { purpose: 'tourism' }),
        crossing(3, 2, '2018-03-01', 'departure'),
        // 4: 182 days to study: no migration but by what was declared
        crossing(4, 1, '2017-04-01', 'arrival', { purpose: 'study' }),
        crossing(4, 2, '2017-09-30', 'departure', { purpose: 'return' }),
        // 5: one day, and an arrival that had to be inserted declares nothing
        crossing(5, 1, '2017-05-01', 'arrival', { purpose: 'tourism' }),
        crossing(5, 2, '2017-05-02', 'departure'),
        crossing(5, 3, '2017-06-02', 'arrival', { purpose: 'work', origin: 'inserted' }),
        crossing(5, 4, '2017-06-03', 'departure'),
        crossing(6, 1, '2021-01-01', 'arrival', { purpose: 'transit' }),
      ],
      [1, 2, 3, 4, 5].map((person) => [record(person), person] as const),
    )
    await buildCubes(node, statistician, { only: ['migrations'] })

    expect(await migrationsBy(node, 'six-months-and-a-day')).toEqual([
      '2017-01-01 arrival 1',
      '2017-02-01 arrival 1',
      '2017-03-01 arrival 1',
      '2017-07-03 departure 1',
      '2017-10-29 departure 1',
      '2018-03-01 departure 1',
    ])
    expect(await migrationsBy(node, 'nine-in-twelve')).toEqual([
      '2017-02-01 arrival 1',
      '2017-03-01 arrival 1',
      '2017-10-29 departure 1',
      '2018-03-01 departure 1',
    ])
    expect(await migrationsBy(node, 'twelve-in-sixteen')).toEqual([
      '2017-03-01 arrival 1',
      '2018-03-01 departure 1',
    ])
    expect(await migrationsBy(node, 'declared-purpose')).toEqual([
      '2017-01-01 arrival 1',
      '2017-04-01 arrival 1',
      '2017-09-30 departure 1',
    ])
    // a first permit to reside that was granted, within a year of the arrival
    expect(await migrationsBy(node, 'residence-permit')).toEqual(['2017-01-01 arrival 1'])
  })
})
