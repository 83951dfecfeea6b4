import { describe, expect, test } from 'vitest'
import { withdraw } from '../collect/institution/service.ts'
import { importFile } from '../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../collect/testing-import.ts'
import { keeper, statistician } from '../govern/testing-actors.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader } from './service.ts'

const given = crossingsProfile()['fields'] as Record<string, object>
const { crossed_on: _, ...others } = given
const timed = (version: number) =>
  crossingsProfile({
    version,
    fields: { ...others, crossed_at: { column: 'fecha', date: 'dd/MM/yyyy HH:mm' } },
  })

const at = (fecha: string, changes: Partial<Record<string, string>> = {}) =>
  crossing({ fecha, ...changes })

async function received(node: CaudalNode, lines: readonly string[], version = 1) {
  return importFile(node, keeper, writeImport(crossings(...lines), { profile: timed(version) }))
}

/** Crossings that the cube counts, once it is built. */
async function counted(node: CaudalNode): Promise<number> {
  await buildCubes(node, statistician, { only: ['movements'] })
  return (await createCubeReader(node).open('movements')).manifest.records
}

describe('a crossing written down twice counts once', () => {
  test('within thirty minutes of the record before, across midnight too', async () => {
    await withNode(async (node) => {
      const report = await received(node, [
        at('05/03/2020 23:50'),
        at('06/03/2020 00:20'), // 30 minutes later: the same crossing
        at('06/03/2020 00:45', { sexo: 'M' }), // 25 minutes after that record
        at('06/03/2020 01:16'), // 31 minutes later: another
        at('06/03/2020 00:10', { sentido: 'S' }), // the other direction
        at('06/03/2020 00:10', { documento: 'P7654321' }), // somebody else
      ])
      expect(report).toMatchObject({
        rowsAccepted: 6,
        rowsFlaggedDuplicate: 2,
        quality: { repeats: { 'same-crossing': 2 } },
      })
      expect(await counted(node)).toBe(4)
    })
  })

  test('in two files whose days overlap, and counts again where the first file is withdrawn', async () => {
    await withNode(async (node) => {
      const first = await received(node, [at('05/03/2020 10:00'), at('07/03/2020 10:00')])
      expect(await counted(node)).toBe(2)
      const second = await received(node, [
        at('07/03/2020 10:05'), // in the first file, five minutes before
        at('07/03/2020 11:00'),
        at('09/03/2020 10:00'),
      ])
      expect(second).toMatchObject({
        rowsFlaggedDuplicate: 1,
        quality: { repeats: { 'earlier-batch': 1 } },
      })
      expect(await counted(node)).toBe(4)
      await withdraw(node, keeper, first.batch, 'Sent by mistake')
      expect(await counted(node)).toBe(3)
    })
  })

  test('in a file sent again with another version of its profile', async () => {
    await withNode(async (node) => {
      const lines = [at('05/03/2020 10:00'), at('05/03/2020 12:00', { documento: 'P7654321' })]
      await received(node, lines)
      const again = await received(node, lines, 2)
      expect(again).toMatchObject({ rowsAccepted: 2, rowsFlaggedDuplicate: 2 })
      expect(await counted(node)).toBe(2)
    })
  })
})
