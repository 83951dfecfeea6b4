import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '@caudal/methods/exchange'
import type { CaudalNode } from '../store/index.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'
import { validateMessage } from './validate-message.ts'

let node: CaudalNode
let server: FastifyInstance
let finish: () => Promise<void>
const folder = mkdtempSync(join(tmpdir(), 'caudal-validate-'))

beforeAll(async () => {
  const opened = await openSdmxNode()
  node = opened.node
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

let files = 0

async function validate(text: string | Buffer, structure?: string) {
  const file = join(folder, `message-${(files += 1)}`)
  writeFileSync(file, text)
  const faults: Fault[] = []
  const outcome = await validateMessage(node, file, structure, async (fault) => {
    faults.push(fault)
  })
  return { ...outcome, faults, codes: faults.map(({ code }) => code) }
}

const heading =
  'DATAFLOW,FREQ,REF_AREA,MEASURE,INCIDENT_REGION,ROUTE,CAUSE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,CONF_STATUS,EMBARGO_TIME,COMMENT_OBS,DECIMALS\n'
const line = (more: Partial<Record<string, string>> = {}) =>
  [
    'CAUDAL:MISSING_MIGRANTS(1.0.0)',
    more['FREQ'] ?? 'A',
    more['REF_AREA'] ?? 'LBY',
    'DEAD',
    '_T',
    '_T',
    '_T',
    more['TIME_PERIOD'] ?? '2020',
    more['OBS_VALUE'] ?? '4',
    more['UNIT_MEASURE'] ?? 'PS',
    more['OBS_STATUS'] ?? 'A',
    more['CONF_STATUS'] ?? 'F',
    more['EMBARGO_TIME'] ?? '',
    more['COMMENT_OBS'] ?? '',
    more['DECIMALS'] ?? '',
  ].join(',')

describe('a file is checked against its structure', () => {
  test.each([
    '/sdmx/v1/data/UN_MIGRANT_STOCK?format=genericdata',
    '/sdmx/v1/data/UN_MIGRANT_STOCK?format=structurespecificdata',
    '/sdmx/v1/data/UN_MIGRANT_STOCK?format=jsondata',
    '/sdmx/v1/data/UN_MIGRANT_STOCK?format=csvdata',
    '/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK',
    '/sdmx/v1/data/MISSING_MIGRANTS?format=structurespecificdata',
  ])('and has no faults where the service gave it: %s', async (url) => {
    const { body } = await server.inject(url)
    const outcome = await validate(body)
    expect(outcome.faults).toEqual([])
    expect(outcome.observations).toBeGreaterThan(20)
  })

  test.each([
    ['a code of no list', { REF_AREA: 'ZZZ' }, 'code-unknown'],
    ['an attribute of no list', { OBS_STATUS: '?' }, 'code-unknown'],
    ['a dimension without a code', { REF_AREA: '' }, 'concept-missing'],
    ['an attribute that must be there', { UNIT_MEASURE: '' }, 'concept-missing'],
    ['a figure that is a word', { OBS_VALUE: 'many' }, 'value-not-numeric'],
    ['a decimal comma', { OBS_VALUE: '"1,5"' }, 'value-not-numeric'],
    ['no figure and no reason', { OBS_VALUE: '' }, 'value-missing'],
    ['a month that is none', { TIME_PERIOD: '2020-13' }, 'period-malformed'],
    ['a month in an annual series', { TIME_PERIOD: '2020-03' }, 'period-of-other-frequency'],
    ['a figure that its status says is missing', { OBS_STATUS: 'O' }, 'value-despite-status'],
    ['a comment that is too long', { COMMENT_OBS: 'x'.repeat(4001) }, 'text-too-long'],
    ['a number of decimals that is none', { DECIMALS: 'two' }, 'type-mismatch'],
    [
      'an embargo without its status',
      { EMBARGO_TIME: '2030-01-01T00:00:00Z' },
      'embargo-without-status',
    ],
  ])('%s is a fault, with its line', async (_what, more, code) => {
    const text = `${heading}${line({ TIME_PERIOD: '2019' })}\n${line(more)}\n`
    const { faults } = await validate(text)
    expect(faults).toMatchObject([{ code, line: 3 }])
  })

  test('a key and period that stand twice are a fault the second time', async () => {
    const { faults } = await validate(`${heading}${line()}\n${line({ OBS_VALUE: '5' })}\n`)
    expect(faults).toMatchObject([{ code: 'duplicate', line: 3 }])
  })

  test('keys that stand many times, far from each other, are faults from the second on, in their order', async () => {
    const years = Array.from({ length: 1500 }, (_, i) => line({ TIME_PERIOD: String(1000 + i) }))
    const { faults } = await validate(`${heading}${[...years, ...years, line()].join('\n')}\n`)
    expect(faults.length).toBe(1501)
    expect(faults[0]).toMatchObject({ code: 'duplicate', line: 1502, observation: 1501 })
    expect(faults.at(-1)).toMatchObject({ line: 3002, value: 'A.LBY.DEAD._T._T._T.2020' })
  })

  test('what is missing for a reason, or under embargo with its status, is sound', async () => {
    const missing = line({ OBS_VALUE: '', OBS_STATUS: 'O' })
    const held = line({ TIME_PERIOD: '2021', CONF_STATUS: 'E', EMBARGO_TIME: '2030-01-01' })
    expect((await validate(`${heading}${missing}\n${held}\n`)).codes).toEqual([])
  })

  test('a structure of its own may be given', async () => {
    const { body } = await server.inject('/sdmx/v1/datastructure/CAUDAL/INCIDENTS?references=all')
    const structure = join(folder, 'structure.xml')
    writeFileSync(structure, body)
    const { codes } = await validate(`${heading}${line({ REF_AREA: 'ZZZ' })}\n`, structure)
    expect(codes).toEqual(['code-unknown'])
  })

  test('a fault in JSON, which has no use of lines, says of which observation it is', async () => {
    const { body } = await server.inject('/sdmx/v1/data/MISSING_MIGRANTS?format=jsondata')
    const { faults } = await validate(body.replace('"id":"LBY"', '"id":"ZZZ"'))
    expect(faults[0]).toMatchObject({ code: 'code-unknown', component: 'REF_AREA', value: 'ZZZ' })
    expect(faults[0]).toHaveProperty('observation')
    expect(faults[0]!.line).toBeUndefined()
  })

  test.each([
    [
      'entities that multiply',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
      'sdmx-message.definitions-inside',
    ],
    [
      'an entity from outside',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
      'sdmx-message.definitions-inside',
    ],
    ['elements without end', '<x>'.repeat(500), 'sdmx-message.too-deep'],
    ['lists without end', `{"data":${'['.repeat(500)}`, 'sdmx-message.too-deep'],
    ['a word without end', `{"data":"${'x'.repeat(17_000_000)}`, 'sdmx-message.too-deep'],
    ['a number without end', `{"data":${'1'.repeat(17_000_000)}`, 'sdmx-message.too-deep'],
  ])('%s are refused', async (_what, text, code) => {
    await expect(validate(text)).rejects.toMatchObject({ code })
  })

  test('bytes that are no UTF-8 are refused with their line', async () => {
    const broken = Buffer.concat([Buffer.from(`${heading}${line()}\n`), Buffer.from([0xff, 0x41])])
    await expect(validate(broken)).rejects.toMatchObject({ code: 'sdmx-message.malformed' })
  })

  test('data of a structure that is not known are refused', async () => {
    await expect(
      validate('DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nECB:EXR(1.0),A,2020,1\n'),
    ).rejects.toMatchObject({ code: 'exchange.structure-unknown' })
  })
})
