import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { Refusal } from '@caudal/methods/vocabulary'
import { attackFolder, protectCells, protectMicrodata } from './service.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-doors-'))
  write('place.csv', 'code,parent\nGT,\nHN,\nGT01,GT\nGT02,GT\nHN01,HN\nHN02,HN\n')
  write('records.csv', records())
  write('spec.json', JSON.stringify(specification))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const specification = {
  dimensions: [{ column: 'sex' }, { column: 'place', hierarchy: 'place.csv' }, { column: 'age' }],
  measure: { count: true },
  primary: { threshold: 3 },
  tables: [
    ['sex', 'place'],
    ['place', 'age'],
  ],
}

const path = (name: string) => join(folder, name)
const write = (name: string, content: string | Uint8Array) => writeFileSync(path(name), content)
const lines = (name: string) => readFileSync(path(name), 'utf8').trim().split('\n')

/** SYNTHETIC records in which few live in HN02. */
function records(): string {
  const generator = new Xoshiro128(12)
  const pick = (codes: readonly string[]) => codes[generator.below(codes.length)]!
  const rows = ['person,sex,place,age,amount']
  for (let at = 0; at < 90; at += 1) {
    const place = generator.chance(0.04) ? 'HN02' : pick(['GT01', 'GT02', 'HN01'])
    const amount = generator.below(50_000) / 100
    rows.push([`p${at}`, pick(['F', 'M']), place, pick(['a', 'b', 'c']), amount].join(','))
  }
  return `${rows.join('\n')}\n`
}

