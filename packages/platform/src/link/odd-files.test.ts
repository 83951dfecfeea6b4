import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import type { Refusal } from '@caudal/methods/vocabulary'
import { linkFiles, type LinkFilesOptions } from './service.ts'
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
      // one name by its first letter and the other misspelt, or both misspelt
      'o4,Perpetua,Zaldivar,1971-09-12,Lima,',
      'o5,Zaldibar,P,1971-09-12,Lima,',
      'o6,Zaldvar,Perpteua,1971-09-12,,',
      'o7,V,Perpetua,1950-01-30,Lima,',
    ])
    expect(personOf.get('o2')).toBe(personOf.get('o1'))
    expect(personOf.get('o3')).toBe(personOf.get('o1'))
    expect(personOf.get('o5')).toBe(personOf.get('o4'))
    expect(personOf.get('o6')).toBe(personOf.get('o4'))
    expect(personOf.get('o7')).not.toBe(personOf.get('o4'))
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

  it('an e-mail made of the name does not make one person of namesakes', async () => {
    const [, ...rows] = drawPersonFile(
      { ...options, layout: 'contacts', errors: 0.5 },
      new Xoshiro128(12),
    )
    // every address is given.family@mail.example, so that namesakes share it
    const lines = rows.map((line) => {
      const [id, given, family, dob, city] = line.split(',') as [
        string,
        string,
        string,
        string,
        string,
      ]
      return [id, given, family, dob, city, `${given}.${family}@mail.example`.toLowerCase()].join(
        ',',
      )
    })
    const { personOf, report } = await link([
      'unique_id,first_name,surname,dob,city,email',
      ...lines,
      'a1,Mary,Jones,1961-02-03,Exeter,mary.jones@mail.example',
      'a2,Mary,Jones,1994-11-27,Durham,mary.jones@mail.example',
      // a number that is no part of the name is evidence, and so is the address of whom no name is known
      'b1,Nuria,Quintanar,1961-02-03,,nuria.quintanar.88231@mail.example',
      'b2,Nuria,Quintanar,,Durham,nuria.quintanar.88231@mail.example',
      'c1,Ismael,Quintanar,1971-02-03,Exeter,ismael.quintanar@mail.example',
      'c2,,Quintanar,1971-02-03,,ismael.quintanar@mail.example',
    ])
    expect(report.specification.comparisons.map(({ kind }) => kind)).toContain('email')
    expect(personOf.get('a2')).not.toBe(personOf.get('a1'))
    expect(personOf.get('b2')).toBe(personOf.get('b1'))
    expect(personOf.get('c2')).toBe(personOf.get('c1'))
  })

  it('two files of other columns are linked by what their columns say, each by its own id', async () => {
    const [, ...rows] = drawPersonFile(
      { ...options, layout: 'contacts', errors: 0.5 },
      new Xoshiro128(9),
    )
    const halves = [0, 1].map((half) => rows.filter((_, i) => i % 2 === half))
    await writeFile(
      join(folder, 'a.csv'),
      ['unique_id,first_name,surname,dob,city,email,cluster', ...halves[0]!].join('\n'),
    )
    await writeFile(
      join(folder, 'b.csv'),
      ['rec_id;nombres;apellidos;fecha_nacimiento;ciudad;correo;nota', ...halves[1]!]
        .join('\n')
        .replaceAll(',', ';'),
    )
    const files = [join(folder, 'a.csv'), join(folder, 'b.csv')] as const
    const report = await linkFiles(files, { clusters: join(folder, 'C.csv') })
    expect(report.matched.map(({ names }) => names.join(' '))).toEqual([
      'first_name nombres',
      'surname apellidos',
      'dob fecha_nacimiento',
      'city ciudad',
      'email correo',
    ])
    expect(report.unshared).toEqual(['cluster', 'nota'])
    expect(report.accepted).toBeGreaterThan(40)

    await writeFile(files[1], 'id,alpha\n1,x\n2,y\n')
    await expect(linkFiles(files, { pairs: join(folder, 'P.csv') })).rejects.toMatchObject({
      code: 'link.nothing-shared',
      details: { second: 'b.csv', others: 'id, alpha' },
    })
  })

  it('answers never go over what is read, over one another, or where no file can be', async () => {
    const text = 'id,first_name\n1,Ana\n2,Eva\n'
    const file = join(folder, 'a.csv')
    await writeFile(file, text)
    const refused = async (to: LinkFilesOptions, code: string) =>
      await expect(linkFiles([file], to)).rejects.toMatchObject({ code })
    await refused({ pairs: file }, 'link.answer-over-input')
    await symlink(file, join(folder, 'again.csv'))
    await refused({ clusters: join(folder, '.', 'again.csv') }, 'link.answer-over-input')
    await refused(
      { pairs: join(folder, 'X'), clusters: join(folder, 'X') },
      'link.answers-in-one-file',
    )
    await refused({ pairs: join(folder, 'none', 'P.csv') }, 'link.file-not-written')
    await refused({ pairs: folder }, 'link.file-not-written')
    expect(await readFile(file, 'utf8')).toBe(text)
    expect((await readdir(folder)).toSorted()).toEqual(['a.csv', 'again.csv'])
  })

  it('one record is one person, and a file of ids alone is refused', async () => {
    const { clusters, pairs } = await link(['id,first_name,surname', 'a,Ana,Paz'])
    expect([clusters, pairs]).toEqual([['a,1,1'], []])
    await expect(link(['id', 'a', 'b'])).rejects.toMatchObject({
      code: 'link.nothing-to-compare',
      details: { columns: 'id' },
    })
  })

  it('settings that name columns that are not there are refused, wherever they name them', async () => {
    const rows = ['id,first_name,surname,dob', '1,Ana,Paz,1980-01-02', '2,Eva,Mora,1990-03-04']
    const column = 'nombre'
    for (const settings of [
      { ignore: [column] },
      { blocking: [[column]] },
      { em: { rules: [[{ column, by: 'sound' }]] } },
      { prior: { deterministic: [[column]] } },
      { comparisons: [{ column: 'dob', frequencyWithin: column }] },
      { comparisons: [{ column: 'first_name', levels: ['exact', { swappedWith: column }] }] },
      { blocking: [[{ column: 'first_name', by: 'names', with: column }]] },
    ]) {
      await expect(link(rows, settings)).rejects.toMatchObject({
        code: 'link.settings-column-missing',
        details: { column, columns: 'id, first_name, surname, dob' },
      })
    }
    const swap = { column: 'first_name', levels: ['exact', { swappedWith: 'surname' }] }
    await expect(link(rows, { comparisons: [swap] })).rejects.toMatchObject({
      code: 'link.settings-swap-not-compared',
      details: { column: 'first_name', other: 'surname' },
    })
  })

  it('what is wrong with settings is said in the words of the reader', async () => {
    const rows = ['id,first_name,dob', '1,Ana,1980-01-02', '2,Eva,1990-03-04']
    const said = async (settings: object) =>
      await link(rows, settings).then(
        () => 'nothing',
        (refusal: Refusal) => refusal.what('es'),
      )
    expect(await said({ bloqueo: [] })).toBe(
      'Los ajustes no son correctos en «/»: no se conoce bloqueo.',
    )
    expect(await said({ thresholds: { accept: 2 } })).toMatch(/tiene que ser menor que 1\.$/)
    expect(await said({ blocking: [] })).toMatch(/está vacío; necesita 1 o más\.$/)
    expect(await said({ maxPairs: 'muchos' })).toMatch(/«maxPairs»: hace falta un número/)
    const level = { comparisons: [{ column: 'dob', levels: ['exacta'] }] }
    expect(await said(level)).toMatch(/uno de: exact, same-words, .*jaroWinkler/)
    expect(await said({ blocking: [[{ column: 'dob', by: 'año' }]] })).toMatch(
      /value, sound, words/,
    )
    expect(await said({ blocking: [[{ column: 'first_name', by: 'names' }]] })).toMatch(
      /hace falta with/,
    )
  })
})
