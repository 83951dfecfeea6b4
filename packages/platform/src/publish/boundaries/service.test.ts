import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '@caudal/methods/vocabulary'
import type { CommandContext } from '../../app/command-context.ts'
import { describeOnBothRegisters } from '../../store/testing.ts'
import type { CaudalNode } from '../../store/node.ts'
import { addBoundariesCommand } from './commands.ts'
import { addBoundaryRoutes } from './routes.ts'
import { importBoundaries, listBoundarySets, type BoundaryImportRequest } from './service.ts'
import { gridOfAreas } from './testing-areas.ts'
import { statistician } from '../../govern/testing-actors.ts'

const folder = mkdtempSync(join(tmpdir(), 'caudal-boundaries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const request = (
  path: string,
  more: Partial<BoundaryImportRequest> = {},
): BoundaryImportRequest => ({
  path,
  level: 'municipality',
  country: 'gtm',
  codeProperty: 'code',
  nameProperty: 'name',
  title: 'Municipios',
  owner: 'Instituto',
  licence: 'CC BY 4.0',
  ...more,
})

describeOnBothRegisters('boundary sets', (openTestNode) => {
  test('are added, left alone when the same file comes again, and replaced by another', async () => {
    const node = await openTestNode()
    const first = fileOf('first.geojson', gridOfAreas(3, 2))
    const added = await importBoundaries(node, statistician, request(first))
    expect(added).toMatchObject({ id: 'gtm-municipality', outcome: 'added', areas: 6 })
    expect(added.compressedBytes).toBeLessThan(5_000)

    const again = await importBoundaries(node, statistician, request(first))
    expect(again).toEqual({
      id: 'gtm-municipality',
      outcome: 'unchanged',
      areas: 6,
      compressedBytes: added.compressedBytes,
    })

    const renamed = await importBoundaries(
      node,
      statistician,
      request(first, { title: 'Otro título' }),
    )
    expect(renamed.outcome).toBe('replaced')
    const second = await importBoundaries(
      node,
      statistician,
      request(fileOf('second.geojson', gridOfAreas(4, 2))),
    )
    expect(second).toMatchObject({ outcome: 'replaced', areas: 8 })
    expect(readdirSync(node.folder.boundaries)).toHaveLength(1)
    expect(await listBoundarySets(node)).toMatchObject([
      {
        id: 'gtm-municipality',
        level: 'municipality',
        country: 'GTM',
        title: 'Municipios',
        areas: 8,
        owner: 'Instituto',
      },
    ])
  })

  test('survive a bad file untouched', async () => {
    const node = await openTestNode()
    await importBoundaries(node, statistician, request(fileOf('good.geojson', gridOfAreas(2, 2))))
    const before = await listBoundarySets(node)
    const cut = fileOf('cut.geojson', gridOfAreas(2, 2).slice(0, 900))
    for (const bad of [
      request(cut),
      request(join(folder, 'none.geojson')),
      request(cut, { country: 'XXX' }),
    ]) {
      await expect(importBoundaries(node, statistician, bad)).rejects.toBeInstanceOf(Refusal)
    }
    expect(await listBoundarySets(node)).toEqual(before)
    expect(readdirSync(node.folder.boundaries)).toHaveLength(1)
  })

  test('are told apart by title where no country is said', async () => {
    const node = await openTestNode()
    const path = fileOf('own.geojson', gridOfAreas(2, 1))
    const { id } = await importBoundaries(
      node,
      statistician,
      request(path, { country: undefined, title: 'Zonas de Atención 2024' }),
    )
    expect(id).toBe('municipality-zonas-de-atencion-2024')
  })

  test('are served with a fingerprint, the fittest for a table first', async () => {
    const node = await openTestNode()
    await importBoundaries(node, statistician, request(fileOf('a.geojson', gridOfAreas(3, 3))))
    await importBoundaries(
      node,
      statistician,
      request(fileOf('b.geojson', gridOfAreas(1, 1)), { country: 'SLV' }),
    )
    const server = fastify()
    addBoundaryRoutes(server, node)

    const list = await server.inject('/api/boundaries?codes=G02,G05,XX')
    expect(
      list.json().sets.map(({ id, matched }: Record<string, unknown>) => [id, matched]),
    ).toEqual([
      ['gtm-municipality', 2],
      ['slv-municipality', 0],
    ])
    const url = list.json().sets[0].url as string
    const got = await server.inject(url)
    expect(got.headers['content-type']).toContain('application/json')
    expect(got.json()).toMatchObject({
      type: 'Topology',
      about: { country: 'GTM', owner: 'Instituto' },
    })
    expect(got.json().objects.areas.geometries).toHaveLength(9)
    const same = await server.inject({
      url,
      headers: { 'if-none-match': String(got.headers.etag) },
    })
    expect([same.statusCode, same.body]).toEqual([304, ''])
    await expect(server.inject('/api/boundaries/none')).resolves.toMatchObject({ statusCode: 404 })
    await server.close()
  })

  test('come in by the command line, beside the import of records', async () => {
    const node = await openTestNode()
    const said: string[] = []
    const run = (...args: string[]) =>
      program(node, said).parseAsync(['import', ...args], { from: 'user' })
    const path = fileOf('cli.geojson', gridOfAreas(2, 2))
    await run(
      'boundaries',
      path,
      '--country',
      'HND',
      '--level',
      'department',
      '--code-property',
      'code',
      '--title',
      'T',
      '--licence',
      'L',
      '--owner',
      'O',
    )
    expect(said).toEqual([
      expect.stringMatching(/^Boundaries added: hnd-department, 4 areas, \d+ kB over the line\.$/),
    ])
    await run('records.csv', '--profile', 'p')
    expect(said.at(-1)).toBe('records.csv p')
  })
})

function program(node: CaudalNode, said: string[]): Command {
  const context = {
    language: 'en',
    openNode: async () => node,
    say: (line: string) => said.push(line),
  } as never as CommandContext
  const commands = new Command('caudal').exitOverride()
  const importing = commands
    .command('import')
    .argument('<file>')
    .option('--profile <id>')
    .action(
      (file: string, { profile }: { profile: string }) => void said.push(`${file} ${profile}`),
    )
  addBoundariesCommand(importing, context)
  return commands
}
