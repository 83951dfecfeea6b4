import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getRecordType, type Sensitivity } from '@caudal/methods/collect'
import {
  operations,
  purposes,
  readEntry,
  roles,
  ruleOf,
  type Operation,
  type Purpose,
  type Role,
} from '@caudal/methods/govern'
import { importFile } from '../../collect/service.ts'
import { crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { listRoutes } from './guard.ts'
import { openTestServer, type Enrolled, type TestServer } from './testing-server.ts'

const everyRole = Object.keys(roles) as Role[]
const { fields } = getRecordType('movement')

/** SYNTHETIC: what one record says in the fields that nothing else in the node says. */
const planted = {
  given_names: 'Ximenaplant',
  family_names: 'Quetzalplant',
  document_number: 'PLANT777',
  birth_date: '1988-08-17',
  carrier: 'Carrierplant',
} as const

/** What the agreement shares: names among it, though they would cross a border without an assessment. */
const shared = {
  purposes: ['statistics', 'linkage', 'research'],
  fields: ['sex', 'age', 'carrier', 'purpose', 'family_names'],
} as const

type Given = 'whole' | 'coarse' | 'nothing of it' | 'not'

/** The handbook's table (methods/govern/README.md), written down once more on its own. */
const handbook: Partial<Record<Role, [Purpose, Record<Sensitivity, Given>]>> = {
  'data-officer': [
    'collection',
    { identity: 'whole', quasi: 'whole', sensitive: 'whole', plain: 'whole' },
  ],
  'linkage-officer': [
    'linkage',
    { identity: 'whole', quasi: 'whole', sensitive: 'nothing of it', plain: 'whole' },
  ],
  statistician: [
    'statistics',
    { identity: 'not', quasi: 'whole', sensitive: 'whole', plain: 'whole' },
  ],
  researcher: [
    'research',
    { identity: 'not', quasi: 'coarse', sensitive: 'nothing of it', plain: 'whole' },
  ],
  'protection-officer': [
    'subject-request',
    { identity: 'whole', quasi: 'whole', sensitive: 'whole', plain: 'whole' },
  ],
}

let here: TestServer
let finish: () => void
let running: Promise<void>
const people = new Map<Role, Enrolled>()

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      await receive(node)
      here = await openTestServer(node)
      for (const role of everyRole) {
        here.clock.advance(60)
        const person = await here.enrol(`a-${role}`, [role], {
          institution: 'gt-igm',
          country: 'GTM',
        })
        people.set(role, person)
        await put(node, 'undertaking', `a-${role}`, {
          account: person.id,
          signedOn: '2020-01-01',
          until: '2099-12-31',
        })
      }
      ready()
      await ended
      await here.close()
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
})

type Register = Parameters<typeof addVersion>[1]
const put = (node: CaudalNode, register: Register, id: string, content: object) =>
  addVersion(node.register, register, id, content, 0, 'berta')

async function receive(node: CaudalNode): Promise<void> {
  const mapped = crossingsProfile()['fields'] as object
  const profile = crossingsProfile({
    country: 'GTM',
    fields: {
      ...mapped,
      country: { constant: 'GTM' },
      carrier: { column: 'carrier' },
      purpose: { constant: 'work' },
    },
  })
  const header = 'fecha,sentido,pais,sexo,nacimiento,nombres,apellidos,documento,carrier'
  const { given_names: given, family_names: family, document_number: number, carrier } = planted
  const line = `05/03/2020,E,HND,F,17/08/1988,${given},${family},${number},${carrier}`
  // a record that is rejected brings what it said among the findings
  const wrong = `31/02/2020,E,HND,F,${given},${given},${family},${number},${carrier}`
  const written = writeImport(`${[header, line, wrong].join('\n')}\n`, { profile })
  await importFile(node, keeper, written)
  await put(node, 'activity', 'crossings', {
    title: 'Crossings',
    controller: 'gt-igm',
    legalBasis: 'law',
    citation: 'art. 8',
    purposes: ['collection', 'linkage', 'statistics', 'research'],
    recordTypes: ['movement'],
    persons: 'travellers',
    retention: { identitiesDays: 30_000, recordsDays: 30_000 },
  })
  await put(node, 'dataset', 'crossings', {
    owner: 'gt-igm',
    country: 'GTM',
    activity: 'crossings',
  })
  const signed = { by: 'berta', on: '2020-01-01' }
  await put(node, 'agreement', 'a1', {
    title: 'Crossings for the neighbour',
    provider: { institution: 'gt-igm', country: 'GTM' },
    recipient: { institution: 'hn-ine', country: 'HND' },
    purposes: shared.purposes,
    fields: { movement: shared.fields },
    from: '2020-01-01',
    until: '2099-12-31',
    retentionDays: 30,
    signedByProvider: signed,
    signedByRecipient: signed,
  })
}

interface Answer {
  readonly fields: {
    field: string
    outcome: string
    because: Record<string, string>
    basis?: string
  }[]
  readonly records: { values: Record<string, { value: string | null; status: string }> }[]
  readonly code?: string
}

