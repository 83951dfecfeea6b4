import type { RandomGenerator } from '../numerics/index.ts'
import { attack } from './attack/attack.ts'
import { cellName } from './attack/public-cells.ts'
import { publicTables } from './attacked-programme.ts'
import { protectProgramme } from './protect-programme.ts'
import type { PrimaryRules } from './primary/targets.ts'
import type { Solver } from './solver.ts'
import type { RandomRelease } from './testing-releases.ts'

/** Rules drawn for a random release. */
export function drawRules(generator: RandomGenerator, amounts: boolean): PrimaryRules {
  if (amounts) {
    return generator.chance(0.5)
      ? { pPercent: 5 + generator.below(20), contributors: 1 }
      : { dominance: [1 + generator.below(2), 70 + generator.below(20)] }
  }
  const threshold = 2 + generator.below(4)
  return generator.chance(0.2) ? { threshold, group: generator.below(2) } : { threshold }
}

/**
 * Protects a random release and attacks it again from outside: the attacker gets the tables alone,
 * no alternative tables, and runs as the public and as each single contributor.
 */
export async function protectAndAttack(
  release: RandomRelease,
  rules: PrimaryRules,
  amounts: boolean,
  solver: Solver,
) {
  const { programme, figures } = release
  const kind = { counts: !amounts, countsPersons: !amounts }
  const done = await protectProgramme(programme, figures, rules, solver, { kind, weights: 'value' })
  const { hidden } = done.suppression
  const width = programme.dimensions.length
  const names = programme.dimensions.map(({ name }) => name)
  const nameOf = (cell: number) =>
    cellName(
      names,
      programme.dimensions.map(({ codes }, d) => codes[programme.codes[cell * width + d]!]!),
    )
  const truth = new Map<string, number>()
  const largest = new Map<string, number>()
  const alone = new Map<string, string>()
  hidden.forEach((flag, cell) => {
    if (flag === 0) return
    truth.set(nameOf(cell), figures.values[cell]!)
    largest.set(nameOf(cell), figures.largest[0]![cell]!)
    const person = figures.sole[cell]
    if (person !== undefined) alone.set(nameOf(cell), person)
  })
  const parents = Object.fromEntries(
    programme.dimensions.map(({ name, codes, parents: above, total }) => [
      name,
      new Map(
        codes
          .slice(0, total)
          .map((code, at) => [code, above[at] === total ? '' : codes[above[at]!]!]),
      ),
    ]),
  )
  const wanted = done.targets
    .filter(({ parent }) => parent === undefined)
    .map(({ cell, need }) => ({ cell: nameOf(cell), reach: figures.values[cell]! + need }))
  const report = await attack(
    publicTables(programme, figures.values, hidden),
    parents,
    wanted,
    solver,
    { whole: true, inside: { truth, largest, alone } },
  )
  return { done, report }
}
