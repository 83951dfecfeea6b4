// The server that `benchmarks/sdmx.ts` asks, in a process of its own and built as the program is.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { addExchangeRoutes } from '../../packages/platform/src/exchange/routes.ts'
import { openNode } from '../../packages/platform/src/store/index.ts'

const node = await openNode({
  root: process.argv[2]!,
  role: 'command',
  registerUrl: '',
  memoryLimit: 96 * 2 ** 20,
})
const server = fastify()
addExchangeRoutes(server, node)
await server.listen({ port: 0, host: '127.0.0.1' })
process.send!((server.server.address() as AddressInfo).port)
process.on('message', () => process.send!(peakMegabytes()))
await once(process, 'disconnect')
await server.close()
await node.close()

/** The most memory that this process has held, in megabytes, as the system counts it. */
function peakMegabytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024)
}
