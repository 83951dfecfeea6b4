import { describe, expect, test } from 'vitest'
import type { CubeTie } from '../../measure/ties/index.ts'
import { nameAll, tiedSums } from '../attacked-programme.ts'
import { makeDimension } from '../table/dimension.ts'
import { makeProgramme } from '../table/programme.ts'
import { joinProgrammes, type CubeTables } from './join-programmes.ts'
import { protectTogether } from './protect-together.ts'

/** A cube by sex and by what happened, so many of each: women first. */
function cube(name: string, last: string, counts: Readonly<Record<string, readonly number[]>>) {
  const sexes = ['F', 'M']
  const dimensions = [makeDimension('sex', sexes), makeDimension(last, Object.keys(counts))]
  const programme = makeProgramme(dimensions, [[0, 1]])
  const values = new Float64Array(programme.cellCount)
  for (const [code, ofSexes] of Object.entries(counts)) {
    ofSexes.forEach((count, sex) => {
      for (const s of [sex, 2]) {
        const all = dimensions[1]!.total
        for (const c of [dimensions[1]!.codes.indexOf(code), all]) {
          values[programme.find([s, c])!]! += count
        }
      }
    })
  }
  const figures = {
    values,
    contributors: values,
    largest: [values.map((value) => Math.min(1, value)), values.map((value) => Math.min(1, value))],
    sole: Array.from(values, () => undefined),
  }
  return { cube: name, programme, figures } satisfies CubeTables
}

const permits = cube('permits', 'decision', { granted: [5, 7], refused: [2, 4] })
const events = cube('events', 'event', { applied: [6, 11], refused: [2, 4] })

const reason = 'SYNTHETIC'
const refused: CubeTie = {
  id: 'refused',
  whole: { cube: 'permits', codes: { decision: 'refused' } },
  parts: [{ cube: 'events', codes: { event: 'refused' } }],
  isExact: true,
  over: ['sex'],
  reason,
}
const applied: CubeTie = {
  id: 'applied',
  whole: { cube: 'permits', codes: {} },
  parts: [{ cube: 'events', codes: { event: 'applied' } }],
  isExact: false,
  over: ['sex'],
  reason,
}

describe('cubes joined by what their definitions say', () => {
  test('keep their tables, and their ties are relations among others', () => {
    const { programme, contradicted } = joinProgrammes([permits, events], [refused])
    expect(contradicted).toEqual([])
    expect(programme.cellCount).toBe(18)
    expect(tiedSums(programme, nameAll(programme))).toEqual(
      ['|permits/sex=F', '|permits/sex=M', ''].map((sex) => [
        `_cube=permits|permits/decision=refused${sex}`,
        `_cube=events|events/event=refused${sex.replace('permits', 'events')}`,
      ]),
    )
  })

  test('have what a whole holds besides its parts as a cell that is in no table', () => {
    const { programme, figures } = joinProgrammes([permits, events], [applied])
    expect(Array.from(programme.rests!)).toEqual([...Array.from({ length: 18 }, () => 0), 1, 1, 1])
    expect(Array.from(figures.values.subarray(18))).toEqual([1, 0, 1])
    expect(programme.tableCells.flatMap((cells) => [...cells]).every((cell) => cell < 18)).toBe(
      true,
    )
    const { starts, cells, count } = programme.relations
    for (let relation = 0; relation < count; relation += 1) {
      const [whole, ...parts] = cells.subarray(starts[relation], starts[relation + 1])
      const sum = parts.reduce((total, cell) => total + figures.values[cell]!, 0)
      expect(sum).toBe(figures.values[whole!])
    }
  })

  test('are not tied by what the figures contradict', () => {
    const others = cube('events', 'event', { applied: [6, 11], refused: [2, 5] })
    const { programme, contradicted } = joinProgrammes([permits, others], [refused, applied])
    expect(contradicted).toEqual(['refused'])
    expect(tiedSums(programme, nameAll(programme))).toHaveLength(3)
  })

  test('are protected one after the other where they have too many cells', async () => {
    const codes = Array.from({ length: 1200 }, (_, at) => [`d${at}`, [1, 1]] as const)
    const large = cube('permits', 'decision', Object.fromEntries(codes))
    const solver = { open: () => expect.fail('solved'), solve: () => expect.fail('solved') }
    const both = [large, { ...large, cube: 'events' }].map((tables) => ({
      tables: { ...tables, release: 'r', vintage: 'a', ties: [refused] },
      rules: { threshold: 3 },
    }))
    const options = { kind: { counts: true, countsPersons: false }, weights: 'value' } as const
    expect(await protectTogether(both, solver, options, [])).toBe('large')
  })
})