describe('caudal protect table', () => {
  test('writes working tables, public tables under one mark, and a report; nothing leaks', async () => {
    const report = await protectMicrodata(path('records.csv'), path('spec.json'), path('out'))
    expect(readdirSync(path('out')).sort()).toEqual([
      'hierarchies',
      'ledger.json',
      'place__age.csv',
      'public',
      'report.json',
      'sex__place.csv',
      'spec.json',
    ])
    const [header, ...rows] = lines('out/sex__place.csv')
    expect(header).toBe('sex,place,value,status')
    expect(rows).toHaveLength(3 * 7)
    const statuses = new Set(rows.map((row) => row.split(',')[3]))
    expect(statuses.has('primary') && statuses.has('secondary')).toBe(true)
    const hiddenPublicly = lines('out/public/sex__place.csv').filter((row) => row.includes(',,'))
    expect(new Set(hiddenPublicly.map((row) => row.split(',')[3]))).toEqual(new Set(['suppressed']))
    expect(report.suppressed).toBe(report.primary + report.secondary)
    expect(report.attack.leaks).toBe(0)
    const { leaks } = await attackFolder(path('out'), undefined, true)
    expect(leaks).toEqual([])
  })

  test('the same input gives the same tables', async () => {
    await protectMicrodata(path('records.csv'), path('spec.json'), path('one'))
    await protectMicrodata(path('records.csv'), path('spec.json'), path('two'))
    for (const table of ['sex__place.csv', 'place__age.csv', 'public/place__age.csv']) {
      expect(lines(`two/${table}`)).toEqual(lines(`one/${table}`))
    }
  })

  test('amounts are protected by p % and stay open to the attacker of the files alone', async () => {
    const spec = { ...specification, measure: { sum: 'amount' }, person: 'person' }
    const primary = { pPercent: 15, contributors: 1 }
    write('amounts.json', JSON.stringify({ ...spec, primary }))
    await protectMicrodata(path('records.csv'), path('amounts.json'), path('out'))
    const { leaks } = await attackFolder(path('out'), undefined, false)
    expect(leaks).toEqual([])
  })

  test.each([
    ['without a rule', {}, 'protect.spec-without-rule'],
    ['of a width alone', { margin: 1 }, 'protect.spec-without-rule'],
    [
      'of contributors that no rule heeds',
      { threshold: 3, contributors: 1 },
      'protect.spec-contributors-alone',
    ],
  ])('a specification %s is refused, and nothing is written', async (_, primary, code) => {
    write('careless.json', JSON.stringify({ ...specification, primary }))
    const protecting = protectMicrodata(path('records.csv'), path('careless.json'), path('out'))
    await expect(protecting).rejects.toMatchObject({ code })
    expect(existsSync(path('out'))).toBe(false)
  })

  test('a revision by one record hides what would tell it, and stays beside the first', async () => {
    await protectMicrodata(path('records.csv'), path('spec.json'), path('one'))
    write('later.csv', `${records()}p90,F,GT01,a,5\n`)
    const args = [path('later.csv'), path('spec.json'), path('two'), undefined] as const
    const report = await protectMicrodata(...args, [path('one')])
    expect(report.earlier).toEqual(['one'])
    const shown = (folder: string) =>
      new Map(
        lines(`${folder}/public/sex__place.csv`)
          .slice(1)
          .map((row) => row.split(',') as [string, string, string])
          .flatMap(([sex, place, value]) => (value === '' ? [] : [[`${sex} ${place}`, value]])),
      )
    const [before, after] = [shown('one'), shown('two')]
    expect(after.size).toBeGreaterThan(0)
    expect(after.has('_T _T')).toBe(false)
    for (const [cell, value] of after) expect(before.get(cell) ?? value).toBe(value)
    await expect(protectMicrodata(...args, [path('one/public')])).rejects.toThrow(/ledger.json/)
  })

  test('a revision by three of whom two give nothing is one by the amount of the third', async () => {
    const spec = { ...specification, measure: { sum: 'amount' }, person: 'person' }
    write('amounts.json', JSON.stringify({ ...spec, primary: { dominance: [1, 90] } }))
    await protectMicrodata(path('records.csv'), path('amounts.json'), path('one'))
    const three = ['q1,F,GT01,a,554', 'q2,F,GT01,a,0', 'q3,F,GT01,a,0'].join('\n')
    write('later.csv', `${records()}${three}\n`)
    const args = [path('later.csv'), path('amounts.json'), path('two'), undefined] as const
    await protectMicrodata(...args, [path('one')])
    const total = (folder: string) =>
      lines(`${folder}/public/sex__place.csv`).find((row) => row.startsWith('_T,_T,'))
    expect(total('one')).toMatch(/^_T,_T,\d/)
    expect(total('two')).toMatch(/^_T,_T,,/)
  })

  test.each([
    [
      'a negative contribution',
      /negative contributions/,
      () => {
        write('records.csv', 'person,sex,place,age,amount\np1,F,GT01,a,-3\n')
        return { ...specification, measure: { sum: 'amount' }, primary: { pPercent: 10 } }
      },
    ],
    [
      'a hierarchy with a missing parent',
      /which is not in the hierarchy/,
      () => {
        write('place.csv', 'code,parent\nGT01,GT\n')
        return specification
      },
    ],
    [
      'a person column as dimension',
      /would publish the person column/,
      () => ({
        ...specification,
        dimensions: [{ column: 'person' }],
        person: 'person',
        tables: [['person']],
      }),
    ],
    [
      'a person column that is not declared',
      /would publish the person column/,
      () => ({
        ...specification,
        dimensions: [{ column: 'person' }],
        tables: [['person']],
      }),
    ],
    [
      'an unknown rule',
      /treshold is not known/,
      () => ({ ...specification, primary: { treshold: 3 } }),
    ],
    [
      'a ragged file',
      /Line 2 of records.csv has 2 columns/,
      () => {
        write('records.csv', 'person,sex,place,age,amount\np1,F\n')
        return specification
      },
    ],
    [
      'a file with a header only',
      /no records/,
      () => {
        write('records.csv', 'person,sex,place,age,amount\n')
        return specification
      },
    ],
    [
      'a column that is not there',
      /has no column “age”/,
      () => {
        write('records.csv', 'person,sex,place\np1,F,GT01\n')
        return specification
      },
    ],
  ])('%s is refused in three languages and writes nothing', async (_, sentence, prepare) => {
    write('spec.json', JSON.stringify(prepare()))
    const refusal = await protectMicrodata(
      path('records.csv'),
      path('spec.json'),
      path('out'),
    ).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).what('en')).toMatch(sentence)
    for (const language of ['es', 'fr'] as const) {
      expect((refusal as Refusal).what(language)).not.toBe((refusal as Refusal).what('en'))
    }
    expect(existsSync(path('out'))).toBe(false)
  })
})

