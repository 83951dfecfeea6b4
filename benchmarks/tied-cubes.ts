// Cubes of the same permits that are published together: what is lost of each by itself, one after the other, and
// all at once; how many fall to the last resort, and seconds of processor.
//
//   npx tsx --conditions=@caudal/source benchmarks/tied-cubes.ts               12 pairs of random tables
//   npx tsx --conditions=@caudal/source benchmarks/tied-cubes.ts --pairs 100   more of them, --from 13 others
import {
  protectTogether,
  protectWithLedger,
  type LedgerEntry,
} from '../packages/methods/src/protect/index.ts'
import { permitTies } from '../packages/methods/src/measure/ties/permit-ties.ts'
import { solverInThisThread } from '../packages/platform/src/protect/solver/testing-solver.ts'
import { drawPermits } from '../tests/attacks/tied-records.ts'
import { cubes, tablesOf } from '../tests/attacks/tied-tables.ts'

const at = process.argv.indexOf('--pairs')
const pairs = at === -1 ? 12 : Number(process.argv[at + 1])
const first = process.argv.indexOf('--from')
const from = first === -1 ? 1 : Number(process.argv[first + 1])
const rules = { threshold: 3 }
const options = { kind: { counts: true, countsPersons: false }, weights: 'value' } as const
const solver = await solverInThisThread()

/** Processor time: the solver runs in this thread. */
const spentSeconds = () => process.cpuUsage().user / 1e6

/** What protecting a pair of cubes lost. */
interface Lost {
  lost: number
  shown: number
  lastResort: number
  seconds: number
}

const none = (): Lost => ({ lost: 0, shown: 0, lastResort: 0, seconds: 0 })

type Name = keyof typeof cubes

function releaseOf(cube: Name, seed: number) {
  return {
    ...tablesOf(cube, drawPermits(seed), seed),
    release: cube,
    vintage: 'a',
    cube: cubes[cube].id,
    ties: permitTies,
  }
}

async function oneByOne(order: readonly Name[], seed: number, together: boolean): Promise<Lost> {
  const started = spentSeconds()
  const total = none()
  const earlier: LedgerEntry[] = []
  for (const cube of order) {
    const release = releaseOf(cube, seed)
    const done = await protectWithLedger(release, rules, solver, options, together ? earlier : [])
    earlier.push(done.entry)
    add(total, done.outcome, release.programme.cellCount)
  }
  return { ...total, seconds: spentSeconds() - started }
}

async function allAtOnce(seed: number): Promise<Lost> {
  const started = spentSeconds()
  const releases = orderOf(seed).map((cube) => ({ tables: releaseOf(cube, seed), rules }))
  const found = await protectTogether(releases, solver, options, [])
  if (typeof found === 'string') {
    const apart = await oneByOne(orderOf(seed), seed, true)
    return { ...apart, seconds: spentSeconds() - started }
  }
  const total = none()
  found.forEach(({ outcome }, c) => {
    add(total, outcome, releases[c]!.tables.programme.cellCount)
  })
  return { ...total, seconds: spentSeconds() - started }
}

type Outcome = Awaited<ReturnType<typeof protectWithLedger>>['outcome']

function add(total: Lost, { suppression, coarsened }: Outcome, cells: number) {
  total.lost += suppression.cost
  total.shown += cells - suppression.hidden.reduce((sum, flag) => sum + flag, 0)
  if (coarsened !== undefined) total.lastResort += 1
}

const ways: Record<string, (seed: number) => Promise<Lost>> = {
  'each by itself': (seed) => oneByOne(['permits', 'events'], seed, false),
  'one after the other': (seed) => oneByOne(orderOf(seed), seed, true),
  'all at once': allAtOnce,
}

const orderOf = (seed: number): readonly Name[] =>
  seed % 2 === 0 ? ['permits', 'events'] : ['events', 'permits']

const sums = new Map<string, Lost>()
for (let seed = from; seed < from + pairs; seed += 1) {
  const line: string[] = []
  for (const [way, protect] of Object.entries(ways)) {
    const { lost, shown, lastResort, seconds } = await protect(seed)
    const sum = sums.get(way) ?? none()
    sum.lost += lost
    sum.shown += shown
    sum.lastResort += lastResort
    sum.seconds += seconds
    sums.set(way, sum)
    line.push(
      `${way}: lost ${lost}, ${shown} shown, ${lastResort} last resort, ${seconds.toFixed(1)} s`,
    )
  }
  console.log(`pair ${seed} · ${line.join(' · ')}`)
}
for (const [way, { lost, shown, lastResort, seconds }] of sums) {
  console.log(
    `${way}: ${lost} lost, ${shown} cells shown, ${lastResort} of ${2 * pairs} cubes by the last resort, ${seconds.toFixed(1)} s`,
  )
}