async function moveTo(institution: string, country: string): Promise<void> {
  await here.node.register.query('update accounts set institution = $1, country = $2', [
    institution,
    country,
  ])
}

async function read(role: Role, purpose: Purpose, query = '') {
  const url = `/api/collect/records/crossings?purpose=${purpose}${query}`
  const answer = await people.get(role)!.browser.get(url)
  return { status: answer.statusCode, body: answer.json<Answer>(), text: answer.body }
}

/** How a field was given, by what came back alone. */
function givenOf({ records: [record] }: Answer, field: string): Given {
  const value = record?.values[field]
  if (value === undefined) return 'not'
  if (value.status === 'coarsened') return 'coarse'
  return value.status === 'confidential' ? 'nothing of it' : 'whole'
}

/** What is less exact only where it can be: a date, a whole number. */
function expectedOf(
  sensitivity: Sensitivity,
  type: string,
  ceiling: Record<Sensitivity, Given>,
): Given {
  const given = ceiling[sensitivity]
  return given === 'coarse' && !['integer', 'date', 'timestamp'].includes(type)
    ? 'nothing of it'
    : given
}

describe('Every field of a record, to every role, for every purpose', () => {
  test('of one’s own institution comes back as the handbook says', async () => {
    for (const role of everyRole) {
      for (const purpose of Object.keys(purposes) as Purpose[]) {
        const { status, body } = await read(role, purpose)
        const [allowed, ceiling] = handbook[role] ?? []
        if (allowed !== purpose || ceiling === undefined) {
          expect([role, purpose, status, body.code]).toEqual([
            role,
            purpose,
            403,
            handbook[role] === undefined
              ? 'policy.role-lacks-operation'
              : 'policy.role-lacks-purpose',
          ])
          continue
        }
        for (const { id, sensitivity, type } of fields) {
          const given = givenOf(body, id)
          const expected = expectedOf(sensitivity, type, ceiling)
          // what no record says cannot be less exact
          const shown = body.records[0]!.values[id]?.value ?? null
          const same = given === expected || (expected === 'coarse' && shown === null)
          expect([role, id, same ? expected : given]).toEqual([role, id, expected])
          const reading = body.fields.find(({ field }) => field === id)!
          expect(reading.outcome === 'refuse').toBe(expected === 'not')
          expect(reading.because['es']).not.toMatch(/[{}]/)
        }
      }
    }
  })

  test('of another institution comes back as far as an agreement shares it, and says by which', async () => {
    await moveTo('hn-ine', 'HND')
    for (const role of everyRole) {
      const [purpose, ceiling] = handbook[role] ?? []
      if (purpose === undefined || ceiling === undefined) continue
      const { status, body } = await read(role, purpose)
      if (!(shared.purposes as readonly string[]).includes(purpose)) {
        expect([role, status, body.code]).toEqual([role, 403, 'policy.agreement-missing'])
        continue
      }
      for (const { id, sensitivity, type } of fields) {
        const isShared = (shared.fields as readonly string[]).includes(id)
        const expected =
          isShared && sensitivity !== 'identity' ? expectedOf(sensitivity, type, ceiling) : 'not'
        expect([role, id, givenOf(body, id)]).toEqual([role, id, expected])
        const reading = body.fields.find(({ field }) => field === id)!
        if (expected !== 'not') expect(reading.basis).toBe('a1')
      }
    }
    const listed = await people.get('statistician')!.browser.get('/api/collect/records')
    expect(listed.json()).toMatchObject({
      datasets: [{ dataset: 'crossings', own: false, purposes: ['statistics'] }],
    })
  })

  test('of an institution that shares nothing is refused, and each read is in the log', async () => {
    await moveTo('sv-dgme', 'SLV')
    for (const role of everyRole) {
      const [purpose] = handbook[role] ?? []
      if (purpose === undefined) continue
      const { status, body, text } = await read(role, purpose)
      expect([role, status, body.code]).toEqual([role, 403, 'policy.agreement-missing'])
      // the institution by its name, in words; its identifier stands beside them for programs
      expect([role, text]).toEqual([role, expect.stringContaining('«Institution gt-igm»')])
      expect(text).not.toContain('«gt-igm»')
      for (const value of Object.values(planted)) expect(text).not.toContain(value)
    }
    const listed = await people.get('statistician')!.browser.get('/api/collect/records')
    expect(listed.json()).toEqual({ datasets: [] })
    await moveTo('gt-igm', 'GTM')
    await read('statistician', 'statistics', '&fields=sex,family_names')
    const [row] = await here.node.register.query<{ entry: string }>(
      'select entry from audit_entries order by index desc limit 1',
    )
    expect(readEntry(row!.entry)).toMatchObject({
      action: 'collect.read-records',
      outcome: 'mask',
      purpose: 'statistics',
      subject: 'dataset:crossings',
      details: { fields: ['sex'], masked: [], refused: ['family_names'] },
    })
    for (const value of Object.values(planted)) expect(row!.entry).not.toContain(value)
  })

  test('is asked for by its name, and read on from where an answer ended', async () => {
    await moveTo('gt-igm', 'GTM')
    const by = people.get('data-officer')!.browser
    const ask = async (query: string) =>
      (await by.get(`/api/collect/records/crossings?purpose=collection&${query}`)).json<{
        code?: string
        next: string | null
        records: { batch: number; record: string }[]
      }>()
    expect((await ask('fields=sex,password_hash')).code).toBe('collect.records.field-unknown')
    expect((await ask('after=1-x')).code).toBe('collect.records.place-malformed')
    expect((await ask('count=1000')).code).toBe('govern.request.field-wrong')
    const first = await ask('count=1')
    expect(first).toMatchObject({ next: null, records: [{}] })
    const { batch, record } = first.records[0]!
    expect((await ask(`after=${batch}-${record}`)).records).toEqual([])
    const other = await by.get('/api/collect/records/no-such?purpose=collection')
    expect(other.json<Answer>().code).toBe('collect.records.dataset-unknown')
  })
})

