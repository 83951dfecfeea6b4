import { beforeAll, expect, test } from 'vitest'
import {
  protectWithLedger,
  type LedgerEntry,
  type Solver,
} from '../../packages/methods/src/protect/index.ts'
import { permitTies } from '../../packages/methods/src/measure/ties/permit-ties.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import { OutsideAttacker } from './outside-attacker.ts'
import { attackShown, shownBy, threshold } from './tied-attack.ts'
import { addPermits, drawPermits, type ReleasedPermits } from './tied-records.ts'
import { cubes, tablesOf } from './tied-tables.ts'

// `CAUDAL_RELEASES=300 npx vitest run tests/attacks/tied-cubes.test.ts` attacks more of them.
const pairs = Number(process.env['CAUDAL_RELEASES'] ?? 5)

let attacker: OutsideAttacker
let solver: Solver

beforeAll(async () => {
  attacker = await OutsideAttacker.load()
  solver = await solverInThisThread()
})

async function protectPair(seed: number, ties: typeof permitTies) {
  const first = drawPermits(seed)
  const later = seed % 4 === 3 ? addPermits(first, seed) : first
  const order = seed % 2 === 0 ? (['permits', 'events'] as const) : (['events', 'permits'] as const)
  const earlier: LedgerEntry[] = []
  const shown: ReleasedPermits[] = []
  let coarsened = 0
  for (const [at, cube] of order.entries()) {
    const permits = at === 0 ? first : later
    const vintage = permits === first ? 'a' : 'b'
    const release = {
      ...tablesOf(cube, permits, seed),
      release: cube,
      vintage,
      cube: cubes[cube].id,
      ties,
    }
    const kind = { counts: true, countsPersons: false }
    const done = await protectWithLedger(
      release,
      { threshold },
      solver,
      { kind, weights: 'value' },
      ties.length === 0 ? [] : earlier,
    )
    if (done.outcome.coarsened !== undefined) coarsened += 1
    earlier.push(done.entry)
    shown.push(shownBy(cube, permits, done.entry))
  }
  const persons = new Set(later.map(({ person }) => person))
  const { findings, attacked } = attackShown(attacker, shown, persons, coarsened === 0)
  const cells = shown.flatMap((each) => [...each.cells.values()])
  return {
    findings,
    attacked,
    coarsened,
    shown: cells.filter((value) => value !== undefined).length,
    cells: cells.length,
  }
}

test(
  'a stranger who has both cubes and their definitions finds no sensitive cell too narrow',
  async () => {
    const tally = { attacked: 0, coarsened: 0, shown: 0, cells: 0, leaksOneByOne: 0 }
    for (let seed = 1; seed <= pairs; seed += 1) {
      const { findings, attacked, coarsened, shown, cells } = await protectPair(seed, permitTies)
      expect({ seed, findings }).toEqual({ seed, findings: [] })
      tally.attacked += attacked
      tally.coarsened += coarsened
      tally.shown += shown
      tally.cells += cells
      if (seed > 3) continue
      const apart = await protectPair(seed, [])
      if (apart.findings.length > 0) tally.leaksOneByOne += 1
    }
    expect(tally.attacked).toBeGreaterThan(500)
    // protected each by itself they leak
    expect(tally.leaksOneByOne).toBe(3)
    expect(tally.shown / tally.cells).toBeGreaterThan(0.3)
  },
  120_000 + pairs * 20_000,
)
