// Asks two sources for long answers that are made up on the way, and says how much of them came through.
// Started by a test with little memory: what holds more than one page of an answer ends this process.
import { createReadStream, statSync } from 'node:fs'
import { fetchPublic } from './fetch-public.ts'

const [pages, perPage, mebibytes] = [60, 8000, 128]
const folder = process.argv[2]!
const counted = { rows: 0, bytes: 0 }

const page = (at: number) =>
  JSON.stringify([
    { page: at, pages },
    Array.from({ length: perPage }, (_, row) => ({
      indicator: { id: 'SM.POP.NETM', value: 'SYNTHETIC: net migration' },
      country: { id: 'GT', value: 'Guatemala' },
      countryiso3code: 'GTM',
      date: String(1900 + (row % 125)),
      value: row,
      unit: '',
      obs_status: '',
      decimal: 0,
    })),
  ])

const answers = (async (address: string) => {
  if (address.endsWith('.csv')) {
    let left = mebibytes
    const piece = Buffer.alloc(2 ** 20, 'SYNTHETIC,1\n')
    const first = Buffer.from(piece)
    first.write('operation,admin0Pcode\n#operation+name,#country+code\n')
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (left === 0) controller.close()
          else controller.enqueue(new Uint8Array(left === mebibytes ? first : piece))
          left -= 1
        },
      }),
    )
  }
  if (address.includes('package_show')) {
    const resources = [
      { format: 'CSV', download_url: 'https://data.humdata.org/x-admin-0-to-2.csv' },
    ]
    return Response.json({ result: { resources } })
  }
  const text = page(Number(new URL(address).searchParams.get('page')))
  counted.bytes += text.length
  return new Response(text)
}) as unknown as typeof fetch

const request = { countries: [], folder, fetch: answers, patienceMs: 1 }
await fetchPublic({ ...request, source: 'world-bank' }, async ({ file }) => {
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk as Buffer) if (byte === 10) counted.rows += 1
  }
  return undefined as never
})
const size = { file: 0 }
await fetchPublic({ ...request, source: 'hdx-dtm' }, async ({ file }) => {
  size.file = statSync(file).size / 2 ** 20
  return undefined as never
})
process.stdout.write(
  JSON.stringify({ rows: counted.rows, megabytes: Math.round(counted.bytes / 1e6), ...size }),
)
