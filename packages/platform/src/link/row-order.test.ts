import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingsExamples } from '@caudal/methods/link'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from './service.ts'
import { drawPersonFile, type PersonLayout } from './testing-person-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-row-order-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Both answers of linking two files across, as they were written. */
async function link(header: string, first: readonly string[], second: readonly string[]) {
  const at = (name: string) => join(folder, name)
  await writeFile(at('a.csv'), [header, ...first].join('\n'))
  await writeFile(at('b.csv'), [header, ...second].join('\n'))
  const [pairs, clusters] = [at('P.csv'), at('C.csv')]
  await linkFiles([at('a.csv'), at('b.csv')], { pairs, clusters, memoryLimit: 2 ** 30 })
  return [await readFile(pairs, 'utf8'), await readFile(clusters, 'utf8')] as const
}

describe('the order of rows', () => {
  it.each(Object.keys(settingsExamples))(
    'changes no pair and no partner of two files of %s, ties included',
    async (layout) => {
      const spoilt = { persons: 70, duplicated: 0.5, mostDuplicates: 2, errors: 1 } as const
      const [header, ...rows] = [
        ...drawPersonFile({ layout: layout as PersonLayout, ...spoilt }, new Xoshiro128(4)),
      ]
      const [first, second] = [0, 1].map((half) => rows.filter((_, at) => at % 2 === half))
      // two of the second file say exactly what one of the first does: the first of their ids is its partner
      const tied = ['t0', 't1', 't2'].map((id) => `${id}${rows[0]!.slice(rows[0]!.indexOf(','))}`)
      const [one, other, last] = tied as [string, string, string]
      const answer = await link(header!, [...first!, one], [...second!, other, last])
      const random = new Xoshiro128(5)
      const shuffled = (lines: readonly string[]) =>
        lines
          .map((line) => ({ line, place: random.uniform() }))
          .sort((a, b) => a.place - b.place)
          .map(({ line }) => line)
      expect(
        await link(header!, shuffled([...first!, one]), shuffled([...second!, last, other])),
      ).toEqual(answer)
      const persons = answer[1]
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
      const of = (id: string) => persons.find(([own]) => own === id)![1]
      expect(of('t2')).not.toBe(of('t1'))
    },
  )
})
