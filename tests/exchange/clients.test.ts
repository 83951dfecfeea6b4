import { spawn, spawnSync } from 'node:child_process'
import { SDMXParser } from 'sdmx-json-parser'
import * as client from 'sdmx-rest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readStructures, readData } from '@caudal/methods/exchange'
import { openSdmxNode } from '../../packages/platform/src/exchange/testing-sdmx-routes.ts'

let address: string
let finish: () => Promise<void>

beforeAll(async () => {
  const opened = await openSdmxNode()
  finish = opened.finish
  address = await opened.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => finish())

const pieces = (text: string) =>
  async function* () {
    yield text
  }

async function countOf(text: string): Promise<number> {
  let count = 0
  for await (const found of await readData(pieces(text), undefined)) count += found.length
  return count
}

describe('sdmx-rest, the client of the European Central Bank and the BIS,', () => {
  const serviceOf = (version: 1 | 2) =>
    client.getService({
      url: `${address}/sdmx/v${version}`,
      api: version === 1 ? 'v1.5.0' : 'v2.0.0',
    })

  test('asks for data by key, period and number', async () => {
    const query = client.getDataQuery({
      flow: 'CAUDAL,UN_MIGRANT_STOCK,1.0.0',
      key: 'A.USA.MIGRANT_STOCK.SLV+GTM.......',
      start: '2015',
      lastNObs: 1,
    })
    const answer = await client.request2(query, serviceOf(1), {
      headers: { accept: 'application/vnd.sdmx.structurespecificdata+xml;version=2.1' },
    })
    expect(answer.status).toBe(200)
    expect(await countOf(await answer.text())).toBe(2)
  })

  test('asks for structures with all that they refer to', async () => {
    const query = client.getMetadataQuery({
      resource: 'datastructure',
      agency: 'CAUDAL',
      id: 'MIGRATION',
      references: 'descendants',
    })
    const answer = await client.request2(query, serviceOf(1), {})
    const found = await readStructures(pieces(await answer.text()))
    expect(found.dataStructures).toHaveLength(1)
    expect(found.codelists.map(({ reference }) => reference.id)).toContain('CL_AREA')
  })

  test('asks version 2 for data and for what data there are', async () => {
    const data = client.getDataQuery2({
      context: 'dataflow=CAUDAL:UN_MIGRANT_STOCK(1.0.0)',
      key: 'A.USA.*.SLV',
    })
    const answer = await client.request2(data, serviceOf(2), {})
    expect(answer.status).toBe(200)
    expect(await countOf(await answer.text())).toBe(3)
    const availability = client.getAvailabilityQuery2({
      context: 'dataflow=CAUDAL:UN_MIGRANT_STOCK(1.0.0)',
      mode: 'available',
    })
    const there = await client.request2(availability, serviceOf(2), {})
    expect(there.status).toBe(200)
  })
})

describe('sdmx-json-parser, the reader of the Pacific Community,', () => {
  test.each(['2.0.0', '2.1.0'])('reads SDMX-JSON %s', async (version) => {
    const parser = new SDMXParser()
    const flow = `${address}/sdmx/v2/data/dataflow/CAUDAL/UN_MIGRANT_STOCK/1.0.0`
    await parser.getDatasets(`${flow}/A.USA.*.SLV?measures=all`, {
      headers: {
        accept: `application/vnd.sdmx.data+json;version=${version}`,
        'accept-language': 'es',
      },
    })
    expect(parser.getName()).toBe('Migrantes internacionales por origen y destino')
    const dimensions = parser.getDimensions().map(({ id }) => id)
    expect(dimensions).toContain('COUNTERPART_AREA')
    expect(parser.getData()).toMatchObject([
      { TIME_PERIOD: '2010', value: 1_200_000, COUNTERPART_AREA: 'El Salvador' },
      { TIME_PERIOD: '2015', value: 1_300_000, REF_AREA: 'Estados Unidos de América' },
      { TIME_PERIOD: '2019', value: 1_400_000, SEX: 'Ambos sexos' },
    ])
  })
})

const r = process.env['CAUDAL_RSCRIPT'] ?? 'Rscript'
const python = process.env['CAUDAL_PYTHON'] ?? 'python3'

function hasModule(name: string): boolean {
  const found = spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0
  if (!found) process.stderr.write(`Python has no module ${name}: it is not tried as a client.\n`)
  return found
}

/** Runs a program beside this process, which must go on answering it. */
function run(command: string, given: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given)
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.on('close', (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(errors))))
  })
}

describe('the libraries of statisticians in Python', () => {
  test.skipIf(!hasModule('sdmx'))('sdmx1 finds the dataflows, reads and selects', async () => {
    const output = await run(python, [
      '-c',
      `
import sys, sdmx
sdmx.add_source({'id': 'CAUDAL', 'url': sys.argv[1] + '/sdmx/v1', 'name': 'Caudal'})
client = sdmx.Client('CAUDAL')
flows = client.dataflow().dataflow
data = client.data('UN_MIGRANT_STOCK', key={'REF_AREA': 'USA', 'COUNTERPART_AREA': 'SLV'})
print(len(flows), sdmx.to_pandas(data.data[0]).sum())
`,
      address,
    ])
    expect(output.split('\n').at(-1)).toBe('5 3900000.0')
  })

  test.skipIf(!hasModule('pysdmx'))('pysdmx reads data with their structure', async () => {
    const output = await run(python, [
      '-c',
      `
import sys, urllib.request
from pysdmx.io import get_datasets
def fetch(path, accept):
    request = urllib.request.Request(sys.argv[1] + path, headers={'Accept': accept})
    return urllib.request.urlopen(request).read().decode()
data = fetch('/sdmx/v1/data/UN_MIGRANT_STOCK', 'application/vnd.sdmx.structurespecificdata+xml;version=2.1')
structure = fetch('/sdmx/v1/datastructure/CAUDAL/MIGRATION?references=descendants', 'application/vnd.sdmx.structure+xml;version=2.1')
print(len(get_datasets(data, structure)[0].data))
`,
      address,
    ])
    expect(Number(output)).toBeGreaterThan(20)
  })

  const hasR = spawnSync(r, ['-e', 'library(rsdmx)'], { stdio: 'ignore' }).status === 0
  if (!hasR) process.stderr.write('R with rsdmx is not installed: it is not tried as a client.\n')
  test.skipIf(!hasR)('rsdmx reads data into a table', async () => {
    const url = `${address}/sdmx/v1/data/UN_MIGRANT_STOCK/A.USA..SLV.......`
    const count = `library(rsdmx); cat(nrow(as.data.frame(readSDMX("${url}"))))`
    expect(await run(r, ['-e', count])).toBe('3')
  })
})
