import type { CubeTie } from '../../measure/ties/index.ts'
import type { LedgerEntry } from '../attack/ledger-entry.ts'
import type { CellName } from '../attack/public-cells.ts'
import { raiseNear } from '../attack/raise-near.ts'
import { raiseNeeds } from '../attack/raise-needs.ts'
import type { SettledCells } from '../attack/settled-cells.ts'
import { alreadyTold } from '../already-told.ts'
import { attackCubes } from '../attack-cubes.ts'
import type { ToldLeaks } from '../attack/attack-ledger.ts'
import { nameAll } from '../attacked-programme.ts'
import { needsOf } from '../ledger-tables.ts'
import type { PrimaryRules } from '../primary/targets.ts'
import { protectOrNot, type ProtectOptions } from '../protect-programme.ts'
import type { Asked, ProtectedRelease } from '../protect-with-ledger.ts'
import { fewestChanged, ledgerEntryOf, tiedDraft, type ReleaseTables } from '../release-tables.ts'
import type { Solver } from '../solver.ts'
import {
  isNothing,
  raiseTied,
  releasesBeside,
  settledBeside,
  shownBefore,
} from '../tied-release.ts'
import { WorkBudget } from '../work-budget.ts'
import { joinProgrammes, joinRules, type JoinedProgrammes } from './join-programmes.ts'
import { splitOutcome } from './split-outcome.ts'

/** What a release brings of one of its cubes. */
export interface CubeRelease {
  readonly tables: ReleaseTables & { readonly cube: string }
  readonly rules: PrimaryRules
}

/**
 * Why cubes are not protected together: `large`: they have too many cells; `work`: the work allowed was spent
 * before a pattern was proven safe; `unsafe`: none was found that is.
 */
export type WhyApart = 'large' | 'work' | 'unsafe'

type TogetherOptions = Pick<ProtectOptions, 'kind' | 'weights' | 'progress'>

/** Cells up to which cubes are protected together. */
const mostTogether = 2000

/** Times that cells are hidden for what the attack on all together found. */
const mostRounds = 6

/**
 * Protects cubes that one release brings as one problem: what their definitions say of their cells is additivity
 * like any other, so that secondary suppression chooses cells over all of them at once. One after the other, the
 * second has to hide what the first hides, and may not hide what the first shows.
 *
 * All is attacked afterwards, together with earlier releases; where a cell falls short it is given a need, or a
 * larger one, and all is done again. Releases that are out stay as they are.
 *
 * @param cubes in the order of the release
 * @param earlier what was released before, oldest first
 * @returns what was found of each cube, or why they have to be protected one after the other
 */
export async function protectTogether(
  cubes: readonly CubeRelease[],
  solver: Solver,
  options: TogetherOptions,
  earlier: readonly LedgerEntry[],
): Promise<readonly ProtectedRelease[] | WhyApart> {
  if (cubes.reduce((sum, { tables }) => sum + tables.programme.cellCount, 0) > mostTogether) {
    return 'large'
  }
  const { cellCount } = joinReleases(cubes).programme
  const budget = WorkBudget.forCells(cellCount)
  const needs = cubes.map(() => new Map<CellName, number>())
  const tied = cubes.map(({ tables }) => new Set(releasesBeside(tiedDraft(tables), earlier)))
  const beside = earlier.filter((entry) => tied.some((own) => own.has(entry)))
  const threshold = cubes[0]!.rules.threshold ?? fewestChanged
  const ties = tiesAmong(cubes)
  let told: ToldLeaks | undefined
  for (let round = 0; ; round += 1) {
    const { units } = budget
    const asked = needs.map((own): Asked => ({ needs: new Map(own), units }))
    const done = await togetherAsAsked(cubes, solver, { ...options, budget }, earlier, asked)
    if (typeof done === 'string') return done
    const entries = done.map(({ entry }) => entry)
    const all = [...beside, ...entries]
    const found = await attackCubes(all, threshold, solver, ties, told)
    if (found === undefined) return 'work'
    const { leaks, report, contradicted } = found
    if (leaks.length === 0) {
      const work = budget.spent()
      return done.map((each, c) => ({
        ...each,
        attack: report,
        contradicted,
        asked: asked[c]!,
        work,
      }))
    }
    if (told === undefined && round > 0) {
      told = await alreadyTold(all, cubes.length, threshold, solver, ties)
      if (told.leaks.length + told.changes.length > 0) {
        // what was told before is no reason to hide: all begins anew
        for (const own of needs) own.clear()
        round = -1
        continue
      }
    }
    if (round >= mostRounds) return 'unsafe'
    const own = new Set(entries.map(({ cube }) => cube))
    const foreign = leaks.filter(({ cube }) => !own.has(cube))
    const raised = entries.map((entry, c) => {
      const mine = leaks.filter(({ cube }) => cube === entry.cube)
      const others = [...beside, ...entries.filter((each) => each !== entry)]
      const isRaised = raiseNeeds(needs[c]!, entry.tables, mine)
      if (foreign.length === 0) return isRaised
      return raiseTied(needs[c]!, entry, others, foreign, ties, round > 1) || isRaised
    })
    if (round > 1 || !raised.includes(true)) {
      const near = entries.map((entry, c) =>
        raiseNear(needs[c]!, entry, leaks, found.near, shownBefore(entry, earlier)),
      )
      raised.push(...near)
    }
    if (!raised.includes(true)) return 'unsafe'
  }
}

