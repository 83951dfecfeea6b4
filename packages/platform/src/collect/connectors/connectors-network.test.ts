import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ImportReport } from '../import-report.ts'
import { testFolder } from '../testing-import.ts'
import { fetchPublic, type PublicRequest } from './fetch-public.ts'

/**
 * One answer of each source in its documented shape, the same without what its connector reads, and the
 * key that goes missing. SYNTHETIC figures.
 */
const sources = [
  {
    source: 'unhcr',
    answer: {
      page: 1,
      maxPages: 1,
      items: [
        {
          year: 2023,
          coo_iso: 'NIC',
          coa_iso: 'CRI',
          refugees: 9000,
          asylum_seekers: 1,
          idps: 0,
          stateless: 0,
        },
      ],
    },
    changed: {
      page: 1,
      maxPages: 1,
      items: [{ year: 2023, coo_iso: 'NIC', coa_iso: 'CRI', refugees: 1 }],
    },
    missing: 'asylum_seekers, idps, stateless',
  },
  {
    source: 'world-bank',
    answer: [
      { page: 1, pages: 1 },
      [
        {
          indicator: { id: 'SM.POP.NETM' },
          countryiso3code: 'GTM',
          date: '2023',
          value: -9000,
          obs_status: '',
          decimal: 0,
        },
      ],
    ],
    changed: [
      { page: 1, pages: 1 },
      [
        {
          indicator: { id: 'SM.POP.NETM' },
          countryiso3code: 'GTM',
          date: '2023',
          obs_status: '',
          decimal: 0,
        },
      ],
    ],
    missing: 'value',
  },
  {
    source: 'missing-migrants',
    answer: [
      Object.fromEntries(
        'web_id region reported_date number_dead number_missing total_dead_and_missing number_of_survivors number_of_female number_of_male number_of_children cause_death country_of_incident location_description unsd_geographic_grouping location_coodinates migration_route information_source url source_quality'
          .split(' ')
          .map((key) => [key, key === 'reported_date' ? '2014-05-01' : '1']),
      ),
    ],
    changed: [{ web_id: '2014.1', coordinates: '1, 2' }],
    missing: 'location_coodinates',
  },
  {
    source: 'un-sdg',
    answer: {
      data: [
        {
          series: 'SI_RMT_COST',
          geoAreaCode: '320',
          timePeriodStart: 2022,
          value: '4.1',
          attributes: { Nature: 'C' },
          dimensions: { 'Reporting Type': 'G' },
        },
      ],
      pageNumber: 1,
      totalPages: 1,
    },
    changed: { rows: [], pageNumber: 1 },
    missing: 'data',
  },
  {
    source: 'hdx-dtm',
    answer: {
      result: {
        resources: [{ format: 'CSV', download_url: 'https://data.humdata.org/x-admin-0-to-2.csv' }],
      },
    },
    changed: {
      result: { resources: [{ format: 'XLSX', download_url: 'https://data.humdata.org/x.xlsx' }] },
    },
    missing: 'CSV: …admin-0-to-2.csv',
  },
] as const

/** What the exchange's file holds. */
const csv = 'operation,admin0Pcode\n#operation+name,#country+code\nSYNTHETIC,HTI\nSYNTHETIC,HND\n'

/** Asks a source, and gives what would be taken in as its text. */
async function bring(
  request: Partial<PublicRequest> & Pick<PublicRequest, 'source'>,
): Promise<string> {
  let text = ''
  await fetchPublic(
    { countries: [], folder: testFolder(), patienceMs: 1, thisYear: 2014, ...request },
    async ({ file }) => {
      text = readFileSync(file, 'utf8')
      return {} as ImportReport
    },
  )
  return text
}