describe('caudal protect cells', () => {
  const spec = {
    dimensions: [{ column: 'sex' }, { column: 'age' }],
    measure: { sum: 'amount' },
    primary: { dominance: [1, 80] },
  }

  test('tables that come as cells are protected by their largest contributions', async () => {
    write('cells.json', JSON.stringify(spec))
    write(
      'cells.csv',
      `sex,age,value,contributors,top1,top2
F,a,100,4,90,5
F,b,200,9,40,30
M,a,300,9,50,40
M,b,400,9,60,50
F,_T,300,13,90,40
M,_T,700,18,60,50
_T,a,400,13,90,50
_T,b,600,18,60,50
_T,_T,1000,31,90,60
`,
    )
    const report = await protectCells(path('cells.csv'), path('cells.json'), path('out'))
    expect(report).toMatchObject({ primary: 1, secondary: 3, method: 'exact', gap: 0 })
    expect((await attackFolder(path('out'), undefined, false)).leaks).toEqual([])
  })

  test('whoever is alone in a cell is alone in its margin, and is not protected from himself', async () => {
    write(
      'cells.json',
      JSON.stringify({ ...spec, measure: { count: true }, primary: { threshold: 3 } }),
    )
    write(
      'cells.csv',
      `sex,age,value,contributors
F,a,1,1
F,b,0,0
M,a,9,9
M,b,8,8
F,_T,1,1
M,_T,17,17
_T,a,10,10
_T,b,8,8
_T,_T,18,18
`,
    )
    const report = await protectCells(path('cells.csv'), path('cells.json'), path('out'))
    expect(report.primary).toBe(2)
    expect((await attackFolder(path('out'), undefined, false)).leaks).toEqual([])
  })

  test('the first inconsistent margin is named and nothing is written', async () => {
    write('cells.json', JSON.stringify(spec))
    write(
      'cells.csv',
      'sex,age,value,contributors,top1\nF,a,5,3,2\n_T,a,6,3,2\nF,_T,5,3,2\n_T,_T,6,3,2\n',
    )
    await expect(protectCells(path('cells.csv'), path('cells.json'), path('out'))).rejects.toThrow(
      /the margin sex _T, age a says 6 and its parts add to 5/,
    )
    expect(existsSync(path('out'))).toBe(false)
  })
})

describe('caudal protect attack', () => {
  test('a hidden cell that follows from the others is a leak', async () => {
    await protectMicrodata(path('records.csv'), path('spec.json'), path('out'))
    // somebody fills in every secondary cell of one table
    const shown = new Map(lines('out/public/sex__place.csv').map((row) => [row, row]))
    expect(shown.size).toBeGreaterThan(0)
    const truth = new Map<string, number>()
    for (const row of lines('records.csv').slice(1)) {
      const [, sex, place] = row.split(',') as [string, string, string]
      for (const s of [sex, '_T']) {
        for (const p of [place, place.slice(0, 2), '_T']) {
          truth.set(`${s},${p}`, (truth.get(`${s},${p}`) ?? 0) + 1)
        }
      }
    }
    const opened = lines('out/sex__place.csv').map((row) => {
      const [sex, place, , status] = row.split(',') as [string, string, string, string]
      return status === 'secondary' ? `${sex},${place},${truth.get(`${sex},${place}`)},safe` : row
    })
    write('out/sex__place.csv', `${opened.join('\n')}\n`)
    const { leaks } = await attackFolder(path('out'), undefined, false)
    expect(leaks.length).toBeGreaterThan(0)
    expect(leaks[0]!.low).toBe(leaks[0]!.high)
  })
})
