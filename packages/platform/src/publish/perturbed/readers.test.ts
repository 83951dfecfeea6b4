import fastify from 'fastify'
import { expect, test } from 'vitest'
import { anonymous, roles, type Actor, type Role } from '@caudal/methods/govern'
import type { TableResult } from '@caudal/methods/publish'
import { answerProblem } from '../../app/server/problem-answer.ts'
import { tellCaller } from '../../govern/access-of-routes.ts'
import { statistician } from '../../govern/testing-actors.ts'
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
          : { kind: 'person', id: role, roles: [role], institution: '', country: '' }
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
