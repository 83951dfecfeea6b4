import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { encodeRecords, linkEncodedFiles } from './service.ts'
import { drawPersonFile } from './testing-person-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-encoded-'))
  await writeFile(at('key'), '7f3a'.padEnd(64, '0123456789abcdef'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const at = (name: string) => join(folder, name)

/** Two files with one record of each person, the second with errors. */
async function putTwo(persons: number): Promise<Map<string, string>> {
  const options = {
    layout: 'documentos',
    persons,
    duplicated: 1,
    mostDuplicates: 1,
    errors: 1,
  } as const
  const [header, ...rows] = [...drawPersonFile(options, new Xoshiro128(9))]
  await writeFile(at('a.csv'), [header, ...rows.filter((_, i) => i % 2 === 0)].join('\n'))
  await writeFile(at('b.csv'), [header, ...rows.filter((_, i) => i % 2 === 1)].join('\n'))
  return new Map(rows.map((line) => [line.split(',')[0]!, line.split(',').at(-1)!]))
}

describe('linking encoded files', () => {
  it('finds partners by keys that hold no name', async () => {
    const truth = await putTwo(400)
    for (const name of ['a', 'b'])
      await encodeRecords(at(`${name}.csv`), at('key'), at(`${name}.clk`), {})
    const keys = await readFile(at('a.clk'), 'utf8')
    expect(keys.split('\n')[0]).toBe('id,clk')
    expect(keys.split('\n')[1]).toMatch(/^[^,]+,[A-Za-z0-9+/]{171}=$/)
    const counts = await linkEncodedFiles([at('a.clk'), at('b.clk')], {
      pairs: at('P.csv'),
      clusters: at('C.csv'),
    })
    expect(counts.records).toBe(800)
    const pairs = (await readFile(at('P.csv'), 'utf8')).trimEnd().split('\n').slice(1)
    const accepted = pairs.map((line) => line.split(',')).filter((pair) => pair[4] === 'accept')
    const right = accepted.filter(([left, other]) => truth.get(left!) === truth.get(other!))
    expect(right.length / accepted.length).toBeGreaterThan(0.995)
    expect(right.length / 400).toBeGreaterThan(0.97)
  })

  it('refuses a weak secret, keys of two lengths, and what is no key', async () => {
    await putTwo(20)
    await writeFile(at('weak'), 'a'.repeat(64))
    await expect(encodeRecords(at('a.csv'), at('weak'), at('x'), {})).rejects.toMatchObject({
      code: 'link.key-weak',
    })
    await expect(encodeRecords(at('a.csv'), at('none'), at('x'), {})).rejects.toMatchObject({
      code: 'link.key-missing',
    })
    await encodeRecords(at('a.csv'), at('key'), at('a.clk'), {})
    await encodeRecords(at('b.csv'), at('key'), at('b.clk'), { fold: true })
    const to = { pairs: at('P.csv') }
    await expect(linkEncodedFiles([at('a.clk'), at('b.clk')], to)).rejects.toMatchObject({
      code: 'link.clk-lengths',
    })
    await writeFile(at('bad.clk'), 'id,clk\n1,###\n')
    await expect(linkEncodedFiles([at('a.clk'), at('bad.clk')], to)).rejects.toMatchObject({
      code: 'link.clk-unreadable',
    })
    await expect(linkEncodedFiles([at('a.csv'), at('a.clk')], to)).rejects.toMatchObject({
      code: 'plain-file.column-missing',
      details: { file: 'a.csv', column: 'clk' },
    })
    await writeFile(at('short.clk'), 'id,clk\n1,YWJjZA==\n')
    await expect(linkEncodedFiles([at('short.clk'), at('short.clk')], to)).rejects.toMatchObject({
      code: 'link.clk-short',
      details: { bits: 32 },
    })
    await writeFile(at('none.clk'), 'id,clk\n1,\n')
    await expect(linkEncodedFiles([at('none.clk'), at('a.clk')], to)).rejects.toMatchObject({
      code: 'link.clk-unreadable',
    })
    expect(await readdir(folder)).not.toContain('P.csv')
  })

  it('finds nobody where secrets differ, nor where two files have nobody in common', async () => {
    await putTwo(500)
    await writeFile(at('other'), 'c40d'.padEnd(64, '89abcdef01234567'))
    await encodeRecords(at('a.csv'), at('key'), at('a.clk'), {})
    await encodeRecords(at('b.csv'), at('other'), at('b.clk'), {})
    const [header, ...keys] = (await readFile(at('a.clk'), 'utf8')).trimEnd().split('\n')
    await writeFile(at('first.clk'), [header, ...keys.slice(0, 250)].join('\n'))
    await writeFile(at('last.clk'), [header, ...keys.slice(250)].join('\n'))
    for (const files of [
      ['a.clk', 'b.clk'],
      ['first.clk', 'last.clk'],
    ] as const) {
      const found = await linkEncodedFiles([at(files[0]), at(files[1])], { pairs: at('P.csv') })
      expect(found).toMatchObject({ accepted: 0, standsOut: false })
    }
    // the few that are in both are found all the same
    await writeFile(at('some.clk'), [header, ...keys.slice(225)].join('\n'))
    const some = await linkEncodedFiles([at('first.clk'), at('some.clk')], { pairs: at('P.csv') })
    expect(some).toMatchObject({ accepted: 25, standsOut: true })
  })
})
