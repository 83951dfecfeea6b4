import { beforeAll, expect, test } from 'vitest'
import {
  protectTogether,
  protectWithLedger,
  type LedgerEntry,
  type Solver,
} from '../../packages/methods/src/protect/index.ts'
import { permitTies } from '../../packages/methods/src/measure/ties/permit-ties.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import { OutsideAttacker } from './outside-attacker.ts'
import { attackShown, shownBy, threshold } from './tied-attack.ts'
import { drawPermits, type ReleasedPermits } from './tied-records.ts'
import { cubes, tablesOf } from './tied-tables.ts'

// `CAUDAL_RELEASES=300 npx vitest run tests/attacks/tied-together.test.ts` attacks more of them.
const pairs = Number(process.env['CAUDAL_RELEASES'] ?? 4)
const firstPair = Number(process.env['CAUDAL_FIRST'] ?? 1)

let attacker: OutsideAttacker
let solver: Solver

beforeAll(async () => {
  attacker = await OutsideAttacker.load()
  solver = await solverInThisThread()
})

const options = { kind: { counts: true, countsPersons: false }, weights: 'value' } as const

/** What a release brings of a cube. */
function tablesIn(cube: keyof typeof cubes, seed: number, release: string, ties = permitTies) {
  const tables = tablesOf(cube, drawPermits(seed), seed)
  return { ...tables, release, vintage: 'a', cube: cubes[cube].id, ties }
}

/**
 * Both cubes of a draft, protected as one problem.
 *
 * @param earlier of the first of them, counted from the same records
 */
async function protectBoth(seed: number, ties = permitTies, earlier: readonly LedgerEntry[] = []) {
  const permits = drawPermits(seed)
  const order = seed % 2 === 0 ? (['permits', 'events'] as const) : (['events', 'permits'] as const)
  const found = await protectTogether(
    order.map((cube) => ({ tables: tablesIn(cube, seed, 'both', ties), rules: { threshold } })),
    solver,
    options,
    earlier,
  )
  if (typeof found === 'string') return found
  const out = earlier.map((entry) => shownBy(order[0], permits, entry))
  const shown = found.map(({ entry }, at) =>
    showAll([shownBy(order[at]!, permits, entry), ...(at === 0 ? out : [])]),
  )
  const persons = new Set(permits.map(({ person }) => person))
  const cells = shown.flatMap((each) => [...each.cells.values()])
  return {
    ...attackShown(attacker, shown, persons, true, shown),
    cells: cells.length,
    shown: cells.filter((value) => value !== undefined).length,
  }
}

/** Releases of the same records as one: what any of them shows. */
const showAll = ([first, ...others]: readonly ReleasedPermits[]): ReleasedPermits => ({
  ...first!,
  cells: new Map(
    [...first!.cells].map(([key, value]) => [
      key,
      value ?? others.map(({ cells }) => cells.get(key)).find((each) => each !== undefined),
    ]),
  ),
})

test(
  'a stranger who has both cubes of a draft finds no sensitive cell too narrow, and most is shown',
  async () => {
    const tally = { attacked: 0, oneByOne: 0, shown: 0, cells: 0 }
    for (let seed = firstPair; seed < firstPair + pairs; seed += 1) {
      const found = await protectBoth(seed)
      if (typeof found === 'string') {
        tally.oneByOne += 1
        continue
      }
      expect({ seed, findings: found.findings }).toEqual({ seed, findings: [] })
      tally.attacked += found.attacked
      tally.shown += found.shown
      tally.cells += found.cells
    }
    expect(tally.attacked).toBeGreaterThan(100 * pairs)
    expect(tally.oneByOne).toBeLessThanOrEqual(pairs / 10)
    expect(tally.shown / tally.cells).toBeGreaterThan(0.5)
  },
  120_000 + pairs * 40_000,
)

test('nor beside a release of one of them that is out', async () => {
  let together = 0
  // of even seeds permits come first
  for (const seed of [2, 6, 8, 10]) {
    const { entry } = await protectWithLedger(
      tablesIn('permits', seed, 'out'),
      { threshold },
      solver,
      options,
      [],
    )
    const found = await protectBoth(seed, permitTies, [entry])
    if (typeof found === 'string') continue
    expect({ seed, findings: found.findings }).toEqual({ seed, findings: [] })
    together += 1
  }
  expect(together).toBeGreaterThan(0)
}, 300_000)

test('the stranger sees through both where nothing is known to tie them', async () => {
  const apart = await protectBoth(2, [])
  expect(typeof apart === 'string' ? [] : apart.findings).not.toEqual([])
})
