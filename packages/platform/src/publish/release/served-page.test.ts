import fastify from 'fastify'
import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { addReleaseRoutes } from './routes.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')
const bea = { ...ana, id: 'Bea' }

/** SYNTHETIC crossings of one month. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i % 31)::integer as crossed_on,
    if(i % 2 = 0, 'arrival', 'departure') as direction, if(i % 5 = 0, 'air', 'land') as mode,
    'F' as sex, 1941 + i * 13 % 60 as birth_year from range(300) as drawn(i)`

test('a reader who asks for a release finds its page by any of its addresses, with its day, or a page that says why not', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const service = createReleaseService(node)
    const { id } = await service.draft(ana, {
      series: 'modes',
      title: { es: 'Vías', en: 'Modes', fr: 'Voies' },
      rules: { threshold: 3 },
      figures: [
        {
          id: 'by-mode',
          cube: 'movements',
          table: 'rows=mode&columns=direction&where=country:SLV;time:2019-03',
        },
      ],
    })
    const server = fastify()
    addReleaseRoutes(server, node)
    const get = (url: string) => server.inject({ url, headers: { 'accept-language': 'fr' } })

    // before its hour: a page for people, in their language, that tells nothing of it
    const early = await get(`/releases/${id}/es/index.html`)
    expect(early.statusCode).toBe(404)
    expect(early.headers['content-type']).toContain('text/html')
    expect(early.body).toContain('<h1>Esta publicación no está a la vista</h1>')
    expect(early.body).toContain('href="/es/releases"')
    expect(early.body).not.toContain('Vías')
    expect((await get('/releases/%3Cscript%3E/en/index.html')).body).not.toContain('<script')

    await service.approve(bea, id)
    await service.publish(bea, id, '2026-02-01T00:00:00Z')
    const page = (await get(`/releases/${id}/es/index.html`)).body
    expect(page).toContain(`${id} · Publicada el 1 de febrero de 2026`)
    expect(page).toContain('<a href="/es/releases">Todas las publicaciones</a>')
    expect((await get(`/releases/${id}/en/index.html`)).body).toContain(
      'Released on 1 February 2026',
    )

    const leadsTo = async (url: string) => (await get(url)).headers.location
    expect(await leadsTo(`/releases/${id}/`)).toBe(`/releases/${id}/fr/index.html`)
    expect(await leadsTo(`/releases/${id}/es`)).toBe(`/releases/${id}/es/index.html`)
    expect(await leadsTo(`/releases/${id}`)).toBe(`/releases/${id}/`)
    expect(await leadsTo(`/es/releases/${id}`)).toBe(`/releases/${id}/es/index.html`)
    await server.close()
  })
}, 60_000)
