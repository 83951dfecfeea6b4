import { expect, it } from 'vitest'
import { alternationGain, alternationWeight, type DatedCrossing } from '@caudal/methods/link'
import { withNode } from '../../store/testing.ts'
import { learnHabits, makeMoments, tellByCrossings } from './alternation.ts'

const day = 1440
const journeys: readonly (readonly [minute: number, way: 'in' | 'out'][])[] = [
  // 0 and 1: halves of one journey, in by one document and out by the other
  [0, 2, 4, 6].map((at) => [at * day, 'in'] as const).map(([at, way]) => [at, way]),
  [1, 3, 5].map((at) => [at * day, 'out']),
  // 2 and 3: two who travel side by side
  [
    [10, 'in'],
    [3 * day, 'out'],
    [9 * day, 'in'],
  ],
  [
    [12, 'in'],
    [3 * day + 5, 'out'],
    [9 * day + 1, 'in'],
  ],
  // 4: one crossing of 2, typed twice
  [
    [11, 'in'],
    [14, 'in'],
  ],
]

it('crossings tell in the engine what the method says, and of pairs that names leave open alone', async () => {
  await withNode(async (node) => {
    await node.lake.session(async (session) => {
      await session.run(
        'create temp table link_crossed (n integer, minute double, arrival boolean)',
      )
      for (const [n, crossings] of journeys.entries()) {
        for (const [minute, way] of crossings)
          await session.run('insert into link_crossed values ($1, $2, $3)', [
            n,
            minute,
            way === 'in',
          ])
      }
      await makeMoments(session)
      const learnt = await learnHabits(session)
      expect(learnt.doubled).toBeGreaterThan(0)
      const habits = { alternating: 0.9, doubled: 0.01 }
      await session.run(
        `create temp table pairs as select l, r, weight::double as weight from (values
           (0, 1, 3.0), (2, 3, 8.0), (2, 4, 8.0), (3, 5, 8.0), (0, 2, 40.0)) as p(l, r, weight)`,
      )
      await tellByCrossings(habits)(session, 'pairs')
      const rows = await session.rows<{ l: number; r: number; weight: number }>(
        'select l, r, weight::double as weight from pairs order by l, r',
      )
      const crossings = (n: number): DatedCrossing[] =>
        journeys[n]!.map(([at, way]) => ({ at, direction: way === 'in' ? 'arrival' : 'departure' }))
      const halves = alternationGain(crossings(0), crossings(1))
      expect(halves).toEqual({ gain: 6, steps: 1 })
      const told = (joined: { gain: number; steps: number; together: number }) =>
        alternationWeight(joined, habits)
      expect(rows.map(({ weight }) => Number(weight.toFixed(3)))).toEqual(
        [
          3 + told({ ...halves, together: 0 }),
          40,
          8 + told({ gain: -2, steps: -2, together: 3 }),
          8 + told({ gain: 0, steps: 0, together: 1 }),
          8,
        ].map((weight) => Number(weight.toFixed(3))),
      )
    })
  })
})
