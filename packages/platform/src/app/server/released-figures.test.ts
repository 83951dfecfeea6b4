import { expect, test } from 'vitest'
import type { Role } from '@caudal/methods/govern'
import type { TableResult } from '@caudal/methods/publish'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { createReleaseService } from '../../publish/release/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { enrolAt, other, own } from './testing-belongings.ts'
import { openTestServer, type TestBrowser } from './testing-server.ts'

/** Crossings of 2020 by mode and direction. Two persons came by air, in either country: no release shows them. */
const counted = {
  HND: { land: [1009, 1102], air: [2, 347], sea: [411, 523] },
  GTM: { land: [1187, 1546], air: [2, 389], sea: [457, 571] },
} as const
const countries = ['HND', 'GTM'] as const
const modes = ['land', 'air', 'sea'] as const
const directions = ['arrival', 'departure'] as const

const shown = (country: string) =>
  `rows=mode&columns=direction&where=country:${country}%3Btime.year:2020`

async function receive(node: CaudalNode): Promise<void> {
  for (const country of countries) {
    const parts = modes.flatMap((mode) =>
      directions.map(
        (direction, at) => `select '${country}' as country, '${mode}' as mode,
          '${direction}' as direction, date '2020-01-01' + (i * 7 % 366)::integer as crossed_on,
          'SLV' as citizenship, 1941 + i % 60 as birth_year
          from range(${counted[country][mode][at]!}) as drawn(i)`,
      ),
    )
    const dataset = `posts-${country.toLowerCase()}`
    await receiveFacts(node, { recordType: 'movement', dataset, sql: parts.join(' union all ') })
  }
  await buildCubes(node, statistician, { only: ['movements'] })
}

/** A table of each country, drafted and approved there, is out. */
async function publishBoth(node: CaudalNode): Promise<Map<string, string>> {
  const releases = createReleaseService(node)
  const files = new Map<string, string>()
  for (const country of countries) {
    const person = (id: string) => publisherOf(country, id)
    const { id } = await releases.draft(person('one'), {
      series: `modes-${country.toLowerCase()}`,
      title: { es: 'Modos', en: 'Modes', fr: 'Modes' },
      rules: { threshold: 3 },
      figures: [{ id: 'by-mode', cube: 'movements', table: decodeURIComponent(shown(country)) }],
    })
    await releases.approve(person('two'), id)
    await releases.publish(person('two'), id)
    files.set(country, (await releases.readFile(id, 'en/by-mode.csv'))!.content.toString())
  }
  return files
}

const messages = [
  '/sdmx/v1/data/MOVEMENTS?format=csvdata',
  '/sdmx/v1/data/MOVEMENTS/all?detail=full&includeHistory=true',
  '/sdmx/v1/availableconstraint/MOVEMENTS',
  '/sdmx/v2/data/dataflow/CAUDAL/MOVEMENTS/+/*?format=csvdata',
  '/sdmx/v2/data/dataflow/CAUDAL/MOVEMENTS/+/*?c[REF_AREA]=HND&includeHistory=true',
  '/sdmx/v2/availability/dataflow/CAUDAL/MOVEMENTS/+/*',
]

