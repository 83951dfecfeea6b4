import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import { roles, type Role } from '@caudal/methods/govern'
import type { TableResult } from '@caudal/methods/publish'
import { importFile } from '../../collect/service.ts'
import {
  crossing,
  crossings,
  crossingsProfile,
  testFolder,
  writeImport,
} from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { runLinkage } from '../../link/persons/service.ts'
import { buildCubes } from '../../measure/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { saidBy } from './testing-answers.ts'
import { listRoutes } from './guard.ts'
import { enrolAt, own } from './testing-belongings.ts'
import { openTestServer, type Enrolled, type TestServer } from './testing-server.ts'

/** Records by country and sex. The sums of one country, and of both, stand nowhere else. */
const counted = { HND: { F: 1009, M: 1102 }, GTM: { F: 1187, M: 1546 } } as const
/** What nobody of Honduras is told exactly: of Guatemala, and of both together. */
const foreign = [1187, 1546, 2733, 4844]

/** A figure as any answer may write it: `2733`, `2,733`, `2.733`, `2 733`. */
const exactly = new RegExp(
  `(?<![\\w.-])(?:${foreign.map((figure) => String(figure).replace(/^\d/, '$&[.,\\s\u00A0\u202F]?')).join('|')})(?![\\w-]|\\.\\d)`,
  'g',
)

/** The foreign figures in an answer: a perturbed one may by chance be as large, and is then the same to strangers. */
const figuresIn = (body: Buffer): Set<string> =>
  new Set([...saidBy(body).matchAll(exactly)].map(([figure]) => figure.replace(/\D/g, '')))

/** Works on what every country brought, or reads the log of it (decisions 113 and 129). */
const everywhere: readonly Role[] = ['administrator', 'auditor', 'regional-coordinator']

function linesOf(country: 'HND' | 'GTM'): string[] {
  const { F, M } = counted[country]
  return Array.from({ length: F + M }, (_, at) =>
    crossing({
      fecha: `${String(1 + (at % 28)).padStart(2, '0')}/0${1 + (at % 9)}/2020`,
      sentido: at % 3 === 0 ? 'S' : 'E',
      sexo: at < F ? 'F' : 'M',
      pais: ['SLV', 'NIC', 'CUB', 'VEN'][at % 4]!,
      nacimiento: `${String(1 + (at % 28)).padStart(2, '0')}/04/${1950 + (at % 50)}`,
      nombres: `N${at}`,
      apellidos: `A${at} B${at % 97}`,
      documento: `${country}${at}`,
    }),
  )
}

/** Observed crossings of two countries, linked and counted. Nobody is entered as owner of those of Guatemala. */
async function prepare(node: CaudalNode): Promise<void> {
  for (const country of ['HND', 'GTM'] as const) {
    const dataset = `crossings-${country.toLowerCase()}`
    const { fields } = crossingsProfile() as { fields: object }
    const { file, profile } = writeImport(crossings(...linesOf(country)), {
      profile: crossingsProfile({
        id: dataset,
        dataset,
        country,
        synthetic: false,
        fields: { ...fields, country: { constant: country } },
      }),
    })
    await importFile(node, keeper, { file, profile })
  }
  const owned = { owner: own.institution, country: own.country, activity: 'crossings' }
  await addVersion(node.register, 'dataset', 'crossings-hnd', owned, 0, 'test')
  await runLinkage(node, terminalActor('linkage-officer'))
  await buildCubes(node, terminalActor('statistician'), { only: ['movements'] })
}

const table = '/api/cubes/movements/table'
const formats = ['json', 'csv', 'xlsx', 'parquet'] as const
const questions = [
  'rows=country',
  'rows=sex&where=country:GTM',
  'rows=sex&columns=country',
  'rows=sex',
]

/** Where figures of both countries are asked for; routes without a parameter are all asked as well. */
const asked = [
  ...questions.flatMap((question) =>
    formats.map((format) => `${table}?${question}&format=${format}`),
  ),
  ...['', '/provenance', '/revisions', '/dimensions/country/codes'].map(
    (part) => `/api/cubes/movements${part}`,
  ),
  ...['quality', 'review', 'decisions'].map((part) => `/api/link/${part}?country=GTM`),
  ...['json', 'html', 'xlsx'].map((format) => `/api/collect/batches/2/report?format=${format}`),
  ...['HND&destination=GTM', 'GTM&destination=HND'].flatMap((pair) =>
    ['crossings', 'migrations'].map(
      (flow) => `/api/measure/mirror?origin=${pair}&flow=${flow}&period=year`,
    ),
  ),
  ...['survival', 'growth', 'accounts'].map((part) => `/api/measure/${part}?country=GTM`),
  '/sdmx/v1/data/MOVEMENTS',
  '/sdmx/v1/data/MOVEMENTS/all?detail=full&includeHistory=true',
  '/sdmx/v1/availableconstraint/MOVEMENTS',
  '/sdmx/v2/data/dataflow/CAUDAL/MOVEMENTS/+/*',
  '/sdmx/v2/data/dataflow/CAUDAL/MOVEMENTS/+/*?c[REF_AREA]=GTM&c[FREQ]=A',
  '/sdmx/v2/availability/dataflow/CAUDAL/MOVEMENTS/+/*',
  '/api/search?query=guatemala',
  '/es/countries/GTM',
  '/en/countries/GTM',
]

