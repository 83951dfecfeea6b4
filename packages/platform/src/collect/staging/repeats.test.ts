import { expect, test } from 'vitest'
import { keeper } from '../../govern/testing-actors.ts'
import {
  correctRecords,
  destroyDataKey,
  getBatch,
  recordRewrite,
  removeFiles,
  rewriteBatch,
  type CaudalNode,
} from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { importLines } from '../report/import-text.ts'
import { importFile } from '../service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../testing-import.ts'
import type { BatchQuality } from '../quality/batch-quality.ts'
import { findRepeatsAnew } from './repeats-anew.ts'

const { crossed_on: _, ...others } = crossingsProfile()['fields'] as Record<string, object>
const timed = crossingsProfile({
  fields: { ...others, crossed_at: { column: 'fecha', date: 'dd/MM/yyyy HH:mm' } },
})

const at = (time: string, changes: Partial<Record<string, string>> = {}) =>
  crossing({ fecha: `05/03/2020 ${time}`, ...changes })

function received(node: CaudalNode, ...lines: string[]) {
  return importFile(node, keeper, writeImport(crossings(...lines), { profile: timed }))
}

const row = (batch: number, line: number) => String(batch * 2 ** 36 + line)

/** Pairs of a flagged record and the first of its group, both as batch.line. */
async function flagged(node: CaudalNode, batch: number): Promise<string[]> {
  const { files } = await getBatch(node, batch)
  const paths = files.filter(({ kind }) => kind === 'duplicates').map(({ path }) => path)
  if (paths.length === 0) return []
  const name = (id: number) => `${Math.floor(id / 2 ** 36)}.${id % 2 ** 36}`
  const rows = await node.lake.rows<{ id: number; first: number }>(
    `SELECT DISTINCT record_id AS id, "group" AS first FROM read_parquet('${node.folder.root}/${paths[0]}')
     WHERE record_id <> "group" ORDER BY 1, 2`,
  )
  return rows.map(({ id, first }) => `${name(id)} of ${name(first)}`)
}

test('a chain of crossings, each within thirty minutes of the one before, falls apart without its middle', async () => {
  await withNode(async (node) => {
    const [one, two, three, four] = ['P1', 'P2', 'P3', 'P4'].map((documento) => ({ documento }))
    const chain = (who: object) => ['10:00', '10:20', '10:45'].map((time) => at(time, who))
    await received(node, ...chain(one!))
    await received(node, ...chain(two!).slice(0, 2))
    await received(node, ...chain(two!).slice(2))
    expect([await flagged(node, 1), await flagged(node, 3)]).toEqual([
      ['1.2 of 1.1', '1.3 of 1.1'],
      ['3.1 of 2.2'],
    ])
    // the middle one comes last, and makes one crossing of the two before it
    await received(node, at('10:00', three))
    await received(node, at('10:45', three))
    expect(await received(node, at('10:20', three))).toMatchObject({ rowsFlaggedDuplicate: 1 })
    expect(await flagged(node, 6)).toEqual(['5.1 of 4.1', '6.1 of 4.1'])
    await received(node, ...chain(four!))
    expect(await findRepeatsAnew(node)).toEqual([])

    // the middle one was at another hour
    await correctRecords(node, 1, [row(1, 2)], { crossed_at: '2020-03-05 15:00:00' })
    expect(await findRepeatsAnew(node)).toEqual([1, 3, 6])
    expect([await flagged(node, 1), await flagged(node, 3)]).toEqual([[], ['3.1 of 2.2']])
    expect(await getBatch(node, 1)).toMatchObject({
      rowsFlaggedDuplicate: 0,
      quality: { repeats: {}, repeatsNotCounted: 0 },
    })
    expect(await findRepeatsAnew(node)).toEqual([])

    // so it was in the file before
    await correctRecords(node, 2, [row(2, 2)], { crossed_at: '2020-03-05 15:00:00' })
    await findRepeatsAnew(node)
    expect([await flagged(node, 2), await flagged(node, 3)]).toEqual([[], []])
    expect(await flagged(node, 6)).toEqual(['5.1 of 4.1', '6.1 of 4.1'])

    // the middle one is erased
    const rewritten = await rewriteBatch(node, 7, [row(7, 2)])
    await node.register.transaction((within) => recordRewrite(within, rewritten))
    removeFiles(node, rewritten.batch.files)
    expect(await findRepeatsAnew(node)).toEqual([7])
    expect(await flagged(node, 7)).toEqual([])
  })
})

