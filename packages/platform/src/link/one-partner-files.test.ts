import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from './service.ts'
import { drawPersonFile } from './testing-person-files.ts'
import { scoreAcross } from './testing-scores.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-partners-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function link(sides: readonly [string[], string[]], header: string, settings?: object) {
  const files = [join(folder, 'a.csv'), join(folder, 'b.csv')] as const
  for (const at of [0, 1] as const)
    await writeFile(files[at], `${[header, ...sides[at]].join('\n')}\n`)
  const clusters = join(folder, 'C.csv')
  const file = join(folder, 'S.json')
  if (settings) await writeFile(file, JSON.stringify(settings))
  const { result } = await linkFiles(files, { clusters, ...(settings && { settings: file }) })
  const answer = (await readFile(clusters, 'utf8')).trimEnd().split('\n')
  return { score: scoreAcross(sides, answer), lambda: result.model.lambda }
}

it('finds more where nearly all of one file are in the other, and the share of them is what it says', async () => {
  const drawn = drawPersonFile(
    {
      layout: 'biographies',
      persons: 900,
      duplicated: 0.95,
      mostDuplicates: 1,
      errors: 2,
      missing: 0.2,
    },
    new Xoshiro128(29),
  )
  const [header, ...rows] = [...drawn]
  const seen = new Set<string>()
  const first: string[] = []
  const second: string[] = []
  for (const row of rows) {
    const person = row.split(',').at(-1)!
    ;(seen.has(person) ? second : first).push(row)
    seen.add(person)
  }
  const asLearnt = await link([first, second], header!)
  const plain = second.length / (first.length * second.length)
  expect(asLearnt.lambda).toBeGreaterThan(3 * plain)
  const asTold = await link([first, second], header!, { prior: { matchProbability: plain } })
  expect(asTold.lambda).toBeCloseTo(plain, 12)
  expect(asLearnt.score.recall).toBeGreaterThan(asTold.score.recall + 0.01)
  expect(asLearnt.score.precision).toBeGreaterThan(0.99)
  expect(asLearnt.score.f1).toBeGreaterThan(asTold.score.f1)
})

it('gives nobody one of several who are as good', async () => {
  const header = 'id,given_name,surname,date_of_birth,address,soc_sec_id,cluster'
  const [, ...rows] = [
    ...drawPersonFile(
      { layout: 'register', persons: 300, duplicated: 1, mostDuplicates: 1, errors: 0.3 },
      new Xoshiro128(31),
    ),
  ]
  const seen = new Set<string>()
  const first = rows.filter((row) => {
    const person = row.split(',').at(-1)!
    return !seen.has(person) && seen.add(person)
  })
  const taken = new Set(first)
  const second = rows.filter((row) => !taken.has(row))
  // two persons of one name in the first file, and somebody of that name and nothing else in the second
  first.push('z1,Eulalia,Quetzal,1980-02-03,4 Elm Road,1112223,x1')
  first.push('z2,Eulalia,Quetzal,1991-07-21,9 Oak Road,4445556,x2')
  second.push('z3,Eulalia,Quetzal,,,,x1')
  const { score } = await link([first, second], header)
  expect(score.precision).toBe(1)
  const answer = (await readFile(join(folder, 'C.csv'), 'utf8')).trimEnd().split('\n')
  const person = new Map(
    answer.slice(1).map((line) => line.split(',').slice(0, 2) as [string, string]),
  )
  expect(new Set(['z1', 'z2', 'z3'].map((id) => person.get(id))).size).toBe(3)
})
