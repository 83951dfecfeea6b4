import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attackFolder, protectCells, protectMicrodata } from './service.ts'

let folder: string

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'caudal-files-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string) => join(folder, name)
const write = (name: string, content: string) => writeFileSync(path(name), content)
const writeSpec = (spec: object) => write('spec.json', JSON.stringify(spec))
const read = (name: string) => readFileSync(path(name), 'utf8')

const square: readonly (readonly [string, ...number[]])[] = [
  ['w', 30, 47, 64, 89],
  ['x', 90, 124, 5, 31],
  ['y', 92, 100, 59, 85],
  ['z', 800, 991, 651, 685],
]

/** The classical table of four by four, with what its owner hid, and `wb` to be protected. */
async function writeSquare(hidden: readonly string[]): Promise<void> {
  await mkdir(path('square'))
  const rows = square.flatMap(([row, ...values]) =>
    [...'abcd', '_T'].map((column, at) => {
      const value = values[at] ?? values.reduce((sum, each) => sum + each, 0)
      const cell = `${row}${column}`
      const status = cell === 'wb' ? 'primary' : 'secondary'
      return hidden.includes(cell)
        ? `${row},${column},,${status}`
        : `${row},${column},${value},safe`
    }),
  )
  const totals = [...'abcd'].map((column, at) => {
    const sum = square.reduce((total, row) => total + (row[at + 1] as number), 0)
    return `_T,${column},${sum},safe`
  })
  const all = square.flatMap(([, ...values]) => values).reduce((sum, value) => sum + value, 0)
  write(
    'square/row__column.csv',
    ['row,column,value,status', ...rows, ...totals, `_T,_T,${all},safe`, ''].join('\n'),
  )
  write(
    'square/spec.json',
    JSON.stringify({
      dimensions: [{ column: 'row' }, { column: 'column' }],
      measure: { count: true },
      primary: { threshold: 3 },
      tables: [['row', 'column']],
    }),
  )
}

const nine = ['wa', 'wb', 'wc', 'xa', 'xc', 'yb', 'yd', 'zb', 'zd']

describe('the files that an attack reads', () => {
  test('two hidden cells in every row and column can still tell one of them', async () => {
    await writeSquare(nine)
    const { leaks } = await attackFolder(path('square'), undefined, false)
    expect(leaks).toMatchObject([
      { table: 'row__column', codes: ['w', 'b'], low: 47, high: 47, required: 48 },
    ])
  })

  test('one hidden cell more opens it', async () => {
    await writeSquare([...nine, 'xb'])
    const { leaks } = await attackFolder(path('square'), undefined, false)
    expect(leaks).toEqual([])
  })

  test('what is not marked as primary is attacked when all hidden cells are asked for', async () => {
    await writeSquare(nine)
    write('square/row__column.csv', read('square/row__column.csv').replace('primary', 'suppressed'))
    const primary = await attackFolder(path('square'), undefined, false)
    expect(primary.report.cellsAttacked).toBe(0)
    expect(primary.published.hiddenCells).toBe(9)
    const { leaks } = await attackFolder(path('square'), undefined, true)
    expect(leaks.map(({ codes }) => codes.join(''))).toContain('wb')
  })

  test('a table without a status says of no cell whether it is primary', async () => {
    await writeSquare(nine)
    const lines = read('square/row__column.csv').split('\n')
    write(
      'square/row__column.csv',
      lines.map((line) => line.split(',').slice(0, 3).join(',')).join('\n'),
    )
    await expect(attackFolder(path('square'), undefined, false)).rejects.toThrow(/“status”/)
    const { leaks } = await attackFolder(path('square'), undefined, true)
    expect(leaks.length).toBeGreaterThan(0)
  })
})

