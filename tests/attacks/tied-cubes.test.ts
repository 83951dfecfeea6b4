import { beforeAll, expect, test } from 'vitest'
import {
  makeDimension,
  makeProgramme,
  protectWithLedger,
  type Figures,
  type LedgerEntry,
  type Programme,
  type Solver,
} from '../../packages/methods/src/protect/index.ts'
import { permitTies } from '../../packages/methods/src/measure/ties/permit-ties.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import { attackRelease } from './attack-release.ts'
import { knowsZeros, OutsideAttacker, publicKnowledge, type Knowledge } from './outside-attacker.ts'
import type { Requirement } from './requirements.ts'
import {
  addPermits,
  drawPermits,
  eventsOf,
  keyOf,
  viewOf,
  type DrawnPermit,
  type ReleasedPermits,
} from './tied-records.ts'

// `CAUDAL_RELEASES=300 npx vitest run tests/attacks/tied-cubes.test.ts` attacks more of them.
const pairs = Number(process.env['CAUDAL_RELEASES'] ?? 5)
const threshold = 3

let attacker: OutsideAttacker
let solver: Solver

beforeAll(async () => {
  attacker = await OutsideAttacker.load()
  solver = await solverInThisThread()
})

const cubes = {
  permits: { id: 'permits', last: 'decision', of: ({ decision }: DrawnPermit) => [decision] },
  events: { id: 'permit-events', last: 'event', of: eventsOf },
} as const
const trees = { sex: 'sex', type: 'permit_type', procedure: 'procedure' }

/** Tables of a cube: by sex and type, each by what was decided or happened; sometimes by procedure. */
function tablesOf(cube: keyof typeof cubes, permits: readonly DrawnPermit[], seed: number) {
  const { last, of } = cubes[cube]
  const rows = permits.flatMap((permit) =>
    of(permit).map((each) => ({
      person: permit.person,
      codes: [permit.sex, permit.type, permit.procedure, each],
    })),
  )
  const dimensions = [...Object.values(trees), last].map((name, at) =>
    makeDimension(name, new Set(rows.map(({ codes }) => codes[at]!))),
  )
  const sets = [
    [0, 3],
    [1, 3],
    ...(seed % 3 === 0 ? [[2, 3]] : []),
    ...(seed % 4 === 1 ? [[0, 1, 3]] : []),
  ]
  const programme = makeProgramme(dimensions, sets)
  return { programme, figures: countRows(programme, rows, sets) }
}

function countRows(
  programme: Programme,
  rows: readonly { person: string; codes: readonly string[] }[],
  sets: readonly (readonly number[])[],
): Figures {
  const parts = Array.from({ length: programme.cellCount }, () => new Map<string, number>())
  for (const { person, codes } of rows) {
    const cells = new Set<number>()
    for (const set of sets) {
      for (let mask = 0; mask < 2 ** set.length; mask += 1) {
        const at = programme.dimensions.map(({ total, codes: own }, d) =>
          set.includes(d) && (mask >> set.indexOf(d)) % 2 === 1 ? own.indexOf(codes[d]!) : total,
        )
        const cell = programme.find(at)
        if (cell !== undefined) cells.add(cell)
      }
    }
    for (const cell of cells) parts[cell]!.set(person, (parts[cell]!.get(person) ?? 0) + 1)
  }
  const ranked = parts.map((own) => [...own.values()].toSorted((a, b) => b - a))
  return {
    values: Float64Array.from(ranked, (each) => each.reduce((sum, n) => sum + n, 0)),
    contributors: Float64Array.from(ranked, (each) => each.length),
    largest: [0, 1].map((rank) => Float64Array.from(ranked, (each) => each[rank] ?? 0)),
    sole: parts.map((own) => (own.size === 1 ? [...own.keys()][0] : undefined)),
  }
}

/** What a stranger sees of a release. */
function shownBy(
  cube: keyof typeof cubes,
  permits: readonly DrawnPermit[],
  entry: LedgerEntry,
): ReleasedPermits {
  const names = new Map<string, string>(Object.entries(trees).map(([name, tree]) => [tree, name]))
  const cells = new Map<string, number | undefined>()
  for (const { dimensions, rows } of entry.tables) {
    for (const { codes, value, hidden } of rows) {
      const own = Object.fromEntries(
        dimensions.flatMap((tree, at) =>
          codes[at] === '_T' ? [] : [[names.get(tree) ?? tree, codes[at]!]],
        ),
      )
      cells.set(keyOf(own), hidden === true ? undefined : value)
    }
  }
  return { cube, permits, cells, vintage: entry.vintage }
}

/** Cells of few persons, and what was added by few, as whoever protects them has to see it. */
function requirementsOf(view: ReturnType<typeof viewOf>): Requirement[] {
  return [...view.cells.values()].flatMap(({ key, parts, truth }) =>
    parts.size > 0 && parts.size < threshold && truth > 0 && !/^added:(?!refused)/.test(key)
      ? [{ key, reach: Math.max(truth + 1, threshold) }]
      : [],
  )
}

/** Whoever knows the cells of a release that nobody else is in: releases keep no names by which to tell more. */
const aloneIn =
  (person: string, { vintage, cube }: ReleasedPermits, zerosAreShown: boolean): Knowledge =>
  ({ key, parts, truth, mayBeEmpty }) => {
    const isAlone = parts.size === 1 && (parts.get(person) ?? 0) > 0
    if (isAlone && key.startsWith(`${vintage}/${cube} `)) return [truth, truth]
    return [zerosAreShown && !mayBeEmpty ? 1 : 0, Number.POSITIVE_INFINITY]
  }

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
  const view = viewOf(shown)
  const asked = requirementsOf(view)
  const attackers = new Map<string, Knowledge>([['the public', publicKnowledge]])
  if (coarsened === 0) attackers.set('who reads zeros', knowsZeros)
  const found = [attackRelease(attacker, view, attackers, asked)]
  for (const release of shown) {
    // what shows nothing tells nobody more than they knew before
    if ([...release.cells.values()].every((value) => value === undefined)) continue
    const persons = [...new Set(later.map(({ person }) => person))].map(
      (person) => [person, aloneIn(person, release, coarsened === 0)] as const,
    )
    found.push(attackRelease(attacker, view, new Map(persons), asked))
  }
  const findings = found.flatMap((each) => each.findings)
  const attacked = found.reduce((sum, each) => sum + each.attacked, 0)
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
