import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingsExamples } from '@caudal/methods/link'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles, type LinkFilesOptions } from './service.ts'
import { drawPersonFile, type PersonLayout } from './testing-person-files.ts'
import { countPairs, scoreOf } from './testing-scores.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-linking-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)

async function put(name: string, text: string): Promise<string> {
  await writeFile(at(name), text)
  return at(name)
}

function draw(layout: PersonLayout, persons: number, seed = 1): string[] {
  const options = { layout, persons, duplicated: 0.4, mostDuplicates: 3, errors: 1.5 }
  return [...drawPersonFile(options, new Xoshiro128(seed))]
}

async function link(
  files: readonly [string] | readonly [string, string],
  options: LinkFilesOptions = {},
) {
  const answers = { pairs: at('P.csv'), clusters: at('C.csv') }
  const report = await linkFiles(files, { ...answers, memoryLimit: 2 ** 30, ...options })
  const read = async (name: string) => (await readFile(at(name), 'utf8')).trimEnd().split('\n')
  return { report, pairs: await read('P.csv'), clusters: await read('C.csv') }
}

describe('linking files', () => {
  it('finds the persons of a labelled file without settings', async () => {
    const [header, ...rows] = draw('register', 500)
    const { pairs, clusters, report } = await link([
      await put('a.csv', [header, ...rows].join('\n')),
    ])
    expect(pairs[0]).toBe('id_left,id_right,weight,probability,decision')
    expect(clusters[0]).toBe('id,person,file')
    expect(clusters).toHaveLength(rows.length + 1)
    expect(report.leftOut).toContainEqual({ column: 'cluster', because: 'truth' })
    expect(scoreOf(rows, clusters).f1).toBeGreaterThan(0.98)
  })

  it.each(Object.entries(settingsExamples))(
    'takes the example settings for %s',
    async (layout, settings) => {
      const rows = draw(layout as PersonLayout, 300)
      const { clusters } = await link([await put('a.csv', rows.join('\n'))], {
        settings: await put('S.json', JSON.stringify(settings)),
      })
      expect(scoreOf(rows.slice(1), clusters).f1).toBeGreaterThan(
        layout === 'biographies' ? 0.7 : 0.92,
      )
    },
  )

  it('tells relatives of one full name apart from one person, where little else is known', async () => {
    const spoilt = {
      duplicated: 0.5,
      mostDuplicates: 2,
      errors: 0.7,
      missing: 0.05,
      households: 0.1,
    }
    const [header, ...rows] = [
      ...drawPersonFile({ layout: 'biographies', persons: 570, ...spoilt }, new Xoshiro128(7)),
    ]
    const more = [
      'a1,Wilhelmina Oyster,Hull,cooper,HU9 1ZZ,x',
      'a2,W. Oyster,Hull,cooper,HU9 1ZZ,x',
      'a3,Bartholomew Oyster,Hull,,HU9 1ZZ,y',
    ]
    const { clusters } = await link([await put('a.csv', [header, ...rows, ...more].join('\n'))])
    // .861 when relatives were measured against strangers of whom hardly any were left
    expect(scoreOf([...rows, ...more], clusters).f1).toBeGreaterThan(0.93)
    const person = new Map(clusters.map((line) => line.split(',').slice(0, 2) as [string, string]))
    expect(person.get('a2')).toBe(person.get('a1'))
    expect(person.get('a3')).not.toBe(person.get('a1'))
  })

  it('across two files every record has one partner at most, and pairs cross files only', async () => {
    const [header, ...rows] = draw('documentos', 400)
    const first = rows.filter((_, i) => i % 2 === 0)
    const second = rows.filter((_, i) => i % 2 === 1)
    const files = [
      await put('a.csv', [header, ...first].join('\n')),
      await put('b.csv', [header, ...second].join('\n')),
    ] as const
    const { clusters, pairs } = await link(files)
    const sizes = new Map<string, string[]>()
    for (const line of clusters.slice(1)) {
      const [, person, file] = line.split(',') as [string, string, string]
      sizes.set(person, [...(sizes.get(person) ?? []), file])
    }
    for (const of of sizes.values()) expect(['1', '2', '1,2']).toContain(of.join())
    const ofFirst = new Set(first.map((line) => line.split(',')[0]))
    for (const line of pairs.slice(1)) {
      const [left, right] = line.split(',')
      expect(ofFirst.has(left)).toBe(true)
      expect(ofFirst.has(right)).toBe(false)
    }
    const both = await link(files, {
      settings: await put('S.json', JSON.stringify({ linkType: 'link-and-dedupe' })),
    })
    expect(scoreOf(rows, both.clusters).f1).toBeGreaterThan(0.96)
  })

  it('lists every pair compared where asked', async () => {
    const rows = draw('contacts', 60)
    const { pairs } = await link([await put('a.csv', rows.join('\n'))], { allPairs: true })
    expect(pairs.length - 1).toBe(countPairs(rows.length - 1))
    expect(new Set(pairs.slice(1).map((line) => line.split(',')[4]))).toContain('reject')
  })

  it('refuses a blocking rule that explodes, with its count, and writes nothing', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i},Ana ${i % 50},X`)
    const file = await put('a.csv', ['id,full_name,city', ...rows, '3000,Eva,Y'].join('\n'))
    const settings = await put(
      'S.json',
      JSON.stringify({ blocking: [['city']], maxPairs: 1_000_000 }),
    )
    await expect(link([file], { settings })).rejects.toMatchObject({
      code: 'link.rule-explodes',
      details: { rule: 'city', pairs: 4_498_500, most: 1_000_000 },
    })
    expect((await readdir(folder)).toSorted()).toEqual(['S.json', 'a.csv'])
  })

  it('refuses ids that repeat or are missing, and files that cannot be read', async () => {
    const refused = async (text: string, code: string, settings = {}) =>
      await expect(
        link([await put('a.csv', text)], {
          settings: await put('S.json', JSON.stringify(settings)),
        }),
      ).rejects.toMatchObject({ code })
    await refused('id,first_name\n1,Ana\n1,Eva\n', 'link.id-repeats')
    await refused('id,first_name\n1,Ana\n,Eva\n', 'link.id-missing')
    await refused('number,first_name\n1,Ana\n2,Eva\n', 'link.id-not-found')
    await refused('id,first_name\n', 'link.file-without-records')
    await refused('', 'plain-file.file-empty')
    await refused('id,first_name\n1,Ana\n2\n', 'plain-file.line-ragged')
    await refused('id,first_name\n1,Ana\n2,Eva\n3,Luz,Paz\n', 'plain-file.line-ragged')
    await refused('id,first_name,first_name\n1,Ana,Eva\n2,Eva,Ana\n', 'plain-file.column-twice')
    await refused('id,first_name\n1,\n2,\n', 'link.nothing-to-compare')
    const alike = Array.from({ length: 13 }, (_, i) => `${i},Ana,Paz,1980-01-02`)
    await refused(['id,first_name,surname,dob', ...alike].join('\n'), 'link.all-alike')
    await refused('id,first_name\n1,Ana\n2,Eva\n', 'link.link-one-file', { linkType: 'link' })
    await refused('id,first_name\n1,Ana\n2,Eva\n', 'link.settings-column-missing', {
      blocking: [['dob']],
    })
    await refused('id,first_name\n1,Ana\n2,Eva\n', 'link.settings-malformed', { blocks: [] })
    await refused('id,person,dob\n1,a,2000\n2,b,2001\n', 'link.settings-truth-compared', {
      comparisons: [{ column: 'person' }],
    })
    await expect(link([at('none.csv')])).rejects.toMatchObject({
      code: 'plain-file.file-not-there',
    })
  })

  it('says which columns took no part', async () => {
    const text = 'id,first_name,surname,note,city\n1,Ana,Paz,,X\n2,Ana,Pas,,X\n3,Eva,Mora,,X\n'
    const { report } = await link([await put('a.csv', text)])
    expect(report.leftOut).toContainEqual({ column: 'note', because: 'empty' })
    expect(report.leftOut).toContainEqual({ column: 'city', because: 'one-value' })
  })

  it('splits a cluster that is too large for a person at its weakest links, and reports it', async () => {
    const others = draw('register', 700).slice(1)
    const same = Array.from(
      { length: 60 },
      (_, i) => `x${i},Zacharias,Quill,19800101,1 Odd Road,1234567,x`,
    )
    const text = [draw('register', 1)[0], ...same, ...others].join('\n')
    const { report, clusters, pairs } = await link([await put('a.csv', text)], {
      settings: await put('S.json', JSON.stringify({ maxClusterSize: 50 })),
    })
    expect(report.result.grouping.findings).toMatchObject([
      { fault: 'too-large', records: 60, parts: 60 },
    ])
    expect(report.splitIds).toEqual(['x0'])
    const persons = clusters
      .filter((line) => line.startsWith('x'))
      .map((line) => line.split(',')[1])
    expect(new Set(persons).size).toBe(60)
    expect(pairs.filter((line) => /^x.*,review$/.test(line))).toHaveLength(countPairs(60))
  })

  it('links names in other scripts', async () => {
    const text = `id,name,surname,dob
1,Ольга,Петрова,1980-05-02
2,Olga,Petrova,1980-05-02
3,小明,王,1990-01-01
4,小明,王,1990-01-01
5,محمد,حسن,1985-03-03
6,محمد,حسن,1985-03-03
7,Ana,Paz,1971-07-07
8,Eva,Mora,1972-08-08
`
    const { clusters } = await link([await put('a.csv', text)])
    const persons = clusters.slice(1).map((line) => line.split(',')[1])
    expect(persons[0]).toBe(persons[1])
    expect(persons[2]).toBe(persons[3])
    expect(persons[4]).toBe(persons[5])
    expect(new Set(persons).size).toBe(5)
  })

  const publicFile = fileURLToPath(
    new URL('../../../../../shared/data/fake-1000.csv', import.meta.url),
  )
  if (!existsSync(publicFile))
    console.warn('Skipped: the labelled public file is not beside the project (../shared/data).')
  it.skipIf(!existsSync(publicFile))('finds the persons of a public file', async () => {
    const { clusters } = await link([publicFile])
    const rows = (await readFile(publicFile, 'utf8')).trimEnd().split('\n').slice(1)
    expect(scoreOf(rows, clusters).f1).toBeGreaterThan(0.96)
  })
})
