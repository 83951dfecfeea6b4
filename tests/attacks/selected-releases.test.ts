import { beforeAll, expect, test } from 'vitest'
import { Xoshiro128 } from '../../packages/methods/src/numerics/index.ts'
import {
  protectWithLedger,
  type LedgerEntry,
  type Solver,
} from '../../packages/methods/src/protect/index.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import {
  dependent,
  dependentProgramme,
  drawDependent,
  drawDependentTables,
} from './dependent-records.ts'
import { attackSelected } from './selected-attack.ts'
import {
  calendar,
  countCrossings,
  drawCrossings,
  drawSelections,
  isCounted,
  programmeOf,
} from './selected-records.ts'

// `CAUDAL_RELEASES=300 npx vitest run tests/attacks/selected-releases.test.ts` attacks more of them.
const isAsked = process.env['CAUDAL_RELEASES'] !== undefined
const series = Number(process.env['CAUDAL_RELEASES'] ?? 12)
const first = Number(process.env['CAUDAL_FIRST'] ?? 1)

let solver: Solver

beforeAll(async () => {
  solver = await solverInThisThread()
})

/** Where releases are drawn from. */
const worlds = {
  calendar: {
    world: calendar,
    draw: drawCrossings,
    programme: (generator: Xoshiro128) => programmeOf(drawSelections(generator)),
  },
  dependent: {
    world: dependent,
    draw: drawDependent,
    programme: (generator: Xoshiro128) => dependentProgramme(drawDependentTables(generator)),
  },
}

const options = { kind: { counts: true, countsPersons: false }, weights: 'value' } as const

/** Series in which the stranger found something before changes were attacked where records were taken out. */
const correctedBefore = [13, 39, 50, 93, 112]
const seeds = Array.from({ length: series }, (_, at) => first + at)

test.each([
  [
    'releases of the same records',
    { name: 'calendar', later: 'a', seeds, changed: () => [], least: 0.5 },
  ],
  [
    'releases of records and of a few more',
    {
      name: 'calendar',
      later: 'b',
      seeds,
      changed: (seed: number) => [1 + (seed % 6)],
      least: 0.5,
    },
  ],
  [
    'releases of records and of those without a few that were none',
    {
      name: 'calendar',
      later: 'b',
      seeds: isAsked ? seeds : correctedBefore,
      changed: (seed: number) => [0, 1 + (seed % 6)],
      // of few records in many tables, of which each correction changes some
      least: 0.4,
    },
  ],
  [
    'releases by codes that tell of each other',
    { name: 'dependent', later: 'a', seeds, changed: () => [], least: 0.35 },
  ],
  [
    'releases by such codes of records and of a few more',
    {
      name: 'dependent',
      later: 'b',
      seeds,
      changed: (seed: number) => [1 + (seed % 6)],
      least: 0.35,
    },
  ],
] as const)(
  'a stranger who adds up nothing but single crossings finds no sensitive cell too narrow in %s',
  async (_, { name, later, seeds: drawn, changed, least }) => {
    const { world, draw, programme: drawProgramme } = worlds[name]
    const tally = { attacked: 0, cells: 0, shown: 0, coarsened: 0 }
    const found: unknown[] = []
    for (const seed of drawn) {
      const crossings = draw(seed, ...changed(seed))
      const generator = new Xoshiro128(seed + 10_000)
      const out: LedgerEntry[] = []
      for (const vintage of ['a', 'a', later, later]) {
        const known = crossings.filter((crossing) => isCounted(crossing, vintage))
        const programme = drawProgramme(generator)
        const { figures } = countCrossings(programme, known)
        const release = `r${out.length}`
        const tables = { programme, figures, release, vintage, cube: 'crossings' }
        const done = await protectWithLedger(tables, { threshold: 3 }, solver, options, out)
        out.push(done.entry)
        const { findings, attacked } = await attackSelected(out, crossings, solver, world)
        found.push(...findings.map((finding) => ({ seed, release, ...finding })))
        const rows = done.entry.tables.flatMap((table) => table.rows)
        tally.attacked += attacked
        tally.cells += rows.length
        tally.shown += rows.filter(({ hidden }) => hidden !== true).length
        if (done.outcome.coarsened !== undefined) tally.coarsened += 1
      }
    }
    if (series > 50) console.log(tally)
    expect(found).toEqual([])
    expect(tally.attacked).toBeGreaterThan(10 * drawn.length)
    expect(tally.shown).toBeGreaterThan(least * tally.cells)
  },
  60_000 + series * 20_000,
)
