import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testFolder } from '../testing-import.ts'
import { fetchPublic } from './fetch-public.ts'
import { fetchFile, fetchText } from './http-client.ts'

const client = () => ({
  fetch,
  places: ['https://files.example.org/kept/'],
  folder: testFolder(),
  patienceMs: 1,
})

describe('a source that sends the node on', () => {
  /** A network in which `from` answers with a redirect and everything else with a figure. */
  const turning = (places: Readonly<Record<string, string>>, asked: string[] = []) =>
    ((address: string) => {
      asked.push(address)
      const location = places[address]
      return Promise.resolve(
        location === undefined
          ? new Response('[1]')
          : new Response(null, { status: 302, headers: { location } }),
      )
    }) as typeof fetch
  const source = 'https://figures.example.org/data'

  test('is followed over https to its own host and to the places that are named for it', async () => {
    const asked: string[] = []
    const network = turning(
      {
        [source]: '/v2/data',
        'https://figures.example.org/v2/data': 'https://files.example.org/kept/a',
      },
      asked,
    )
    const options = { ...client(), fetch: network }
    expect(await fetchText(source, options)).toBe('[1]')
    expect(asked).toEqual([
      source,
      'https://figures.example.org/v2/data',
      'https://files.example.org/kept/a',
    ])
  })

  test('is followed nowhere else, and nothing there is asked; the place is told without its secrets', async () => {
    for (const [location, place] of [
      ['http://figures.example.org/data', 'http://figures.example.org/data'],
      ['https://other.example.org/x?token=1', 'https://other.example.org/x'],
      ['https://169.254.169.254/latest/meta-data', 'https://169.254.169.254/latest/meta-data'],
      ['http://127.0.0.1:5432/', 'http://127.0.0.1:5432/'],
      ['https://figures.example.org:8443/', 'https://figures.example.org:8443/'],
      ['https://files.example.org/kept/../else', 'https://files.example.org/else'],
      ['https://a:b@figures.example.org/', 'https://figures.example.org/'],
      ['https://figures.example.org.evil.example/', 'https://figures.example.org.evil.example/'],
      ['file:///etc/passwd', 'null/etc/passwd'],
      ['https://', 'https://'],
    ] as const) {
      const asked: string[] = []
      const options = { ...client(), fetch: turning({ [source]: location }, asked) }
      await expect(fetchText(source, options), location).rejects.toMatchObject({
        code: 'collect.source-leads-away',
        details: { host: 'figures.example.org', place },
      })
      expect(asked).toEqual([source])
    }
    const server = createServer((_, response) => {
      response.writeHead(302, { location: '/round' }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const reached = `http://127.0.0.1:${(server.address() as AddressInfo).port}/figures`
    await expect(fetchFile(reached, 'a.csv', client())).rejects.toMatchObject({
      code: 'collect.source-leads-away',
    })
    const round = { ...client(), fetch: turning({ [source]: source }) }
    await expect(fetchText(source, round)).rejects.toMatchObject({
      code: 'collect.source-leads-away',
    })
  })

  test('by the file that its answer names is held to the same', async () => {
    const file = { format: 'CSV', download_url: 'https://evil.example/admin0-to-2.csv' }
    const network = (() =>
      Promise.resolve(Response.json({ result: { resources: [file] } }))) as unknown as typeof fetch
    const request = { source: 'hdx-dtm', countries: [], folder: testFolder(), fetch: network }
    const take = () => Promise.reject(new Error('There is nothing to take.'))
    await expect(fetchPublic(request, take)).rejects.toMatchObject({
      code: 'collect.source-leads-away',
      details: { place: 'https://evil.example/admin0-to-2.csv' },
    })
  })
})