test('What is exchanged while releases are out is what they show, the same for whoever asks', async () => {
  await withNode(async (node) => {
    await receive(node)
    const files = await publishBoth(node)
    const here = await openTestServer(node)
    const read = async (browser: TestBrowser, url: string) => {
      const { statusCode, body } = await browser.get(url)
      return { url, statusCode, body }
    }
    const strangers = await Promise.all(messages.map((url) => read(here.browser(), url)))
    expect(strangers.map(({ statusCode }) => statusCode)).toEqual(messages.map(() => 200))

    const readers: readonly (readonly [
      string,
      Role,
      { institution?: string; country?: string },
    ])[] = [
      ['at-home', 'statistician', own],
      ['abroad', 'statistician', other],
      ['publisher', 'publisher', own],
      ['coordinator', 'regional-coordinator', {}],
      ['auditor', 'auditor', {}],
    ]
    const people = new Map<string, TestBrowser>()
    for (const [name, role, place] of readers) {
      const { browser } = await enrolAt(node, here, name, role, place as typeof own)
      people.set(name, browser)
      for (const told of strangers) {
        const mine = await read(browser, told.url)
        expect([name, mine.url, mine.body === told.body]).toEqual([name, told.url, true])
      }
    }

    // each figure that is told is a cell of the release of its country, and a withheld one has no value
    const lines = rowsOf(strangers[3]!.body)
    for (const country of countries) {
      for (const mode of modes) {
        for (const [at, direction] of directions.entries()) {
          const flow = direction === 'arrival' ? 'BORDER_ARRIVALS' : 'BORDER_DEPARTURES'
          const told = lines.filter(
            (line) =>
              line['REF_AREA'] === country &&
              line['MODE_TRANSPORT'] === mode &&
              Object.values(line).includes(flow),
          )
          const cell = cellOf(files.get(country)!, mode, direction)
          expect(told.map((line) => line['OBS_VALUE'])).toEqual([cell])
          if (cell === '') expect(told[0]).toMatchObject({ OBS_STATUS: 'Q', CONF_STATUS: 'C' })
          else expect(cell).toBe(String(counted[country][mode][at]))
        }
      }
    }
    expect(cellOf(files.get('HND')!, 'air', 'arrival')).toBe('')

    // the exact figure is there to be found, by a table and in its own country alone
    const table = (country: string) => `/api/cubes/movements/table?${shown(country)}`
    const values = async (name: string, country: string) => {
      const answer = (await people.get(name)!.get(table(country))).json<TableResult>()
      return { protection: answer.protection, values: answer.values }
    }
    const everybody = async (country: string) =>
      (await here.browser().get(table(country))).json<TableResult>()
    expect((await values('at-home', 'HND')).values).toContain(2)
    expect((await values('at-home', 'HND')).protection).toBe('unprotected')
    expect((await values('abroad', 'HND')).values).toEqual((await everybody('HND')).values)
    expect((await values('at-home', 'GTM')).values).toEqual((await everybody('GTM')).values)
    expect((await everybody('HND')).values).not.toContain(2)
    expect((await values('coordinator', 'HND')).protection).toBe('unprotected')

    // an alert tells its owner what everybody reads, of the own country too
    const newest = async (name: string, mode: string) => {
      const where = `country:HND;mode:${mode};direction:arrival;time.year:2020`
      const query = new URLSearchParams({ columns: 'time.year', where }).toString()
      const series = { cube: 'movements', query }
      const answer = await people.get(name)!.post('/api/publish/alerts/series', series)
      return answer.json<{ figure?: number; code?: string }>()
    }
    for (const mode of ['land', 'air']) {
      expect(await newest('at-home', mode)).toEqual(await newest('abroad', mode))
    }
    expect(await newest('at-home', 'land')).toMatchObject({ figure: counted.HND.land[0] })
    expect(await newest('at-home', 'air')).toMatchObject({ code: 'alerts.no-figure' })
    await here.close()
  })
}, 240_000)

function rowsOf(csv: string): Record<string, string>[] {
  const [heading = [], ...lines] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return lines.map((line) => Object.fromEntries(heading.map((name, at) => [name, line[at] ?? ''])))
}

/** The figure of a cell in the file of a release; '' where it is withheld. */
function cellOf(csv: string, mode: string, direction: string): string {
  const [heading = '', ...lines] = csv.trim().split(/\r?\n/)
  const names = heading.split(',')
  const line = lines.find((each) => {
    const parts = each.split(',')
    return parts.includes(mode) && parts.includes(direction)
  })
  if (line === undefined) throw new Error(`No line of ${mode} and ${direction} in:\n${csv}`)
  return line.split(',')[names.indexOf('value')] ?? ''
}