describe('What a record says', () => {
  test('is in no answer of any route to a role that may not read it', async () => {
    await moveTo('gt-igm', 'GTM')
    const [batch] = await here.node.register.query<{ id: number }>('select id from batches')
    const known = {
      id: String(batch!.id),
      dataset: 'crossings',
      country: 'GTM',
      register: 'dataset',
    }
    const routes = listRoutes(here.server).filter(({ method }) => method === 'GET')
    let asked = 0
    for (const role of everyRole) {
      const ceiling = handbook[role]?.[1]
      for (const { url } of routes) {
        const path = url.replace(/:(\w+)/g, (_, name: string) => known[name as 'id'] ?? 'movements')
        const answer = await people.get(role)!.browser.get(`${path}?country=GTM`)
        asked += Number(answer.statusCode === 200)
        for (const [field, value] of Object.entries(planted)) {
          const { sensitivity } = fields.find(({ id }) => id === field)!
          if (ceiling?.[sensitivity] === 'whole') continue
          expect([role, url, field, answer.body.includes(value)]).toEqual([role, url, field, false])
        }
      }
    }
    expect(asked).toBeGreaterThan(100)
  })

  test('of another institution’s batch is in no report or comparison, but for what an agreement gives', async () => {
    const [batch] = await here.node.register.query<{ id: number }>('select id from batches')
    // of persons, and not of a generator
    await here.node.register.query('update datasets set synthetic = false')
    const path = `/api/collect/batches/${batch!.id}`
    const wrong = '31/02/2020'
    const ask = async (role: Role, of: string) => {
      const { statusCode, body } = await people.get(role)!.browser.get(`${path}/${of}`)
      return { statusCode, body, code: (JSON.parse(body) as { code?: string }).code }
    }
    const examining: readonly Role[] = ['data-officer', 'statistician', 'protection-officer']
    await moveTo('gt-igm', 'GTM')
    for (const role of examining) {
      expect([role, (await ask(role, 'report')).body.includes(wrong)]).toEqual([role, true])
      const { code } = await ask(role, `comparison/${batch!.id}`)
      expect([role, code?.startsWith('policy.') ?? false]).toEqual([role, false])
    }
    for (const [institution, country] of [
      ['sv-dgme', 'SLV'],
      ['hn-ine', 'HND'],
    ] as const) {
      await moveTo(institution, country)
      for (const role of examining) {
        const report = await ask(role, 'report')
        // how many there are, by day and by post, is a figure of Guatemala, told where an agreement gives of them
        if (country === 'SLV' || role !== 'statistician') {
          expect([role, report.code]).toEqual([role, 'policy.figures-of-others'])
          continue
        }
        expect([role, report.statusCode, report.body.includes(wrong)]).toEqual([role, 200, false])
        expect(report.body).toContain('•••')
      }
      const list = await people.get('statistician')!.browser.get('/api/collect/batches')
      const [listed] = list.json<{ batches: { rowsRead: number | null }[] }>().batches
      expect([country, listed!.rowsRead === null]).toEqual([country, country === 'SLV'])
      const held = await people.get('protection-officer')!.browser.get('/api/govern/inventory')
      const [row] = held.json<{ datasets: { records: number | null }[] }>().datasets
      expect([country, row!.records]).toEqual([country, null])
      const codeTo = async (role: Role) => (await ask(role, `comparison/${batch!.id}`)).code
      expect(await codeTo('data-officer')).toBe('policy.agreement-missing')
      const isShared = country === 'HND'
      expect([country, await codeTo('statistician')]).toEqual([
        country,
        isShared ? undefined : 'policy.agreement-missing',
      ])
    }
    await here.node.register.query('update datasets set synthetic = true')
    await moveTo('gt-igm', 'GTM')
  })

  test('is read or changed by routes of operations that are bound to records, and by no other', () => {
    const bound = (Object.keys(operations) as Operation[]).filter((each) => ruleOf(each).records)
    expect(bound.sort()).toEqual([
      'collect.correct',
      'collect.enter',
      'collect.examine',
      'collect.import',
      'collect.read-records',
      'collect.withdraw',
      'link.review',
    ])
  })
})
