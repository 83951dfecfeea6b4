import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { anonymous, type Actor } from '@caudal/methods/govern'
import { crossingsSql } from '../../../../../benchmarks/table-request/crossings.ts'
import { answerProblem } from './problem-answer.ts'
import { tellCaller } from '../../govern/access-of-routes.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { addPublishRoutes } from '../../publish/routes.ts'
import type { PublishServiceOptions } from '../../publish/service.ts'

/** The routes of publishing, as one actor is served. */
export function servePublished(
  of: CaudalNode,
  actor: Actor = anonymous,
  options: PublishServiceOptions = {},
): FastifyInstance {
  const made = fastify()
  made.addHook('onRequest', async (request) => tellCaller(request, async () => ({ actor })))
  made.setErrorHandler<Error>((error, request, reply) => answerProblem(error, request, reply))
  addPublishRoutes(made, of, options)
  return made
}

/** A node with drawn crossings and a public stock, served to nobody known until it is stopped. */
export interface PublishedNode {
  readonly node: CaudalNode
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  readonly stop: () => Promise<void>
}

export async function publishNode(): Promise<PublishedNode> {
  let finish = () => {}
  const ended = new Promise<void>((resolve) => (finish = resolve))
  return new Promise((ready, failed) => {
    const running = withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn-posts',
        synthetic: true,
        sql: crossingsSql(5000),
      })
      await receiveFacts(node, {
        recordType: 'observation',
        dataset: 'un-migrant-stock-2019',
        records: [
          {
            measure: 'migrant-stock',
            period: '2015',
            ref_area: 'USA',
            counterpart_area: 'SLV',
            value: 1.5,
          },
          {
            measure: 'migrant-stock',
            period: '2019',
            ref_area: 'USA',
            counterpart_area: '=cmd',
            value: -2,
          },
          {
            measure: 'migrant-stock',
            period: '2019',
            ref_area: 'CRI',
            counterpart_area: 'SLV',
            value: null,
          },
          {
            measure: 'migrant-stock',
            period: '2019',
            ref_area: 'CRI',
            counterpart_area: '@x',
            value: 7,
          },
        ],
      })
      await buildCubes(node, statistician)
      const server = servePublished(node)
      ready({
        node,
        get: async (url, headers = {}) => server.inject({ method: 'GET', url, headers }),
        stop: async () => {
          await server.close()
          finish()
          await running
        },
      })
      await ended
    })
    running.catch(failed)
  })
}
