import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode } from '../store/index.ts'
import { listStatements, statementsOf, stateMetadata } from './reference-metadata.ts'
import { hasOfficialSchemas, jsonFaults, xmlFaults } from './testing-official-schemas.ts'
import { openSdmxNode } from './testing-sdmx-routes.ts'

let node: CaudalNode
let server: FastifyInstance
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  node = opened.node
  server = opened.server
  finish = opened.finish
})
afterAll(() => finish())

const publisher: Actor = {
  kind: 'person',
  id: 'Ana',
  roles: ['publisher'],
  institution: 'i',
  country: 'SV',
}
const breaks = {
  es: 'Desde 2015 cuenta el censo.',
  en: 'The census counts since 2015.',
  fr: 'Le recensement compte depuis 2015.',
}

interface Message {
  readonly data: {
    readonly metadataSets: readonly {
      readonly id: string
      readonly targets: readonly string[]
      readonly attributes: readonly {
        readonly id: string
        readonly value?: unknown
        readonly text?: string
      }[]
    }[]
  }
}

async function setsOf(path: string) {
  const answer = await server.inject({ url: `/sdmx/v2/metadata/${path}` })
  expect(answer.statusCode).toBe(200)
  return { answer, sets: answer.json<Message>().data.metadataSets }
}

describe('reference metadata', () => {
  test('say of every dataflow with figures what is counted, by which criterion and how far', async () => {
    const { sets, answer } = await setsOf('metadataset/*/*/*')
    expect(sets.map(({ id }) => id).sort()).toEqual([
      'MD_MISSING_MIGRANTS',
      'MD_NZ_PLT_MIGRATION',
      'MD_UN_MIGRANT_STOCK',
    ])
    const stock = sets.find(({ id }) => id === 'MD_UN_MIGRANT_STOCK')!
    expect(stock.targets).toEqual([
      'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=CAUDAL:UN_MIGRANT_STOCK(1.0.0)',
    ])
    expect(stock.attributes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['DEFINITION', 'CRITERION', 'COVERAGE']),
    )
    if (hasOfficialSchemas) expect(jsonFaults('metadata', '2.1.0', answer.body)).toEqual([])
  })

  test('are found by the structure they are about, by their flow, and not for others', async () => {
    const { sets } = await setsOf('structure/dataflow/CAUDAL/UN_MIGRANT_STOCK')
    expect(sets.map(({ id }) => id)).toEqual(['MD_UN_MIGRANT_STOCK'])
    expect((await setsOf('metadataflow/CAUDAL/MDF_MIGRATION/*')).sets).toHaveLength(3)
    const none = await server.inject({ url: '/sdmx/v2/metadata/metadataset/*/NONE' })
    expect(none.statusCode).toBe(204)
  })

  test('are reports of generic XML, and of SDMX-JSON 1.0, in version 1', async () => {
    const url = '/sdmx/v1/metadata/MDF_MIGRATION/all/CAUDAL'
    const xml = await server.inject({ url })
    expect(xml.headers['content-type']).toBe('application/vnd.sdmx.genericmetadata+xml;version=2.1')
    expect(xml.body.match(/<mes:MetadataSet /g)).toHaveLength(3)
    expect(xml.body).toContain('id="UN_MIGRANT_STOCK" version="1.0.0" agencyID="CAUDAL"')
    const accept = 'application/vnd.sdmx.metadata+json;version=1.0.0'
    const json = await server.inject({ url, headers: { accept } })
    if (!hasOfficialSchemas) return
    expect(xmlFaults(xml.body)).toEqual([])
    expect(jsonFaults('metadata', '1.0', json.body)).toEqual([])
  })

  // By the official schema of 2.0.0 a value is one string, and texts of several languages stand beside
  // the best of them; 2.1.0 has one value for all. A concept without either is not valid in 2.0.0.
  test('have the place of 2.0 for their texts in SDMX-JSON 2.0', async () => {
    const ask = async (query: string) => {
      const accept = 'application/vnd.sdmx.metadata+json;version=2.0.0'
      const url = `/sdmx/v2/metadata/metadataset/*/MD_UN_MIGRANT_STOCK/*${query}`
      const headers = { accept, 'accept-language': 'es' }
      const { data } = (await server.inject({ url, headers })).json<Message>()
      return data.metadataSets[0]!.attributes.find(({ id }) => id === 'CRITERION')
    }
    const criterion = await ask('')
    expect(Object.keys(criterion!)).toEqual(['id', 'text', 'texts'])
    expect(criterion).toMatchObject({ texts: { es: criterion!.text } })
    expect(await ask('?detail=allstubs')).toEqual({ id: 'CRITERION', text: '' })
  })

  test('as stubs are valid too, and hold no text', async () => {
    const { sets, answer } = await setsOf('metadataset/*/*/*?detail=allstubs')
    expect(sets[0]!.attributes[0]!.value).toBeUndefined()
    if (hasOfficialSchemas) expect(jsonFaults('metadata', '2.1.0', answer.body)).toEqual([])
  })

  test('are changed by an editor, kept as they were before, and told on the page', async () => {
    const before = await setsOf('structure/dataflow/CAUDAL/UN_MIGRANT_STOCK')
    await stateMetadata(node, publisher, 'UN_MIGRANT_STOCK', 'BREAKS', breaks)
    const after = await setsOf('structure/dataflow/CAUDAL/UN_MIGRANT_STOCK')
    expect(after.answer.headers['etag']).not.toBe(before.answer.headers['etag'])
    expect(after.sets[0]!.attributes.find(({ id }) => id === 'BREAKS')!.value).toEqual(breaks)
    expect(await statementsOf(node, 'un-migrant-stock', 'fr')).toEqual([
      'Ruptures: Le recensement compte depuis 2015.',
    ])
    await stateMetadata(node, publisher, 'UN_MIGRANT_STOCK', 'BREAKS', undefined)
    expect(await listStatements(node)).toEqual([])
    const [kept] = await node.register.query<{ n: number }>(
      'select count(*)::integer as n from metadata_statements',
    )
    expect(kept!.n).toBe(2)
  })

  test('in one language alone, of no known concept, or by somebody without the right are refused', async () => {
    const state = (concept: string, text: Record<string, string>, actor = publisher) =>
      stateMetadata(node, actor, 'UN_MIGRANT_STOCK', concept, text)
    await expect(state('BREAKS', { en: 'x' })).rejects.toMatchObject({
      code: 'exchange.statement-in-one-language',
    })
    await expect(state('MOON', breaks)).rejects.toMatchObject({
      code: 'exchange.statement-unknown',
    })
    await expect(
      state('BREAKS', breaks, { ...publisher, roles: ['researcher'] }),
    ).rejects.toMatchObject({ status: 403 })
    expect(await listStatements(node)).toEqual([])
  })
})
