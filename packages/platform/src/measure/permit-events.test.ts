import { expect, test } from 'vitest'
import { findCube, findReference } from '@caudal/methods/measure'
import { statistician } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

const cube = findCube('permit-events')!

test('a permit is asked for, decided and ends on days of its own, in as many cells', async () => {
  await withNode(async (node) => {
    const permit = (more: Record<string, string>) => ({
      country: 'CRI',
      permit_type: 'temporary-residence',
      procedure: 'first',
      ...more,
    })
    await receiveFacts(node, {
      recordType: 'permit',
      dataset: 'permits',
      records: [
        permit({
          recorded_on: '2020-02-10',
          applied_on: '2020-01-31',
          decided_on: '2020-02-10',
          decision: 'granted',
          valid_to: '2022-02-09',
        }),
        permit({
          recorded_on: '2020-03-01',
          applied_on: '2020-02-10',
          decided_on: '2020-03-01',
          decision: 'granted',
          procedure: 'renewal',
        }),
        permit({ recorded_on: '2020-05-05', applied_on: '2020-05-05', decision: 'pending' }),
        // decided before it was asked for: counted, but for the days
        permit({
          recorded_on: '2020-01-01',
          applied_on: '2020-06-01',
          decided_on: '2020-01-01',
          decision: 'refused',
        }),
        permit({ recorded_on: '2020-07-07', decided_on: '2020-07-07', decision: 'revoked' }),
        // a cancellation that is granted ends a permit, and grants none
        permit({
          recorded_on: '2020-08-08',
          decided_on: '2020-08-08',
          procedure: 'cancellation',
          decision: 'granted',
          valid_to: '2021-01-01',
        }),
      ],
    })
    await buildCubes(node, statistician, { only: [cube.id] })
    const reader = createCubeReader(node, { memory: 0 })
    const open = await reader.open(cube.id)
    const ask = async (measure: string, rows: string[]) => {
      const answer = await reader.answer(open, {
        measure: cube.measures.find(({ id }) => id === measure)!,
        rows: rows.map((name) => findReference(cube, name)!),
        columns: [],
        where: [],
        margins: { rows: true, columns: true, grand: true },
        maxCells: 1000,
      })
      return Object.fromEntries(
        answer.values.map((value, i) => [answer.rows[answer.cellRows[i]!]!.join(' '), value]),
      )
    }
    expect(await ask('events', ['event'])).toEqual({
      applied: 4,
      granted: 1,
      renewed: 1,
      refused: 1,
      withdrawn: 2,
      expired: 1,
    })
    expect(await ask('events', ['time', 'event'])).toMatchObject({
      '2020-02-10 applied': 1,
      '2020-02-10 granted': 1,
      '2022-02-09 expired': 1,
    })
    expect(await ask('days_to_decision', ['event'])).toMatchObject({ granted: 10, renewed: 20 })
    expect(await ask('timed', [])).toEqual({ '': 2 })
    // what is no decision takes no time, and of some decisions the time is not known
    expect(await ask('events', ['decision_time'])).toEqual({ '0-30': 2, _U: 3, _Z: 5 })
  })
})
