import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createReleaseService } from './service.ts'
import { planOfTemplate } from './templates.ts'

const ana: Actor = {
  kind: 'person',
  id: 'Ana',
  roles: ['statistician', 'publisher'],
  institution: 'i',
  country: 'SLV',
}
const bea = { ...ana, id: 'Bea' }

/** SYNTHETIC returns of two years. */
const returns = `select 'SLV' as country, date '2021-02-01' + (i % 600)::integer as returned_on,
    'USA' as counterpart_country, 'forced' as return_type,
    if(i % 2 = 0, 'M', 'F') as sex, 1960 + i % 40 as birth_year from range(3000) as drawn(i)`

test('a release of another period does not take the place of one; a later vintage of the same sheet does', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'return', dataset: 'returns', sql: returns })
    const service = createReleaseService(node)
    const publish = async (period: string) => {
      const plan = planOfTemplate('monthly-returns', { country: 'SLV', period })
      const { id } = await service.draft(ana, { ...plan, figures: plan.figures.slice(0, 1) })
      await service.approve(bea, id)
      await service.publish(bea, id)
      return id
    }
    const [march, april] = [await publish('2022-03'), await publish('2022-04')]

    const refused: unknown = await service.supersede(bea, march, april).catch((error) => error)
    expect(refused).toMatchObject({
      code: 'release.successor-of-another-series',
      details: { series: 'monthly-returns-slv-2022-03', other: 'monthly-returns-slv-2022-04' },
    })
    const { advice } = refused as { advice: (language: string) => string }
    expect(advice.call(refused, 'en')).toContain('Draft the sheet “monthly-returns-slv-2022-03”')
    expect((await service.get(ana, march)).state).toBe('published')

    const again = await publish('2022-03')
    expect(await service.get(ana, march)).toMatchObject({ state: 'superseded', successor: again })
    expect((await service.supersede(bea, again, march)).successor).toBe(march)
  })
})
