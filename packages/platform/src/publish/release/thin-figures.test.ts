import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createReleaseService } from './service.ts'
import { namesLeftOut, planOfTemplate } from './templates.ts'

const ana = publisherOf('SLV')
const bea = { ...ana, id: 'Bea' }

/** SYNTHETIC returns of a year: two men in December by land from Mexico, others by air from the United States. */
const returns = `select 'SLV' as country, if(i < 2, date '2022-12-10', date '2022-02-01' + (i % 200)::integer) as returned_on,
    if(i < 2, 'MEX', 'USA') as counterpart_country, 'forced' as return_type,
    if(i < 2 or i % 2 = 0, 'M', 'F') as sex, 1960 + i % 40 as birth_year from range(300) as drawn(i)`

test('a table of fewer persons than the threshold is left out of a sheet, and refused in a plan of one’s own', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'return', dataset: 'returns', sql: returns })
    const service = createReleaseService(node)
    const december = planOfTemplate('monthly-returns', { country: 'SLV', period: '2022-12' })

    // thirteen months are of many; the tables of December alone are of two
    const draft = await service.draft(ana, december)
    expect(draft.plan.figures.map(({ id }) => id)).toEqual(['by-month'])
    expect(namesLeftOut(draft.plan, 'en')).toEqual(['Returned migrants (some of its tables)'])
    expect(await service.verify(ana, draft.id)).toMatchObject({ outcome: 'verified' })

    const own = { ...december, series: 'december', template: 'own' }
    await expect(service.draft(ana, own)).rejects.toMatchObject({
      code: 'release.figure-thin',
      details: { figure: 'by-provenance', threshold: 3 },
    })
    // with nothing but them, nothing is left to publish
    const only = { ...december, figures: december.figures.filter(({ id }) => id !== 'by-month') }
    await expect(service.draft(ana, only)).rejects.toMatchObject({ code: 'release.sheet-empty' })
  })
})

test('what cannot be done with a release is said in words, in each language', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'return', dataset: 'returns', sql: returns })
    const service = createReleaseService(node)
    const plan = planOfTemplate('yearly-profile', { country: 'SLV', period: '2022' })
    const { id } = await service.draft(ana, plan)
    const refused = await service.publish(bea, id).catch((error: unknown) => error)
    const { what } = refused as { what: (language: string) => string }
    const said = (language: string) => what.call(refused, language)
    expect(said('es')).toBe(`«${id}» está en estado «borrador»: así no se puede publicar.`)
    expect(said('en')).toBe(`“${id}” is in the state “a draft”: it cannot be published.`)
    expect(said('fr')).toBe(
      `«\u00a0${id}\u00a0» est à l’état «\u00a0projet\u00a0»\u00a0: impossible de la publier.`,
    )
    await expect(service.supersede(bea, id, id)).rejects.toMatchObject({
      code: 'release.successor-not-out',
    })
  })
})
