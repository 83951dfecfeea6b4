import { expect, test } from 'vitest'
import { statistician } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes, listCubeStates } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'

test('histories that were all set aside make a release without figures, and no build fails for it', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'journey',
      dataset: 'journeys-slv',
      records: [
        {
          country: 'SLV',
          person: 1,
          crossed_on: '2020-01-01',
          direction: 'arrival',
          origin: 'recorded',
          problem: 'history-set-aside',
        },
      ],
    })
    const only = ['migrations', 'migration-estimates']
    const outcomes = await buildCubes(node, statistician, { only })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['empty', 'empty'])
    const states = await listCubeStates(node)
    expect(states.filter(({ cube }) => only.includes(cube.id)).map(({ state }) => state)).toEqual([
      'empty',
      'empty',
    ])
  })
})
