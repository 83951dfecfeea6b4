import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCube, listReferences, type CubeQuery } from '@caudal/methods/measure'
import { removeEarlierBuilds, snapshot, withdrawBatch, type CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader } from './service.ts'
import { receiveFacts } from './testing-facts.ts'
import { crossingsSql } from '../../../../benchmarks/table-request/crossings.ts'
import { statistician } from '../govern/testing-actors.ts'

const cube = findCube('movements')!
const references = listReferences(cube)

async function receive(
  node: CaudalNode,
  records: readonly Readonly<Record<string, string | number | null>>[],
) {
  return receiveFacts(node, { recordType: 'movement', dataset: 'posts', records })
}

/** Every table of one and of two levels, as text: from memory where asked, else from the files. */
async function tables(node: CaudalNode, memory: number): Promise<string[]> {
  const reader = createCubeReader(node, { memory, believedFor: 0 })
  const open = await reader.open(cube.id)
  if (memory > 0) await reader.warm()
  const answers: string[] = []
  for (const [at, row] of references.entries()) {
    const column = references[(at * 5 + 3) % references.length]!
    const query: CubeQuery = {
      measure: cube.measures[0]!,
      rows: [row],
      columns: at % 2 === 0 || column.dimension === row.dimension ? [] : [column],
      where: [],
      margins: { rows: true, columns: true, grand: true },
      maxCells: 100_000,
    }
    const answer = await reader.answer(open, query)
    const cells = answer.values.map((value, i) => [
      answer.rows[answer.cellRows[i]!]!.join(),
      answer.columns[answer.cellColumns[i]!]!.join(),
      value,
    ])
    answers.push(JSON.stringify([row.id, answer.grandTotal, cells.map(String).toSorted()]))
  }
  return answers
}

const crossing = fc.record({
  country: fc.constantFrom('CRI', 'GTM', 'HND', 'SLV'),
  crossed_on: fc.constantFrom('2018-12-31', '2019-01-01', '2020-02-29', '2020-11-05', '2021-07-01'),
  direction: fc.constantFrom('arrival', 'departure'),
  citizenship: fc.constantFrom(null, 'AFG', 'COL', 'HTI', 'SLV', 'USA', 'VEN'),
  sex: fc.constantFrom(null, 'F', 'M'),
  age: fc.constantFrom(null, 0, 17, 40, 93),
})

test('a cube that batches were added to one by one answers as one built from all of them', async () => {
  await withNode((node) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(crossing, { minLength: 30, maxLength: 40 }),
        fc.array(fc.array(crossing, { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (first, later) => {
          const earlier = await snapshot(node, 'movement')
          for (const { id } of earlier.batches) await withdrawBatch(node, id)
          await receive(node, first)
          await buildCubes(node, statistician, { only: [cube.id] })
          for (const records of later) {
            await receive(node, records)
            const [built] = await buildCubes(node, statistician, { only: [cube.id] })
            expect(built!.outcome).toBe('extended')
          }
          const [extended, held] = [await tables(node, 0), await tables(node, 2 ** 26)]
          const reader = createCubeReader(node)
          const { cells, records } = (await reader.open(cube.id)).manifest
          await buildCubes(node, statistician, { only: [cube.id], rebuild: true })
          const whole = await tables(node, 0)
          expect(extended).toEqual(whole)
          expect(held).toEqual(whole)
          const rebuilt = await createCubeReader(node).open(cube.id)
          expect([cells, records]).toEqual([rebuilt.manifest.cells, rebuilt.manifest.records])
        },
      ),
      { numRuns: 2, seed: 41 },
    ),
  )
})

test('roll-ups are extended too, and a batch that is withdrawn makes the cube whole again', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: crossingsSql(90_000),
    })
    await buildCubes(node, statistician, { only: [cube.id] })
    const before = await createCubeReader(node).open(cube.id)
    const added = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: crossingsSql(900, 90_000),
    })
    expect((await buildCubes(node, statistician, { only: [cube.id] }))[0]!.outcome).toBe('extended')
    const reader = createCubeReader(node)
    const { manifest } = await reader.open(cube.id)
    expect(manifest.rollUps.length).toBeGreaterThan(3)
    expect(manifest.rollUps.every(({ parts }) => parts.length === 2)).toBe(true)
    expect(manifest.records).toBe(90_900)
    await removeEarlierBuilds(node)
    const extended = await tables(node, 0)
    await buildCubes(node, statistician, { only: [cube.id], rebuild: true })
    expect(extended).toEqual(await tables(node, 0))

    await withdrawBatch(node, added.id)
    expect((await buildCubes(node, statistician, { only: [cube.id] }))[0]!.outcome).toBe('built')
    const after = await createCubeReader(node).open(cube.id)
    expect(after.manifest.records).toBe(before.manifest.records)
    expect(after.manifest.domain).toEqual(before.manifest.domain)
    await removeEarlierBuilds(node)
    expect(readdirSync(join(node.folder.cubes, cube.id))).toHaveLength(1)
  })
})

test('a batch that is a large part of the records makes the cube whole again', async () => {
  await withNode(async (node) => {
    const record = { country: 'SLV', crossed_on: '2020-02-29', direction: 'arrival' }
    await receive(node, [record, record])
    await buildCubes(node, statistician, { only: [cube.id] })
    await receive(node, [record])
    expect((await buildCubes(node, statistician, { only: [cube.id] }))[0]!.outcome).toBe('built')
  })
})
