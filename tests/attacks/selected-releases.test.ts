import { beforeAll, expect, test } from 'vitest'
import { Xoshiro128 } from '../../packages/methods/src/numerics/index.ts'
import {
  protectWithLedger,
  type LedgerEntry,
  type Solver,
} from '../../packages/methods/src/protect/index.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import { attackSelected } from './selected-attack.ts'
import { countCrossings, drawCrossings, drawSelections, programmeOf } from './selected-records.ts'

// `CAUDAL_RELEASES=300 npx vitest run tests/attacks/selected-releases.test.ts` attacks more of them.
const series = Number(process.env['CAUDAL_RELEASES'] ?? 12)
const first = Number(process.env['CAUDAL_FIRST'] ?? 1)

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

const options = { kind: { counts: true, countsPersons: false }, weights: 'value' } as const

test(
  'a stranger who adds up nothing but single crossings finds no sensitive cell too narrow',
  async () => {
    const tally = { attacked: 0, cells: 0, shown: 0, releases: 0, coarsened: 0 }
    const found: unknown[] = []
    for (let seed = first; seed < first + series; seed += 1) {
      const crossings = drawCrossings(seed)
      const generator = new Xoshiro128(seed + 10_000)
      const out: LedgerEntry[] = []
      for (let at = 0; at < 4; at += 1) {
        const programme = programmeOf(drawSelections(generator))
        const { figures } = countCrossings(programme, crossings)
        const release = { programme, figures, release: `r${at}`, vintage: 'a', cube: 'crossings' }
        const rules = { threshold: 3, margin: 10 }
        const done = await protectWithLedger(release, rules, solver, options, out)
        out.push(done.entry)
        const rows = done.entry.tables.flatMap((table) => table.rows)
        tally.releases += 1
        tally.cells += rows.length
        tally.shown += rows.filter(({ hidden }) => hidden !== true).length
        if (done.outcome.coarsened !== undefined) tally.coarsened += 1
      }
      const { findings, attacked } = await attackSelected(out, crossings, solver)
      tally.attacked += attacked
      found.push(...findings.map((finding) => ({ seed, ...finding })))
    }
    if (series > 50) console.log(tally)
    expect(found).toEqual([])
    expect(tally.attacked).toBeGreaterThan(5 * series)
    expect(tally.shown).toBeGreaterThan(tally.cells / 2)
  },
  60_000 + series * 20_000,
)
