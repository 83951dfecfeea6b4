import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getRecordType } from '@caudal/methods/collect'
import {
  compileCubeQuery,
  factsSource,
  findCube,
  findReference,
  listReferences,
} from '@caudal/methods/measure'
import { crossingsSql } from '../../../../benchmarks/table-request/crossings.ts'
import { statistician } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { codeListsFor } from './code-lists.ts'
import { buildCubes, createCubeReader, foreseeGroups } from './service.ts'
import { asMap, question } from './testing-answers.ts'
import { receiveFacts } from './testing-facts.ts'

const movements = findCube('movements')!

test('a cube answers as its facts do, from whichever roll-up, file or memory', async () => {
  await withNode(async (node) => {
    const batch = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: crossingsSql(110_000),
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const inMemory = createCubeReader(node)
    const fromFiles = createCubeReader(node, { memory: 0 })
    const open = await inMemory.open('movements')
    await inMemory.warm()
    expect(open.manifest.rollUps.length).toBeGreaterThan(3)
    const facts = factsSource(
      movements,
      getRecordType('movement'),
      [{ profile: 'posts', paths: batch.files.map(({ path }) => join(node.folder.root, path)) }],
      codeListsFor(movements),
    )
    const references = listReferences(movements)
    let state = 7
    const draw = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const rollUpsUsed = new Set<number>()
    for (let round = 0; round < 25; round++) {
      const pick = (count: number) =>
        Array.from({ length: count }, () => references[draw(references.length)]!.id)
      const names = [...new Set(pick(1 + draw(3)))]
      const conditions = pick(draw(3)).map((name) => {
        const reference = findReference(movements, name)!
        const { codes } = open.manifest.domain[reference.dimension.id]![reference.depth]!
        return { reference, codes: codes.filter(() => draw(3) > 0) }
      })
      const query = question('movements', names.slice(0, 2), names.slice(2), {
        where: conditions,
        ...(draw(3) === 0 && { top: { rows: 1 + draw(4), least: draw(2) === 0 } }),
      })
      const compiled = compileCubeQuery(query, facts)
      const expected = compiled.read(await node.lake.rows(compiled.sql, compiled.parameters))
      const whole = await inMemory.answer(open, query)
      expect(asMap(whole)).toEqual(asMap(expected))
      expect(asMap(await fromFiles.answer(open, query))).toEqual(asMap(expected))
      expect(whole.grandTotal).toBe(expected.grandTotal)
      expect(ascending(whole.rowTotals)).toEqual(ascending(expected.rowTotals))
      expect(ascending(whole.columnTotals)).toEqual(ascending(expected.columnTotals))
      rollUpsUsed.add(foreseeGroups(open, query))
    }
    expect(rollUpsUsed.size).toBeGreaterThan(5)
  })
})

test('a roll-up that does not fit in memory is read from its file, and one unused makes room', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      sql: crossingsSql(110_000),
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    for (const memory of [0, 1_000_000, 4_000_000]) {
      const reader = createCubeReader(node, { memory })
      const open = await reader.open('movements')
      const totals = await Promise.all(
        listReferences(movements).map(async ({ id }) => {
          const answer = await reader.answer(open, question('movements', [id], []))
          return answer.grandTotal
        }),
      )
      expect(new Set(totals)).toEqual(new Set([110_000]))
    }
  })
})

const ascending = (totals: readonly (number | null)[] | null) =>
  [...(totals ?? [])].sort((a, b) => Number(a) - Number(b))
