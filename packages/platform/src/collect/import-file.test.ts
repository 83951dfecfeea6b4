import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { importFile, listBatches, listFindings } from './service.ts'
import {
  crossing,
  crossings,
  crossingsProfile,
  filesOf,
  testFolder,
  writeImport,
} from './testing-import.ts'
import { zipOf } from './testing-zip.ts'
import { keeper } from '../govern/testing-actors.ts'

function facts(node: CaudalNode, columns: string): Promise<Record<string, unknown>[]> {
  return node.lake.rows(
    `SELECT ${columns} FROM read_parquet('${node.folder.lake}/movement/facts/*/*.parquet') ORDER BY record_id`,
  )
}

describe('a file of crossings', () => {
  it('becomes facts without names and sealed identities', async () => {
    await withNode(async (node) => {
      const report = await importFile(
        node,
        keeper,
        writeImport(crossings(crossing(), crossing({ sentido: 'S' }))),
      )
      expect(report).toMatchObject({
        status: 'imported',
        batch: 1,
        rowsRead: 2,
        rowsAccepted: 2,
        rowsRejected: 0,
      })
      expect(await facts(node, '*')).toMatchObject([
        {
          record_id: 2 ** 36 + 1,
          dataset: 'crossings',
          direction: 'arrival',
          citizenship: 'GTM',
          age: 31,
          birth_year: 1988,
        },
        { record_id: 2 ** 36 + 2, direction: 'departure' },
      ])
      const [row] = await facts(node, '*')
      expect(Object.keys(row!)).not.toContain('family_names')
      const everything = Object.values(filesOf(node)).join('')
      expect(everything).not.toContain('Quetzalcoatl')
      expect(readdirSync(node.folder.workspace)).toEqual([])
    })
  })

  it('gives its identities back to whoever holds the key', async () => {
    await withNode(async (node) => {
      await importFile(
        node,
        keeper,
        writeImport(crossings(crossing(), crossing({ fecha: '31/02/2020' }))),
      )
      const [batch] = await listBatches(node, keeper)
      const sealed = batch!.files.find(({ kind }) => kind === 'identities')!
      const plain = join(testFolder(), 'identities.parquet')
      const key = node.keyring.unwrapDataKey(batch!.wrappedKey!)
      await node.keyring.decryptFile(join(node.folder.root, sealed.path), plain, key)
      expect(await node.lake.rows(`SELECT * FROM read_parquet('${plain}')`)).toEqual([
        {
          record_id: 2 ** 36 + 1,
          given_names: 'Ximena',
          family_names: 'Quetzalcoatl Prueba',
          birth_date: '1988-08-17',
          document_number: 'P1234567',
        },
      ])
    })
  })

  it('imported twice changes nothing and says so', async () => {
    await withNode(async (node) => {
      const request = writeImport(crossings(crossing()))
      const first = await importFile(node, keeper, request)
      const before = filesOf(node)
      const second = await importFile(node, keeper, request)
      expect(second).toMatchObject({ status: 'already-received', batch: first.batch, rowsRead: 1 })
      expect(filesOf(node)).toEqual(before)
      expect(await listBatches(node, keeper)).toHaveLength(1)
    })
  })

  it('has a finding for each thing wrong, on the line where a person finds it', async () => {
    await withNode(async (node) => {
      const content = crossings(
        crossing({ apellidos: '"Dos\nlíneas"' }),
        crossing({ fecha: '31/02/2020' }),
        'solo,tres,campos',
        crossing({ pais: 'Guatemalla' }),
        crossing({ nacimiento: 'Quetzal' }),
      )
      const report = await importFile(node, keeper, writeImport(content))
      expect(report).toMatchObject({ rowsRead: 5, rowsAccepted: 3, rowsRejected: 2 })
      const { findings } = await listFindings(node, keeper, report.batch)
      const seen = findings.map(
        ({ line, record, rule, level, field, value, expected, recordId }) => [
          line,
          record,
          rule,
          level,
          field,
          value,
          expected,
          recordId === null,
        ],
      )
      expect(seen).toEqual([
        [4, 2, 'movement.crossed-on-missing', 'reject', 'crossed_on', '–', null, true],
        [4, 2, 'value.unreadable', 'reject', 'crossed_on', '31/02/2020', null, true],
        [5, 3, 'line.ragged', 'reject', null, '3', '8', true],
        [6, 4, 'movement.citizenship-unknown', 'warn', 'citizenship', '_U', null, false],
        [6, 4, 'value.unmapped', 'warn', 'citizenship', 'Guatemalla', null, false],
        [7, 5, 'value.unreadable', 'warn', 'birth_date', '•••', null, false],
      ])
      expect(report.quality.unmapped).toEqual([
        { field: 'citizenship', code: 'Guatemalla', count: 1, suggestion: 'GTM' },
      ])
      expect(report.quality.findings).toContainEqual({
        rule: 'line.ragged',
        level: 'reject',
        count: 1,
        found: '3',
        expected: '8',
      })
    })
  })

  it('reads two-digit years by the pivot of its profile', async () => {
    await withNode(async (node) => {
      const base = crossingsProfile()
      const profile = {
        ...base,
        fields: {
          ...(base['fields'] as object),
          crossed_on: { column: 'fecha', date: 'dd/MM/yy', pivotYear: 2025 },
        },
      }
      const content = crossings(crossing({ fecha: '05/03/20' }), crossing({ fecha: '05/03/98' }))
      await importFile(node, keeper, writeImport(content, { profile }))
      expect(await facts(node, 'crossed_on')).toEqual([
        { crossed_on: '2020-03-05' },
        { crossed_on: '1998-03-05' },
      ])
    })
  })

  it('flags repeats and deletes none', async () => {
    await withNode(async (node) => {
      const content = crossings(
        crossing(),
        crossing({ documento: 'P7654321' }),
        crossing(),
        crossing({ sexo: 'M' }),
      )
      const report = await importFile(node, keeper, writeImport(content))
      expect(report).toMatchObject({
        rowsAccepted: 4,
        rowsFlaggedDuplicate: 2,
        quality: { repeats: { identical: 1, 'same-crossing': 2 } },
      })
      const base = 2 ** 36
      const repeats = await node.lake.rows(
        `SELECT record_id - ${base} AS row, kind, "group" - ${base} AS first FROM read_parquet('${node.folder.lake}/movement/duplicates/1/0.parquet')`,
      )
      expect(repeats).toEqual([
        { row: 1, kind: 'identical', first: 1 },
        { row: 1, kind: 'same-crossing', first: 1 },
        { row: 3, kind: 'identical', first: 1 },
        { row: 3, kind: 'same-crossing', first: 1 },
        { row: 4, kind: 'same-crossing', first: 1 },
      ])
    })
  })

  it('reports columns that are new, and lets them be', async () => {
    await withNode(async (node) => {
      const lines = crossings(crossing()).trimEnd().split('\n')
      const content = `${lines[0]},clima\n${lines[1]},lluvia\n`
      const report = await importFile(node, keeper, writeImport(content))
      expect(report.quality.newColumns).toEqual(['clima'])
    })
  })

  it('has no finding where nothing is wrong, and its completeness', async () => {
    await withNode(async (node) => {
      const report = await importFile(
        node,
        keeper,
        writeImport(crossings(crossing(), crossing({ nombres: '', fecha: '06/03/2020' }))),
      )
      expect(report.quality.findings).toEqual([])
      expect(report.quality.completeness).toMatchObject({
        given_names: 0.5,
        direction: 1,
        mode: 0,
        birth_date: 1,
      })
      expect(await listFindings(node, keeper, report.batch)).toEqual({ total: 0, findings: [] })
    })
  })
})
describe('a file', () => {
  it('with a line of 10 MB has one finding for it, and the rest comes in', async () => {
    await withNode(async (node) => {
      const content = crossings(
        crossing(),
        crossing({ nombres: 'x'.repeat(10_000_000) }),
        crossing({ sentido: 'S' }),
      )
      const report = await importFile(node, keeper, writeImport(content))
      expect(report).toMatchObject({ rowsRead: 3, rowsAccepted: 2, rowsRejected: 1 })
      expect((await listFindings(node, keeper, report.batch)).findings).toMatchObject([
        { line: 3, record: 2, rule: 'line.too-long', level: 'reject' },
      ])
    })
  })

  it('inside a zip is chosen by the glob of the profile', async () => {
    await withNode(async (node) => {
      const zip = zipOf({ 'LEEME.txt': 'x', 'datos/cruces-2020.csv': crossings(crossing()) })
      const layout = { format: 'csv', delimiter: ',', archiveMember: 'cruces-*.csv' }
      const report = await importFile(
        node,
        keeper,
        writeImport(zip, { name: 'a.zip', profile: crossingsProfile({ layout }) }),
      )
      expect(report).toMatchObject({
        rowsAccepted: 1,
        quality: { archiveMember: 'datos/cruces-2020.csv', packing: 'zip' },
      })
    })
  })

  it('whose ragged record only the engine notices is read again with care', async () => {
    await withNode(async (node) => {
      const lines = Array.from({ length: 3000 }, (_, n) =>
        crossing({ documento: `P${n}`, nombres: `N${n}` }),
      )
      lines[1234] = 'corto,corto'
      const report = await importFile(node, keeper, writeImport(crossings(...lines)))
      expect(report).toMatchObject({ rowsRead: 3000, rowsAccepted: 2999, rowsRejected: 1 })
      expect((await listFindings(node, keeper, report.batch)).findings).toMatchObject([
        { line: 1236, record: 1235 },
      ])
    })
  })

  it('of JSON objects is read whatever its size and whichever key comes late', async () => {
    await withNode(async (node) => {
      const profile = {
        ...crossingsProfile({
          recordType: 'incident',
          dataset: 'incidents',
          id: 'incidents',
          layout: { format: 'json', thousands: ',' },
        }),
        fields: {
          incident_id: { column: 'id' },
          occurred_on: { column: 'date', date: 'yyyy-MM-dd' },
          dead: { column: 'dead' },
          location: { column: 'place' },
        },
      }
      const content = JSON.stringify([
        { id: '1', date: '2020-01-01', dead: 1 },
        { id: '2', date: '2020-01-02', dead: '1,022', place: 'Line\nbreak, "quoted"' },
        7,
        { id: '2', date: '2020-01-03', dead: null },
      ])
      const report = await importFile(
        node,
        keeper,
        writeImport(content, { name: 'a.json', profile }),
      )
      expect(report).toMatchObject({
        rowsRead: 4,
        rowsRejected: 1,
        rowsFlaggedDuplicate: 1,
        quality: { repeats: { 'same-id': 1 } },
      })
      const rows = await node.lake.rows(
        `SELECT incident_id, dead, location FROM read_parquet('${node.folder.lake}/incident/facts/1/0.parquet')`,
      )
      expect(rows).toEqual([
        { incident_id: '1', dead: 1, location: null },
        { incident_id: '2', dead: 1022, location: 'Line\nbreak, "quoted"' },
        { incident_id: '2', dead: null, location: null },
      ])
      expect((await listFindings(node, keeper, report.batch)).findings).toContainEqual(
        expect.objectContaining({ record: 3, line: 1, rule: 'object.expected' }),
      )
    })
  })
})
