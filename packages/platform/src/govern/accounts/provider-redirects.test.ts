import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { withNode } from '../../store/testing.ts'
import { openAccounts } from './accounts.ts'
import { Provider } from './provider.ts'

async function listen(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

it('The node goes nowhere that the provider sends it on to', async () => {
  let reached = 0
  const elsewhere = await listen((_, answer) => {
    reached += 1
    answer.end('{}')
  })
  const turning = await listen((request, answer) => {
    answer.writeHead(302, { location: `${elsewhere.address}${request.url}` }).end()
  })
  try {
    await withNode(async (node) => {
      const provider = new Provider({
        issuer: turning.address,
        clientId: 'caudal',
        clientSecret: 'a secret of the test',
        name: 'Ministerio',
        trusted: [],
      })
      const journey = { returnTo: 'http://localhost/back', language: 'es' } as const
      const origin = { address: '127.0.0.1', client: 'a test' }
      await expect(provider.begin(openAccounts(node), journey, origin)).rejects.toMatchObject({
        code: 'govern.accounts.provider-failed',
      })
    })
    expect(reached).toBe(0)
  } finally {
    await Promise.all([turning.close(), elsewhere.close()])
  }
})
