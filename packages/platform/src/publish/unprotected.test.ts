import fastify from 'fastify'
import { expect, test } from 'vitest'
import { anonymous, roles, type Actor, type Role } from '@caudal/methods/govern'
import { answerProblem } from '../app/server/problem-answer.ts'
import { tellCaller } from '../govern/access-of-routes.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
import { addPublishRoutes } from './routes.ts'
import { statistician } from '../govern/testing-actors.ts'

test('figures of persons before protection are for the roles that read them, and nobody else finds them', async () => {
  await withNode(async (node) => {
    const record = { country: 'SLV', crossed_on: '2020-01-01', direction: 'arrival' }
    await receiveFacts(node, { recordType: 'movement', dataset: 'posts', records: [record] })
    await buildCubes(node, statistician, { only: ['movements'] })
    let actor: Actor = anonymous
    const server = fastify()
    server.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
    server.addHook('onRequest', async (request) => tellCaller(request, async () => ({ actor })))
    addPublishRoutes(server, node)
    const ask = (url: string) => server.inject({ url })
    const cube = '/api/cubes/movements'
    const addresses = [cube, `${cube}/table?rows=country`, `${cube}/table?format=csv`]
    const reading: readonly Role[] = ['statistician', 'publisher']
    for (const role of [undefined, ...(Object.keys(roles) as Role[])]) {
      actor =
        role === undefined
          ? anonymous
          : { kind: 'person', id: role, roles: [role], institution: '', country: '' }
      const may = role !== undefined && reading.includes(role)
      const refused = role === undefined ? 401 : 403
      for (const url of [...addresses, `${cube}/dimensions/country/codes`]) {
        expect([role, url, (await ask(url)).statusCode]).toEqual([role, url, may ? 200 : refused])
      }
      for (const url of ['/api/cubes', '/api/search?query=salvador']) {
        const found = (await ask(url)).body.includes('"movements"')
        expect([role, url, found]).toEqual([role, url, may])
      }
    }
    await server.close()
  })
})