const records = [
  ...Array.from({ length: 12 }, (_, at) => `p${at},F,north,${at % 3}`),
  ...Array.from({ length: 9 }, (_, at) => `q${at},M,north,0`),
  ...Array.from({ length: 8 }, (_, at) => `r${at},F,south,4`),
  ...Array.from({ length: 2 }, (_, at) => `s${at},M,south,5`),
]
const bySexAndPlace = {
  dimensions: [{ column: 'sex' }, { column: 'place' }],
  measure: { count: true },
  primary: { threshold: 3 },
  tables: [['sex', 'place']],
}
const csv = (rows: readonly string[]) => `${['person,sex,place,amount', ...rows].join('\n')}\n`

describe('the files that a table is made of', () => {
  test('persons whose amounts come to nothing are not told from nobody', async () => {
    write('records.csv', csv(records.slice(0, 29)))
    writeSpec({ ...bySexAndPlace, measure: { sum: 'amount' }, person: 'person' })
    await protectMicrodata(path('records.csv'), path('spec.json'), path('out'))
    const rows = read('out/sex__place.csv').trim().split('\n')
    expect(rows).toContain('M,north,0,empty')
    expect(rows).toContain('M,south,0,empty')
    expect(rows).toContain('F,north,12,safe')
  })

  test.each([
    [
      'tables of fewer persons than the threshold',
      /the threshold asks for 3 persons, and all the tables together hold 1/,
      () => write('records.csv', csv(records.slice(0, 1))),
      bySexAndPlace,
    ],
    [
      'a table by the person column, though it is no dimension',
      /would publish the person column “person”/,
      () => write('records.csv', csv(records)),
      { ...bySexAndPlace, person: 'person', tables: [['sex', 'person']] },
    ],
    [
      'a sum over the person column',
      /would publish the person column “person”/,
      () => write('records.csv', csv(records)),
      { ...bySexAndPlace, person: 'person', measure: { sum: 'person' } },
    ],
    [
      'a column that names persons, though several records are of one',
      /would publish the person column “person_id”/,
      () => write('records.csv', csv(records).replace('person', 'person_id')),
      { ...bySexAndPlace, dimensions: [{ column: 'person_id' }], tables: [['person_id']] },
    ],
  ])('%s are refused, and nothing is written', async (_, sentence, prepare, spec) => {
    prepare()
    writeSpec(spec)
    await expect(
      protectMicrodata(path('records.csv'), path('spec.json'), path('out')),
    ).rejects.toThrow(sentence)
    expect(existsSync(path('out'))).toBe(false)
  })

  test.each([
    ['a largest contribution that a rule needs', 'F,10,3,\n_T,10,3,\n', /top1 = /],
    ['nobody more than are counted', 'F,10,11,4\n_T,10,11,4\n', /contributors > value/],
    ['half a person', 'F,10,2.5,4\n_T,10,2.5,4\n', /“2.5” in the column “contributors”/],
    ['a largest part above the whole', 'F,10,3,11\n_T,10,3,11\n', /top1/],
  ])('%s is asked for in tables that come as cells', async (_, rows, sentence) => {
    write('cells.csv', `sex,value,contributors,top1\n${rows}`)
    writeSpec({
      dimensions: [{ column: 'sex' }],
      measure: { count: true },
      primary: { dominance: [1, 75] },
      tables: [['sex']],
    })
    await expect(protectCells(path('cells.csv'), path('spec.json'), path('out'))).rejects.toThrow(
      sentence,
    )
    expect(existsSync(path('out'))).toBe(false)
  })
})

describe('a release and the one before it', () => {
  test('attacked together they tell a change that neither tells alone', async () => {
    write('records.csv', csv(records))
    writeSpec(bySexAndPlace)
    await protectMicrodata(path('records.csv'), path('spec.json'), path('one'))
    write('records.csv', csv([...records, 't0,F,north,1']))
    await protectMicrodata(path('records.csv'), path('spec.json'), path('two'))
    expect((await attackFolder(path('two'), undefined, false)).leaks).toEqual([])
    const together = () => attackFolder(path('two'), undefined, false, undefined, [path('one')])
    expect((await together()).leaks).not.toEqual([])
    const args = [path('records.csv'), path('spec.json'), path('two'), undefined] as const
    await protectMicrodata(...args, [path('one')])
    expect((await together()).leaks).toEqual([])
  })
})