/**
 * One round of `protectTogether`, without the attack beside earlier releases: the last one again, where `asked` is
 * what that one began with, cube by cube.
 */
export async function togetherAsAsked(
  cubes: readonly CubeRelease[],
  solver: Solver,
  { budget, ...options }: TogetherOptions & { readonly budget?: WorkBudget },
  earlier: readonly LedgerEntry[],
  asked: readonly Asked[],
): Promise<
  readonly Pick<ProtectedRelease, 'outcome' | 'entry' | 'keptHidden'>[] | Exclude<WhyApart, 'large'>
> {
  const joined = joinReleases(cubes, asked)
  const settled = cubes.map(({ tables, rules }) =>
    settledBeside(tiedDraft(tables), earlier, rules.threshold ?? fewestChanged),
  )
  const isBeside =
    settled.some((own) => !isNothing(own)) ||
    earlier.some((entry) => cubes.some(({ tables }) => tables.cube === entry.cube))
  const rules = joinRules(cubes.map((each) => ({ cube: each.tables.cube, rules: each.rules })))
  const outcome = await protectOrNot(joined.programme, joined.figures, rules, solver, {
    ...options,
    work: budget ?? WorkBudget.forCells(joined.programme.cellCount, asked[0]!.units),
    ...(isBeside ? { settled: joinSettled(cubes, joined, settled) } : {}),
  })
  if (typeof outcome === 'string') return outcome
  const own = cubes.map(({ tables: { cube, programme, figures } }, c) => ({
    cube,
    programme,
    figures: withNeeds(programme, figures, asked[c]),
  }))
  return splitOutcome(own, joined, outcome, options.weights).map((each, c) => ({
    outcome: each,
    entry: ledgerEntryOf(cubes[c]!.tables, cubes[c]!.rules, options.kind, each),
    keptHidden: settled[c]!.hidden.size,
  }))
}

function joinReleases(
  cubes: readonly CubeRelease[],
  asked: readonly Asked[] = [],
): JoinedProgrammes {
  return joinProgrammes(
    cubes.map(({ tables: { cube, programme, figures } }, c) => ({
      cube,
      programme,
      figures: withNeeds(programme, figures, asked[c]),
    })),
    tiesAmong(cubes),
  )
}

function withNeeds(
  programme: ReleaseTables['programme'],
  figures: ReleaseTables['figures'],
  asked: Asked | undefined,
): ReleaseTables['figures'] {
  if (asked === undefined || asked.needs.size === 0) return figures
  return { ...figures, needs: needsOf(programme, asked.needs) }
}

function tiesAmong(cubes: readonly CubeRelease[]): CubeTie[] {
  return [...new Set(cubes.flatMap(({ tables }) => tables.ties ?? []))]
}

/** What is settled of the cells of each cube, under the names that they have together. */
function joinSettled(
  cubes: readonly CubeRelease[],
  { programme, offsets }: JoinedProgrammes,
  settled: readonly SettledCells[],
): SettledCells {
  const names = nameAll(programme)
  const hidden = new Set<CellName>()
  const changed = new Set<CellName>()
  const known = new Set<CellName>()
  const atLeast = new Map<CellName, number>()
  cubes.forEach(({ tables }, c) => {
    const own = settled[c]!
    nameAll(tables.programme).forEach((name, cell) => {
      const joined = names[offsets[c]! + cell]!
      if (own.hidden.has(name)) hidden.add(joined)
      if (own.changed.has(name)) changed.add(joined)
      if (own.known?.has(name) === true) known.add(joined)
      const least = own.atLeast.get(name)
      if (least !== undefined) atLeast.set(joined, least)
    })
  })
  return { hidden, changed, known, atLeast }
}
