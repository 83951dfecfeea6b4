import { beforeAll, expect, test } from 'vitest'
import {
  attackLedger,
  type Dependency,
  type LedgerEntry,
  type Solver,
} from '@caudal/methods/protect'
import { solverInThisThread } from './solver/testing-solver.ts'

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const modeByPost: Dependency = {
  dimensions: ['post', 'mode'],
  together: [
    ['airport', 'air'],
    ['north', 'land'],
    ['south', 'land'],
  ],
}

type Row = LedgerEntry['tables'][number]['rows'][number]

/** SYNTHETIC: one table of a release; a figure with `hidden` is protected up to three. */
const entry = (
  vintage: string,
  dimension: string,
  figures: Readonly<Record<string, number>>,
  hidden: readonly string[],
  told?: Partial<LedgerEntry>,
): LedgerEntry => ({
  release: `${vintage} by ${dimension}`,
  vintage,
  hierarchies: {
    [dimension]: new Map(
      Object.keys(figures).flatMap((code) => (code === '_T' ? [] : [[code, '']])),
    ),
  },
  tables: [
    {
      name: dimension,
      dimensions: [dimension],
      rows: Object.entries(figures).map(([code, value]): Row => ({
        codes: [code],
        value,
        persons: value,
        ...(hidden.includes(code) ? { hidden: true, ...(value < 3 ? { reach: 3 } : {}) } : {}),
      })),
    },
  ],
  ...told,
})

const told = { dependencies: [modeByPost] }
const posts = (vintage: string, also?: Partial<LedgerEntry>) =>
  entry(vintage, 'post', { airport: 60, north: 2, south: 40, _T: 102 }, ['airport', 'north'], also)
const modes = (vintage: string, also?: Partial<LedgerEntry>) =>
  entry(vintage, 'mode', { air: 60, land: 42, _T: 102 }, [], also)

test('a hidden post is told by all who came by land, once any release says where posts are', async () => {
  expect((await attackLedger([posts('a'), modes('a')], 3, solver)).leaks).toEqual([])
  const { leaks } = await attackLedger([posts('a'), modes('a', told)], 3, solver)
  expect(leaks).toMatchObject([{ cell: 'post=north', low: 2, high: 2, required: 3 }])
})

test('posts tell of modes where releases do not name the country that both are in', async () => {
  const inCountry = {
    dependencies: [
      {
        dimensions: ['country', 'post', 'mode'],
        together: modeByPost.together.map((codes) => ['GTM', ...codes]),
      },
    ],
  }
  const { leaks } = await attackLedger([posts('a', inCountry), modes('a', inCountry)], 3, solver)
  expect(leaks).toMatchObject([{ cell: 'post=north', low: 2, high: 2, required: 3 }])
})

test('records that contradict one thing that codes tell are attacked with the others', async () => {
  // SYNTHETIC: of the young some were in no school for children then
  const byAge = entry('a', 'age', { young: 50, old: 52, _T: 102 }, [])
  const bySchool = entry('a', 'school', { child: 50, adult: 52, _T: 102 }, [], {
    dependencies: [
      {
        dimensions: ['age', 'school'],
        together: [
          ['young', 'adult'],
          ['old', 'child'],
        ],
      },
    ],
  })
  const { leaks } = await attackLedger(
    [posts('a', told), modes('a', told), byAge, bySchool],
    3,
    solver,
  )
  expect(leaks).toMatchObject([{ cell: 'post=north', low: 2, high: 2, required: 3 }])
})

test('whoever is alone at a post is alone among those who came over it by land, and tells nobody of himself', async () => {
  const lone = entry('a', 'post', { airport: 60, north: 1, south: 3, _T: 64 }, ['north', 'south'], {
    dependencies: [modeByPost],
  })
  const others = entry('a', 'mode', { air: 60, land: 4, _T: 64 }, [], told)
  expect((await attackLedger([lone, others], 3, solver)).leaks).toEqual([])
})

test('records that did not keep to what codes tell are attacked without it', async () => {
  // SYNTHETIC: then the post in the north was on a river
  const then = [
    entry('a', 'post', { airport: 60, north: 4, south: 40, _T: 104 }, []),
    entry('a', 'mode', { air: 60, land: 40, sea: 4, _T: 104 }, []),
  ]
  const { leaks } = await attackLedger([...then, posts('b', told)], 3, solver)
  expect(leaks.map(({ cell }) => cell)).not.toContain('post=north')
})
