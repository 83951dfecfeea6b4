import fastify from 'fastify'
import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { statesOf } from './release-state.ts'
import type { RecordedRelease, ReleaseEvent } from './releases.ts'
import { addReleaseRoutes } from './routes.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')
const bea = { ...ana, id: 'Bea' }

/** SYNTHETIC crossings of one month. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i % 31)::integer as crossed_on,
    if(i % 2 = 0, 'arrival', 'departure') as direction, if(i % 5 = 0, 'air', 'land') as mode,
    'F' as sex, 1941 + i * 13 % 60 as birth_year from range(300) as drawn(i)`

test('releases replace each other in one direction, and each says in every language which is in force', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const service = createReleaseService(node)
    const out = async (series: string) => {
      const table = 'rows=mode&columns=direction&where=country:SLV;time:2019-03'
      const { id } = await service.draft(ana, {
        series,
        title: { es: 'Vías', en: 'Modes', fr: 'Voies' },
        rules: { threshold: 3 },
        figures: [{ id: 'by-mode', cube: 'movements', table }],
      })
      await service.approve(bea, id)
      return (await service.publish(bea, id, '2026-02-01T00:00:00Z')).id
    }
    const [first, second, third] = [await out('one'), await out('two'), await out('three')]
    await service.supersede(bea, first, second)
    const circle = { code: 'release.succession-circle', details: { successor: first } }
    await expect(service.supersede(bea, second, first)).rejects.toMatchObject(circle)
    expect((await service.get(ana, second)).state).toBe('published')

    await service.supersede(bea, second, third)
    await expect(service.supersede(bea, third, first)).rejects.toMatchObject(circle)
    expect((await service.get(ana, first)).successor).toBe(third)

    const server = fastify()
    addReleaseRoutes(server, node)
    const get = (name: string) => server.inject(`/releases/${first}/${name}`)
    for (const [language, words] of [
      ['es', 'Esta publicación fue sustituida. La vigente es:'],
      ['en', 'This release has been superseded. The one in force is:'],
      ['fr', 'Cette publication a été remplacée. Celle en vigueur\u00a0:'],
    ] as const) {
      const { body } = await get(`${language}/index.html`)
      expect(body).toContain(
        `${words} <a href="/releases/${third}/${language}/index.html">${third}</a>`,
      )
    }
    for (const name of ['es/by-mode.csv', 'fr/by-mode.xlsx', 'sdmx/by-mode.xml', 'archive.zip']) {
      const { headers } = await get(name)
      expect(headers.link).toBe(`</releases/${third}/>; rel="successor-version"`)
    }
    await server.close()
  })
}, 60_000)

test('an earlier vintage may take the place of the later one, and is in force again', () => {
  const recorded = (id: string, vintage: number) =>
    ({ id, vintage, series: 'one' }) as RecordedRelease
  const event = (releaseId: string, kind: ReleaseEvent['kind'], successor: string | null = null) =>
    ({ releaseId, kind, successor, publishAt: '2026-01-01T00:00:00Z' }) as ReleaseEvent
  const states = statesOf(
    [recorded('one-v1', 1), recorded('one-v2', 2)],
    [
      ...['one-v1', 'one-v2'].flatMap((id) => [event(id, 'approved'), event(id, 'scheduled')]),
      event('one-v2', 'superseded', 'one-v1'),
    ],
    new Date('2026-02-01T00:00:00Z'),
  )
  expect(states.map(({ state, successor }) => [state, successor])).toEqual([
    ['published', undefined],
    ['superseded', 'one-v1'],
  ])
})
