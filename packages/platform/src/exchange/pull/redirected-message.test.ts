import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fetchMessage, ordinaryLimits } from './fetch-message.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data`
}

test('A service that sends the node into its own network is refused with the place, and nothing is asked there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-pull-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let reached = 0
  const inside = await serve((_, answer) => {
    reached += 1
    answer.end('<secret/>')
  })
  const service = await serve((_, answer) => {
    answer.writeHead(307, { location: `${inside}?key=1` }).end()
  })
  const fetched = fetchMessage(service, join(folder, 'a.xml'), undefined, ordinaryLimits)
  await expect(fetched).rejects.toMatchObject({
    code: 'collect.source-leads-away',
    details: { place: inside },
  })
  expect(reached).toBe(0)
})
