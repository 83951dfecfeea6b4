import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from './service.ts'
import { drawPersonFile } from './testing-person-files.ts'

it('two sexes born years apart are two persons; a slip in the sex here and in the year there cut nobody in two', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caudal-impossible-'))
  const [file, clusters] = [join(folder, 'a.csv'), join(folder, 'C.csv')]
  const spoilt = { persons: 150, duplicated: 0.4, mostDuplicates: 2, errors: 1 } as const
  const others = [...drawPersonFile({ layout: 'documentos', ...spoilt }, new Xoshiro128(3))]
  const line = (id: string, name: string, born: string, sex: string, document: string) =>
    `${id},${name},Zaldívar,Quiroa,02/01/${born},${sex},Jalapa,${document},`
  const lines = [
    line('a1', 'Guadalupe', '1950', 'M', '2222222'),
    line('a2', 'Guadalupe', '1984', 'F', '2222222'),
    // one man, written five times; once as a woman, once with another year
    ...[1, 2, 3, 4, 5].map((n) => line(`b${n}`, 'Wilfredo', '1984', 'M', '1111111')),
    line('b6', 'Wilfredo', '1984', 'F', '1111111'),
    line('b7', 'Wilfredo', '1948', 'M', '1111111'),
  ]
  try {
    await writeFile(file, [...others, ...lines].join('\n'))
    const { result, splitIds } = await linkFiles([file], { clusters, memoryLimit: 2 ** 30 })
    const persons = new Map(
      (await readFile(clusters, 'utf8'))
        .split('\n')
        .map((row) => row.split(',').slice(0, 2) as [string, string]),
    )
    expect(result.grouping.findings).toMatchObject([
      { fault: 'sexes-and-births-apart', records: 2, parts: 2 },
    ])
    expect(splitIds).toEqual(['a1'])
    expect(persons.get('a1')).not.toBe(persons.get('a2'))
    expect(new Set([1, 2, 3, 4, 5, 6, 7].map((n) => persons.get(`b${n}`))).size).toBe(1)
  } finally {
    await rm(folder, { recursive: true })
  }
})
