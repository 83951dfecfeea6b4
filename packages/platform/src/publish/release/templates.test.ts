import { expect, test } from 'vitest'
import { findCube, levelReference, listLevels } from '@caudal/methods/measure'
import { parseTableSpec } from '@caudal/methods/publish'
import type { Actor } from '@caudal/methods/govern'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createReleaseService } from './service.ts'
import { listTemplates, namesLeftOut, planOfTemplate } from './templates.ts'

const drafter: Omit<Actor, 'country'> = {
  kind: 'person',
  id: 'Ana',
  roles: ['statistician'],
  institution: 'i',
}

/** Names that a table of a cube may have: each of its variables at each of its levels. */
function namesOf(id: string): ReadonlySet<string> {
  const { dimensions } = findCube(id)!
  return new Set(
    dimensions.flatMap((dimension) => [
      dimension.id,
      ...listLevels(dimension).map((_, depth) => levelReference(dimension, depth).id),
    ]),
  )
}

test.each(listTemplates())(
  'every figure of the template $id asks its cube for what it has',
  (template) => {
    const period = template.needs.includes('year') ? '2023' : '2023-05'
    const plan = planOfTemplate(template.id, { country: 'GTM', period })
    const unknown = plan.figures.flatMap(({ id, cube, table }) => {
      const names = namesOf(cube)
      const { rows, columns, where } = parseTableSpec(new URLSearchParams(table))
      const asked = [...rows, ...columns, ...where.map(({ dimension }) => dimension)]
      return asked.filter((each) => !names.has(each)).map((each) => `${id}: ${each} of ${cube}`)
    })
    expect(plan.figures.length).toBeGreaterThan(0)
    expect(unknown).toEqual([])
  },
)

test('a sheet leaves out what its country does not record, names it, and is refused where nothing is left', async () => {
  await withNode(async (node) => {
    const crossings = `select unnest(['SLV', 'CRI']) as country, date '2022-02-01' + (i % 300)::integer as crossed_on,
        'arrival' as direction, if(i % 2 = 0, 'F', 'M') as sex, if(i % 3 = 0, 'GTM', 'HND') as citizenship,
        1960 + i % 40 as birth_year from range(600) as drawn(i)`
    const returns = `select 'SLV' as country, date '2022-02-01' + (i % 300)::integer as returned_on,
        'forced' as return_type, if(i % 2 = 0, 'F', 'M') as sex, 1960 + i % 40 as birth_year from range(300) as drawn(i)`
    await receiveFacts(node, { recordType: 'movement', dataset: 'crossings', sql: crossings })
    await receiveFacts(node, { recordType: 'return', dataset: 'returns', sql: returns })
    const releases = createReleaseService(node)
    const drafted = async (country: string, period: string) => {
      const plan = planOfTemplate('yearly-profile', { country, period })
      const release = await releases.draft({ ...drafter, country }, plan)
      const cubes = new Set(release.plan.figures.map(({ cube }) => cube))
      return { cubes: [...cubes], leftOut: namesLeftOut(release.plan, 'en') }
    }
    const titles = (...cubes: string[]) => cubes.map((cube) => findCube(cube)!.title.en)
    const never = ['migrations', 'resident-stocks', 'stays', 'permit-events', 'un-migrant-stock']
    expect(await drafted('SLV', '2022')).toEqual({
      cubes: ['movements', 'returns'],
      leftOut: titles(...never),
    })
    // who records no returns has none to show, and not a table of zeros
    expect(await drafted('CRI', '2022')).toEqual({
      cubes: ['movements'],
      leftOut: titles('returns', ...never),
    })
    for (const [country, period] of [
      ['PAN', '2022'],
      ['SLV', '2019'],
    ] as const)
      await expect(drafted(country, period)).rejects.toThrow('There are no records of the place')
    // records end in November 2022: the twelve months before a month are no sheet of it
    const monthly = (period: string) =>
      releases.draft(
        { ...drafter, country: 'SLV' },
        planOfTemplate('monthly-returns', { country: 'SLV', period }),
      )
    await expect(monthly('2023-02')).rejects.toThrow('There are no records of the place')
    expect((await monthly('2022-11')).plan.figures.map(({ id }) => id)).toContain('by-month')
  })
})
