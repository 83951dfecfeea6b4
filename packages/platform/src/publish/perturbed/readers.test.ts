import fastify from 'fastify'
import { expect, test } from 'vitest'
import { anonymous, roles, type Actor, type Role } from '@caudal/methods/govern'
import type { TableResult } from '@caudal/methods/publish'
import { answerProblem } from '../../app/server/problem-answer.ts'
import { tellCaller } from '../../govern/access-of-routes.ts'
import { statistician, statisticianOf } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { addPublishRoutes } from '../routes.ts'

test('figures of persons are exact for the roles that read them so, and perturbed for everybody else', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select 'SLV' as country, date '2020-01-01' as crossed_on, 'arrival' as direction,
          1941 + i % 60 as birth_year from range(5000) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    let actor: Actor = anonymous
    const server = fastify()
    server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
    server.addHook('onRequest', async (request) => tellCaller(request, async () => ({ actor })))
    addPublishRoutes(server, node)
    const cube = '/api/cubes/movements'
    const protectionOf = async (url: string) => {
      const answer = await server.inject({ url })
      expect([url, answer.statusCode]).toEqual([url, 200])
      const { protection } = answer.json<{ protection: string }>()
      // What is exact is marked as one reader's and kept on no disk.
      expect([answer.headers['x-audience'], answer.headers['cache-control']]).toEqual(
        protection === 'unprotected'
          ? ['reader', 'private, no-store']
          : ['everybody', 'private, no-cache'],
      )
      return protection
    }
    const exactly: readonly Role[] = ['statistician', 'publisher', 'regional-coordinator']
    const totals = new Set<number | null>()
    for (const role of [undefined, ...(Object.keys(roles) as Role[])]) {
      actor =
        role === undefined
          ? anonymous
          : { kind: 'person', id: role, roles: [role], institution: 'migración', country: 'SLV' }
      const exact = role !== undefined && exactly.includes(role)
      const protection = exact ? 'unprotected' : 'perturbed'
      for (const url of [cube, `${cube}/table?rows=country`, `${cube}/provenance`]) {
        expect([role, url, await protectionOf(url)]).toEqual([role, url, protection])
      }
      const { body } = await server.inject({ url: `${cube}/table?format=csv` })
      expect([role, body.includes(`,${protection},observed,`)]).toEqual([role, true])
      const table = await server.inject({ url: `${cube}/table?rows=country` })
      const { grandTotal } = table.json<TableResult>()
      if (exact) expect(grandTotal).toBe(5000)
      else totals.add(grandTotal)
    }
    expect(totals.size).toBe(1)
    await server.close()
  })
})

test('figures are exact for a country where they count its records alone, and as for strangers where they do not', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: `select case when i < 5000 then 'SLV' when i < 8000 then 'GTM' else 'BLZ' end as country,
          date '2020-01-01' + (i % 400)::integer as crossed_on, 'arrival' as direction,
          case when i % 2 = 0 then 'F' else 'M' end as sex, 1941 + i % 60 as birth_year
        from range(9000) as drawn(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    let actor: Actor = anonymous
    const server = fastify()
    server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
    server.addHook('onRequest', async (request) => tellCaller(request, async () => ({ actor })))
    addPublishRoutes(server, node)
    const cube = '/api/cubes/movements'
    const read = async (who: Actor, url: string) => {
      actor = who
      const answer = await server.inject({ url })
      expect([url, answer.statusCode]).toEqual([url, 200])
      return answer.json<TableResult>()
    }
    const protectionOf = async (who: Actor, url: string) => (await read(who, url)).protection
    const own = `${cube}/table?rows=sex&where=country:SLV`
    const both = [
      cube,
      `${cube}/provenance`,
      `${cube}/table?rows=country`,
      `${cube}/table?rows=sex`,
      `${cube}/table?rows=sex&where=country:SLV,GTM`,
      `${cube}/table?rows=country&where=sex:F`,
    ]
    const salvadoran = statisticianOf('SLV')
    expect((await read(salvadoran, own)).grandTotal).toBe(5000)
    expect(await protectionOf(salvadoran, own)).toBe('unprotected')
    const compared = `${cube}/table?rows=sex&columns=time.year&show=change&where=country:SLV`
    expect(await protectionOf(salvadoran, compared)).toBe('unprotected')
    for (const who of [statisticianOf('GTM'), statisticianOf(''), anonymous]) {
      expect([who.id, await protectionOf(who, own)]).toEqual([who.id, 'perturbed'])
      expect(await read(who, own)).toEqual(await read(anonymous, own))
      expect(await protectionOf(who, compared)).toBe('perturbed')
    }
    for (const url of both) {
      expect([url, await protectionOf(salvadoran, url)]).toEqual([url, 'perturbed'])
      expect(await read(salvadoran, url)).toEqual(await read(anonymous, url))
      const coordinator = statisticianOf('SLV', 'regional-coordinator')
      expect([url, await protectionOf(coordinator, url)]).toEqual([url, 'unprotected'])
    }
    // of a cube among others it is told cube by cube
    actor = salvadoran
    const listed = await server.inject({ url: '/api/cubes' })
    const { cubes } = listed.json<{ cubes: { id: string; protection: string }[] }>()
    expect(cubes.find(({ id }) => id === 'movements')!.protection).toBe('perturbed')
    await server.close()
  })
})
