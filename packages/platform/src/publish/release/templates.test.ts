import { expect, test } from 'vitest'
import { findCube, levelReference, listLevels } from '@caudal/methods/measure'
import { parseTableSpec } from '@caudal/methods/publish'
import { listTemplates, planOfTemplate } from './templates.ts'

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
