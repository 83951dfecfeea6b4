// Protection and attack of linked hierarchical programmes, beside their limits: 10,000 cells in
// 120 s, 50,000 in 600 s; and random releases attacked from outside.
//
//   npx tsx benchmarks/protect.ts                 10,000 cells
//   npx tsx benchmarks/protect.ts --cells 50000   50,000 cells
//   npx tsx benchmarks/protect.ts --releases 1000 random releases
import { attack, protectProgramme, publicTables, WorkBudget } from '@caudal/methods/protect'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { drawRules, protectAndAttack } from '../packages/methods/src/protect/testing-attack.ts'
import { drawPlan, drawRelease } from '../packages/methods/src/protect/testing-releases.ts'
import { solverInThisThread } from '../packages/platform/src/protect/solver/testing-solver.ts'

const asked = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? undefined : Number(process.argv[at + 1])
}

const releases = asked('releases')
if (releases === undefined) await programme(asked('cells') ?? 10_000)
else await randomReleases(releases)

async function programme(cells: number) {
  const large = cells > 20_000
  const limit = large ? 600 : 120
  const generator = new Xoshiro128(1)
  const release = drawRelease(
    {
      dimensions: [
        { leaves: 2 },
        { leaves: large ? 250 : 90, groups: large ? [30, 6] : [15, 4] },
        { leaves: 18, groups: [5] },
        { leaves: large ? 105 : 25 },
      ],
      tables: [
        [0, 1, 2],
        [1, 3],
      ],
      records: large ? 120_000 : 30_000,
      skew: 2,
    },
    generator,
  )
  const { programme: tables, figures } = release
  const solver = await solverInThisThread()
  const started = performance.now()
  const work = WorkBudget.forCells(tables.cellCount)
  const done = await protectProgramme(tables, figures, { threshold: 3 }, solver, {
    kind: { counts: true, countsPersons: true },
    weights: 'value',
    work,
  })
  const protectedAfter = (performance.now() - started) / 1000
  const hidden = done.suppression.hidden.reduce((sum, flag) => sum + flag, 0)
  console.log(
    `${tables.cellCount} cells, ${done.targets.length} sensitive, ${hidden} hidden, cost ${done.suppression.cost} (bound ${done.suppression.bound})`,
  )
  console.log(
    `protected in ${protectedAfter.toFixed(1)} s: ${done.suppression.problemsSolved} linear problems; own attack: ${done.attack.clearedByWitness} cells cleared by witnesses, ${done.attack.problemsSolved} problems`,
  )
  const { pivots, units, allowed } = work.spent()
  console.log(
    `work: ${pivots} iterations, ${units} of ${allowed} units; ${done.coarsened === undefined ? 'nothing' : `${done.coarsened.levels} of ${done.coarsened.of} levels`} hidden as a last resort`,
  )
  const parents = Object.fromEntries(
    tables.dimensions.map(({ name, codes, parents: above, total }) => [
      name,
      new Map(
        codes
          .slice(0, total)
          .map((code, at) => [code, above[at] === total ? '' : codes[above[at]!]!]),
      ),
    ]),
  )
  const width = tables.dimensions.length
  const wanted = done.targets.map(({ cell }) => ({
    cell: tables.dimensions
      .map(({ name, codes }, d) => ({ name, code: codes[tables.codes[cell * width + d]!]! }))
      .filter(({ code }) => code !== '_T')
      .map(({ name, code }) => `${name}=${code}`)
      .join('|'),
    reach: 3,
  }))
  const before = performance.now()
  const published = publicTables(tables, figures.values, done.suppression.hidden)
  const report = await attack(published, parents, wanted, solver, { whole: true })
  console.log(
    `attacked from outside in ${((performance.now() - before) / 1000).toFixed(1)} s: ${report.cellsAttacked} cells, ${report.components} components, ${report.problemsSolved} linear problems, ${report.clearedByWitness} cleared by witnesses, ${report.leaks.length} leaks`,
  )
  const seconds = (performance.now() - started) / 1000
  console.log(`${seconds.toFixed(1)} s in all; limit ${limit} s`)
  process.exitCode = seconds <= limit && report.leaks.length === 0 ? 0 : 1
}

async function randomReleases(count: number) {
  const solver = await solverInThisThread()
  const started = performance.now()
  let leaks = 0
  let cells = 0
  for (let seed = 1; seed <= count; seed += 1) {
    const generator = new Xoshiro128(seed)
    const amounts = generator.chance(0.35)
    const release = drawRelease({ ...drawPlan(generator), amounts }, generator)
    const { report } = await protectAndAttack(
      release,
      drawRules(generator, amounts),
      amounts,
      solver,
    )
    cells += report.cellsAttacked
    leaks += report.leaks.length
    if (report.leaks.length > 0) console.log(`release ${seed}: ${JSON.stringify(report.leaks[0])}`)
  }
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${count} random releases, ${cells} sensitive cells attacked from outside: ${leaks} disclosures; limit 0 (${seconds.toFixed(0)} s)`,
  )
  process.exitCode = leaks === 0 ? 0 : 1
}