/** Answers that break off in the middle, with a tag by which the rest and the unchanged are asked for. */
function brokenNetwork(bodyOf: (address: string) => string) {
  const seen: string[] = []
  const half = new Set<string>()
  const answers = (async (address: string, { headers }: { headers: Record<string, string> }) => {
    const body = Buffer.from(bodyOf(address))
    const etag = '"v1"'
    if (headers['if-none-match'] === etag) {
      seen.push('304')
      return new Response(null, { status: 304, headers: { etag } })
    }
    if (headers['range'] !== undefined) {
      seen.push('206')
      const from = Number(/\d+/.exec(headers['range'])![0])
      return new Response(body.subarray(from), { status: 206, headers: { etag } })
    }
    if (!seen.includes('503')) {
      seen.push('503')
      return new Response('busy', { status: 503 })
    }
    seen.push('200')
    if (half.has(address)) return new Response(body, { headers: { etag } })
    half.add(address)
    let sent = false
    const stream = new ReadableStream({
      pull(controller) {
        if (sent) controller.error(new Error('the line broke'))
        else controller.enqueue(body.subarray(0, Math.floor(body.length / 2)))
        sent = true
      },
    })
    return new Response(stream, { headers: { etag } })
  }) as unknown as typeof fetch
  return { seen, answers }
}

describe.each(sources)('$source', ({ source, answer, changed, missing }) => {
  const isFile = source === 'hdx-dtm'
  const bodyOf = (address: string) => (address.endsWith('.csv') ? csv : JSON.stringify(answer))

  test('is tried again, read on from where it broke off, and not sent twice where nothing changed', async () => {
    const folder = testFolder()
    const { seen, answers } = brokenNetwork(bodyOf)
    const first = await bring({ source, folder, fetch: answers })
    expect(seen).toEqual(isFile ? ['503', '200', '206', '200', '206'] : ['503', '200', '206'])
    seen.length = 0
    expect(await bring({ source, folder, fetch: answers })).toBe(first)
    expect(seen).toEqual(isFile ? ['304', '304'] : ['304'])
    // without a network, from the file that somebody saved
    const saved = join(testFolder(), 'saved')
    writeFileSync(saved, isFile ? csv : JSON.stringify(answer))
    expect(
      await bring({ source, from: [saved], fetch: () => Promise.reject(new Error('offline')) }),
    ).toBe(first)
    expect(first.length).toBeGreaterThan(40)
  })

  test('is refused with the difference where its answer changed its shape', async () => {
    const answers = (async () => Response.json(changed)) as unknown as typeof fetch
    await expect(bring({ source, fetch: answers })).rejects.toMatchObject({
      code: 'collect.source-changed',
      details: { missing: expect.stringContaining(missing) as string },
    })
    const web = (async () => new Response('<html>')) as unknown as typeof fetch
    await expect(bring({ source, fetch: web })).rejects.toMatchObject({
      code: 'collect.source-changed',
      details: { found: '<html>' },
    })
  })
})

describe('an answer of any length', () => {
  test('takes the memory of one page, and none of a file', () => {
    const program = fileURLToPath(new URL('testing-long-answer.ts', import.meta.url))
    const said = execFileSync(
      process.execPath,
      [
        '--max-old-space-size=96',
        '--conditions=@caudal/source',
        '--import',
        'tsx',
        program,
        testFolder(),
      ],
      { encoding: 'utf8' },
    )
    expect(JSON.parse(said)).toEqual({ rows: 480_000, megabytes: 96, file: 128 })
  })

  test('is refused where one page of it is longer than any source sends', async () => {
    const long = `[${'"x",'.repeat(9 * 2 ** 20)}"x"]`
    const answers = (async () => new Response(long)) as unknown as typeof fetch
    await expect(bring({ source: 'world-bank', fetch: answers })).rejects.toMatchObject({
      code: 'collect.source-too-long',
    })
    const saved = join(testFolder(), 'saved.json')
    writeFileSync(saved, long)
    await expect(bring({ source: 'world-bank', from: [saved] })).rejects.toMatchObject({
      code: 'collect.source-too-long',
    })
  })
})