test('No route tells somebody of one country an exact figure of another, in no format and with no token', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const first = await enrolAt(node, here, 'first', 'statistician', own)
    await prepare(node)
    await compareTokens(here, first)
    await compareDownloads(node, here, first)
    const plain = listRoutes(here.server)
      .filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url))
      .map(({ url }) => url)
    const known = new Map<string, Set<string>>()
    const toStrangers = async (url: string) => {
      const figures = known.get(url) ?? figuresIn((await here.browser().get(url)).rawPayload)
      known.set(url, figures)
      return figures
    }
    const leaks: string[] = []
    const seen = new Set<string>()
    for (const role of Object.keys(roles) as Role[]) {
      const person = await enrolAt(node, here, `of-${role}`, role, own)
      for (const url of [...plain, ...asked]) {
        const { rawPayload, statusCode } = await person.browser.get(url)
        const told = figuresIn(rawPayload)
        if (statusCode >= 500) leaks.push(`${role}: ${url}: ${statusCode}`)
        if (told.size === 0) continue
        if (everywhere.includes(role)) seen.add(url)
        else {
          const strangers = await toStrangers(url)
          if ([...told].some((figure) => !strangers.has(figure))) leaks.push(`${role}: ${url}`)
        }
      }
    }
    expect(leaks).toEqual([])
    // The figures are there to be found: whoever decides on all countries reads them.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        `${table}?rows=country&format=json`,
        `${table}?rows=country&format=csv`,
        `${table}?rows=country&format=xlsx`,
        '/api/cubes/movements/provenance',
        '/api/collect/batches',
      ]),
    )
    await here.close()
  })
}, 240_000)

/** Numbers of a download are those of the table that the same person reads. */
async function compareDownloads(
  node: CaudalNode,
  here: TestServer,
  { browser }: Enrolled,
): Promise<void> {
  const folder = testFolder()
  const read = async (from: Pick<Enrolled, 'browser'>, question: string) => {
    const shown = await from.browser.get(`${table}?${question}`)
    const { values, protection } = shown.json<TableResult>()
    const downloaded = await from.browser.get(`${table}?${question}&format=parquet`)
    const file = join(folder, 'table.parquet')
    writeFileSync(file, downloaded.rawPayload)
    const rows = await node.lake.rows<{ value: number | null }>(
      `select value from read_parquet(${quoteText(file)})`,
    )
    const cells = rows.map(({ value }) => (value === null ? null : Number(value)))
    expect([question, cells]).toEqual([question, values])
    const book = saidBy((await from.browser.get(`${table}?${question}&format=xlsx`)).rawPayload)
    for (const value of values) {
      if (value !== null) expect(book).toContain(`<v>${value}</v>`)
    }
    return { values, protection }
  }
  const reader = { browser }
  const stranger = { browser: here.browser() }
  const home = await read(reader, 'rows=sex&where=country:HND')
  expect(home).toEqual({ values: [counted.HND.F, counted.HND.M], protection: 'unprotected' })
  for (const question of questions) {
    const shown = await read(reader, question)
    expect(shown.protection).toBe('perturbed')
    expect(shown).toEqual(await read(stranger, question))
  }
}

/** A token reads exactly what its operations give, of its owner's country. */
async function compareTokens(here: TestServer, { browser }: Enrolled): Promise<void> {
  const tokenFor = async (operation: string) => {
    const body = { label: operation, operations: [operation], purposes: ['statistics'], days: 3 }
    const made = await browser.post('/api/govern/account/tokens', body)
    return made.json<{ secret: string }>().secret
  }
  const readWith = async (secret: string, country: string) => {
    const answer = await here.browser().send({
      method: 'GET',
      url: `${table}?rows=sex&where=country:${country}`,
      headers: { authorization: `Bearer ${secret}`, 'sec-fetch-site': '' },
    })
    return answer.json<TableResult>().protection
  }
  const [reading, narrower] = [await tokenFor('measure.read'), await tokenFor('link.run')]
  expect(await readWith(reading, 'HND')).toBe('unprotected')
  expect(await readWith(reading, 'GTM')).toBe('perturbed')
  expect(await readWith(narrower, 'HND')).toBe('perturbed')
}