test('who a record is of is told by number and day of birth, and by nobody once the key is destroyed', async () => {
  await withNode(async (node) => {
    const told = await received(
      node,
      at('10:00'),
      at('10:05', { nombres: 'MARIA J.' }),
      at('10:06', { nacimiento: '09/09/1999' }), // a child in the same passport
      at('10:07', { documento: '', nombres: 'MARIA J.' }), // no number: another person
    )
    expect(told.rowsFlaggedDuplicate).toBe(1)
    // without a number and a name, records repeat where all is equal
    const nobody = { documento: '', nombres: '', apellidos: '' }
    await received(node, at('10:00', nobody), at('10:05', nobody))
    const again = await received(node, at('10:00', nobody), at('11:00', nobody))
    expect(again.quality.repeats).toEqual({ 'earlier-batch': 1 })

    const batch = await getBatch(node, 1)
    await node.register.transaction((within) => destroyDataKey(within, batch))
    const closed = await received(node, at('10:05'))
    expect(closed.rowsFlaggedDuplicate).toBe(0)
    expect(closed.quality.repeatsNotSought).toEqual([1])
    const { quality } = await getBatch(node, 4)
    expect((quality as unknown as BatchQuality).repeatsNotSought).toEqual([1])
    expect(importLines(closed, 'en').join('\n')).toContain('because the key of their identities')
  })
})

const permits = {
  id: 'permits',
  version: 1,
  recordType: 'permit',
  dataset: 'permits',
  country: 'HND',
  title: { es: 'SYNTHETIC', en: 'SYNTHETIC', fr: 'SYNTHETIC' },
  source: { owner: 'X', title: 'X', licence: 'CC0-1.0', citation: 'X' },
  synthetic: true,
  layout: { format: 'csv', delimiter: ',' },
  fields: {
    country: { constant: 'HND' },
    recorded_on: { column: 'fecha', date: 'yyyy-MM-dd' },
    permit_type: { constant: 'temporary-residence' },
    decision: { column: 'decision', codes: { S: 'granted', N: 'refused' } },
    permit_number: { column: 'expediente' },
    family_names: { column: 'apellidos' },
    birth_date: { column: 'nacimiento', date: 'yyyy-MM-dd' },
  },
}

test('a permit of one number, person, decision and day is one in two files, however else they differ', async () => {
  await withNode(async (node) => {
    const send = (...lines: string[]) =>
      importFile(
        node,
        keeper,
        writeImport(`fecha,decision,expediente,apellidos,nacimiento\n${lines.join('\n')}\n`, {
          profile: permits,
        }),
      )
    const first = await send(
      '2020-03-05,S,E-1,Pérez,1990-01-01',
      '2020-03-05,S,E-1,PEREZ,1990-01-01', // one in one file, too
      '2020-03-05,S,E-1,Pérez,2015-01-01', // a child on the same file
      '2020-03-05,N,E-2,Pérez,1990-01-01',
    )
    expect(first.quality).toMatchObject({ repeats: { 'same-event': 1 }, repeatsNotCounted: 1 })
    const second = await send(
      '2020-03-05,S,E-1,Peres,1990-01-01',
      '2020-03-06,S,E-2,Pérez,1990-01-01', // decided anew
    )
    expect(second.quality.repeats).toEqual({ 'earlier-batch': 1 })
  })
})
