import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from './service.ts'
import { drawPersonFile } from './testing-person-files.ts'
import { scoreOf } from './testing-scores.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-spoilt-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('learns how one person’s full name is spoilt where every rule around persons holds the name', async () => {
  const random = new Xoshiro128(5)
  const options = {
    layout: 'biographies',
    duplicated: 0.8,
    mostDuplicates: 1,
    errors: 0.2,
  } as const
  const [header, ...drawn] = [...drawPersonFile({ ...options, persons: 700 }, random)]
  const seen = new Set<string>()
  // a field of a few letters, in two of three further records
  const rows = drawn.map((line) => {
    const values = line.split(',')
    const person = values.at(-1)!
    const further = seen.has(person)
    seen.add(person)
    if (further && random.chance(2 / 3)) values[1] = values[1]!.slice(0, 5 + random.below(6)).trim()
    return values.join(',')
  })
  const file = join(folder, 'a.csv')
  const clusters = join(folder, 'C.csv')
  await writeFile(file, [header, ...rows].join('\n'))
  const settings = join(folder, 'S.json')
  const blocking = [
    [{ column: 'full_name', by: 'words' }],
    [{ column: 'full_name', by: 'first-word' }, 'occupation'],
    ['birth_place', 'postcode'],
  ]
  await writeFile(settings, JSON.stringify({ blocking }))
  const { specification, result } = await linkFiles([file], { clusters, settings })
  const name = specification.comparisons.findIndex(({ kind }) => kind === 'full-name')
  // a third is written in full, but for slips; the guess is .61
  expect(result.model.m[name]![0]).toBeGreaterThan(0.2)
  expect(result.model.m[name]![0]).toBeLessThan(0.4)
  const { levels } = specification.comparisons[name]!
  const cut = levels.findIndex(({ is }) => is === 'cut-off')
  expect(result.model.m[name]![cut]).toBeGreaterThan(0.2)
  const score = scoreOf(rows, (await readFile(clusters, 'utf8')).trimEnd().split('\n'))

  expect(score.f1).toBeGreaterThan(0.94)
})
