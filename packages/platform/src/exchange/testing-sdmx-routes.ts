import fastify, { type FastifyInstance } from 'fastify'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { addExchangeRoutes, answerUnroutable } from './routes.ts'
import type { SdmxServiceOptions } from './service.ts'
import { statistician } from '../govern/testing-actors.ts'

/** Stocks of three destinations, some from an origin that no list knows, one without a figure. */
export const stocks = [
  { period: '2010', ref_area: 'USA', counterpart_area: 'SLV', value: 1_200_000 },
  { period: '2015', ref_area: 'USA', counterpart_area: 'SLV', value: 1_300_000 },
  { period: '2019', ref_area: 'USA', counterpart_area: 'SLV', value: 1_400_000 },
  { period: '2010', ref_area: 'USA', counterpart_area: 'GTM', value: 900_000 },
  { period: '2019', ref_area: 'USA', counterpart_area: 'GTM', value: 1_100_000.5 },
  { period: '2019', ref_area: 'CRI', counterpart_area: 'NIC', value: 300_000 },
  { period: '2019', ref_area: 'CRI', counterpart_area: '=cmd|"<&', value: 7 },
  { period: '2015', ref_area: 'MEX', counterpart_area: 'GTM', value: null },
].map((each) => ({ measure: 'migrant-stock', ...each }))

/** Receives what the tests of the service ask for, and builds the cubes. */
export async function fillNode(node: CaudalNode): Promise<void> {
  await receiveFacts(node, {
    recordType: 'observation',
    dataset: 'un-migrant-stock-2019',
    records: stocks,
  })
  await receiveFacts(node, {
    recordType: 'incident',
    dataset: 'missing-migrants',
    records: [
      { month: '2020-01', region: 'mediterranean', country: 'LBY', dead: 3, dead_and_missing: 5 },
      { month: '2020-05', region: 'mediterranean', country: 'LBY', dead: 1, dead_and_missing: 1 },
      { month: '2021-02', region: 'europe', country: 'GRC', dead: 2, dead_and_missing: 2 },
    ],
  })
  await receiveFacts(node, {
    recordType: 'observation',
    dataset: 'nz-plt-migration',
    records: ['F', 'M'].flatMap((sex) =>
      ['arrival', 'departure'].map((direction, index) => ({
        measure: 'migration-flow',
        period: '2016',
        ref_area: 'NZ-02',
        direction,
        citizenship: 'NZL',
        sex,
        age: 'Y20T24',
        value: 100 + index,
      })),
    ),
  })
  await buildCubes(node, statistician)
}

/** A server with the SDMX services alone. */
export function serveSdmx(node: CaudalNode, options: SdmxServiceOptions = {}): FastifyInstance {
  const server = fastify({
    frameworkErrors(_error, request, reply) {
      void answerUnroutable(request, reply)
    },
  })
  addExchangeRoutes(server, node, options)
  return server
}

/** A filled node with its server, for all tests of a file; `finish` closes both. */
export async function openSdmxNode(options: SdmxServiceOptions = {}): Promise<{
  readonly node: CaudalNode
  readonly server: FastifyInstance
  readonly finish: () => Promise<void>
}> {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return new Promise((ready, failed) => {
    const running = withNode(async (node) => {
      await fillNode(node)
      const server = serveSdmx(node, options)
      const finish = async () => {
        await server.close()
        end()
        await running
      }
      ready({ node, server, finish })
      await ended
    })
    running.catch(failed)
  })
}
