import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from './service.ts'
import { drawPersonFile } from './testing-person-files.ts'
import { scoreOf } from './testing-scores.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-odd-files-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function link(lines: readonly string[], settings?: object) {
  const at = (name: string) => join(folder, name)
  await writeFile(at('a.csv'), `${lines.join('\n')}\n`)
  if (settings !== undefined) await writeFile(at('S.json'), JSON.stringify(settings))
  const report = await linkFiles([at('a.csv')], {
    pairs: at('P.csv'),
    clusters: at('C.csv'),
    memoryLimit: 2 ** 30,
    ...(settings === undefined ? {} : { settings: at('S.json') }),
  })
  const read = async (name: string) =>
    (await readFile(at(name), 'utf8')).trimEnd().split('\n').slice(1)
  const clusters = await read('C.csv')
  const personOf = new Map(clusters.map((line) => line.split(',').slice(0, 2) as [string, string]))
  return { report, clusters, personOf, pairs: await read('P.csv') }
}

const options = { layout: 'register', persons: 250, duplicated: 0.4, mostDuplicates: 3 } as const

describe('files as they should not be', () => {
  it('a record that stands twice under two ids is one person’s', async () => {
    const [header, ...rows] = drawPersonFile({ ...options, errors: 1 }, new Xoshiro128(5))
    const again = rows.slice(0, 40).map((line, i) => `again${i}${line.slice(line.indexOf(','))}`)
    const { personOf, clusters } = await link([header!, ...rows, ...again])
    for (const [i, line] of rows.slice(0, 40).entries())
      expect(personOf.get(`again${i}`)).toBe(personOf.get(line.split(',')[0]!))
    expect(clusters).toHaveLength(rows.length + 40)
  })

  it('given and family names that changed places are found, in another order of words too', async () => {
    const rows = [
      ...drawPersonFile({ ...options, layout: 'contacts', errors: 0.5 }, new Xoshiro128(6)),
    ]
    const { personOf } = await link([
      rows[0]!.replace(/,cluster$/, ''),
      ...rows.slice(1).map((line) => line.slice(0, line.lastIndexOf(','))),
      'o1,María José,López Cruz,1990-05-02,Lima,',
      'o2,Cruz López,José María,1990-05-02,Lima,',
      'o3,Lopez Cruz,Maria Jose,1990-05-02,,',
    ])
    expect(personOf.get('o2')).toBe(personOf.get('o1'))
    expect(personOf.get('o3')).toBe(personOf.get('o1'))
  })

  it('a column of nothing and a column of one value change no answer', async () => {
    const rows = [...drawPersonFile({ ...options, errors: 1.5 }, new Xoshiro128(7))]
    const plain = await link(rows)
    const more = rows.map((line, i) => {
      const [id, ...values] = line.split(',')
      return [id, i === 0 ? 'email' : '', i === 0 ? 'country' : 'GTM', ...values].join(',')
    })
    const beside = await link(more)
    expect(beside.clusters).toEqual(plain.clusters)
    expect(beside.pairs).toEqual(plain.pairs)
    expect(beside.report.leftOut).toEqual(
      expect.arrayContaining([
        { column: 'email', because: 'empty' },
        { column: 'country', because: 'one-value' },
      ]),
    )
    // settings that ask for such columns are told so, and go on with the others
    const asked = ['surname', 'date_of_birth', 'soc_sec_id', 'email', 'country']
    const settings = { comparisons: asked.map((column) => ({ column })) }
    const named = await link(more, settings)
    expect(named.report.leftOut.map(({ column }) => column)).toEqual(['email', 'country'])
    expect(scoreOf(rows.slice(1), ['', ...named.clusters]).f1).toBeGreaterThan(0.9)
  })

  it('a rule of a billion pairs is refused with its count before it runs', async () => {
    const rows = Array.from({ length: 44_722 }, (_, i) => `${i},Ana ${i},${1950 + (i % 50)},X`)
    const lines = ['id,full_name,year_of_birth,city', ...rows, 'last,Eva,1970,Y']
    await expect(link(lines, { blocking: [['city']] })).rejects.toMatchObject({
      code: 'link.rule-explodes',
      details: { rule: 'city', pairs: (44_722 * 44_721) / 2, most: 250_000_000 },
    })
    expect((await readdir(folder)).toSorted()).toEqual(['S.json', 'a.csv'])
  })

  it('a chain of thousands is split where it is weakest, reported, and left for review', async () => {
    const others = [...drawPersonFile({ ...options, errors: 1 }, new Xoshiro128(8))]
    // 1,100 records of one name and document, and as many of another, held together by one that has both
    const crowd = (letter: string, name: string, document: string) =>
      Array.from(
        { length: 1100 },
        (_, i) => `${letter}${i},${name},19800101,1 Odd Road,${document},x`,
      )
    const { report, clusters, personOf } = await link([
      ...others,
      ...crowd('a', 'Zacharias,Quill', '1234567'),
      ...crowd('b', 'Zacharias,Quilt', '1234568'),
    ])
    expect(clusters).toHaveLength(others.length - 1 + 2200)
    const [finding] = report.result.grouping.findings
    expect(finding).toMatchObject({ fault: 'too-large' })
    expect(finding!.records).toBeGreaterThanOrEqual(1100)
    expect(report.splitIds[0]).toBe('a0')
    // nobody else is touched
    const rest = others.slice(1).map((line) => line.split(',')[0]!)
    expect(
      scoreOf(others.slice(1), ['', ...rest.map((id) => `${id},${personOf.get(id)!}`)]).f1,
    ).toBeGreaterThan(0.9)
  })
})
