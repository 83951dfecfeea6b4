import type { CubeTie } from '../measure/ties/index.ts'
import { alreadyTold } from './already-told.ts'
import { attackLedger, type LedgerAttack, type ToldLeaks } from './attack/attack-ledger.ts'
import type { LedgerEntry, LedgerTable } from './attack/ledger-entry.ts'
import type { AttackReport } from './attack/attack.ts'
import { cellName, type CellName } from './attack/public-cells.ts'
import { raiseNear } from './attack/raise-near.ts'
import { raiseNeeds, type CellNeeds } from './attack/raise-needs.ts'
import { attackCubes } from './attack-cubes.ts'
import { coarserThan, shareOfCoarse, tellsNothing, type Coarsening } from './coarsened.ts'
import { needsOf } from './ledger-tables.ts'
import type { PrimaryRules } from './primary/targets.ts'
import {
  protectProgramme,
  type ProtectedProgramme,
  type ProtectOptions,
} from './protect-programme.ts'
import { fewestChanged, ledgerEntryOf, tiedDraft, type ReleaseTables } from './release-tables.ts'
import type { Solver } from './solver.ts'
import { isNothing, raiseTied, releasesBeside, settledBeside, shownBefore } from './tied-release.ts'
import { WorkBudget, type WorkSpent } from './work-budget.ts'

/** Times that cells are hidden for the sake of earlier releases before whole levels of detail are. */
const mostLedgerRounds = 10

/** What the attack beside earlier releases has asked of a release: where a round of protecting it begins. */
export interface Asked {
  /** What cells need beside the rules. */
  readonly needs: CellNeeds
  /** Whole levels of detail that are hidden; absent where none has to be. */
  readonly coarsen?: Coarsening
  /** Units of work that the rounds before have spent. */
  readonly units: number
}

export interface ProtectedRelease {
  readonly outcome: ProtectedProgramme
  /** What later releases have to be attacked with. */
  readonly entry: LedgerEntry
  /** Cells that stay hidden because an earlier release hid them, and they have hardly changed. */
  readonly keptHidden: number
  /** The attack together with earlier releases; undefined where there are none, or nothing is shown. */
  readonly attack: AttackReport | undefined
  /** Ties that the figures contradict, so that they were not reckoned with. */
  readonly contradicted?: readonly string[]
  /** What the last round began with: whoever begins with it comes to the same end. */
  readonly asked: Asked
  /** What it took. */
  readonly work: WorkSpent
}

/**
 * Protects a programme so that it stays safe beside what was released earlier: tables of the same
 * records, and of records before them. Cells that tell few persons by their difference from an earlier
 * release are hidden too, with as many others as it takes, and all is attacked anew. Where that does
 * not end well, whole levels of detail of this release are hidden: at worst it tells nothing.
 *
 * @param earlier what was released before, oldest first
 */
export async function protectWithLedger(
  release: ReleaseTables,
  rules: PrimaryRules,
  solver: Solver,
  options: Omit<ProtectOptions, 'settled'>,
  earlier: readonly LedgerEntry[],
): Promise<ProtectedRelease> {
  const threshold = rules.threshold ?? fewestChanged
  const work = options.work ?? WorkBudget.forCells(release.programme.cellCount)
  const needs = new Map<CellName, number>()
  const beside = releasesBeside(tiedDraft(release), earlier)
  const known = shownBefore(release, earlier)
  const { ties = [] } = release
  let { coarsen } = options
  let told: ToldLeaks | undefined
  for (let round = 0; ; round += 1) {
    const asked: Asked = {
      needs: new Map(needs),
      units: work.units,
      ...(coarsen === undefined ? {} : { coarsen }),
    }
    const done = await protectAsAsked(release, rules, solver, { ...options, work }, earlier, asked)
    const { outcome, entry } = done
    const isAlone = beside.length === 0 || tellsNothing(outcome)
    if (isAlone) return { ...done, attack: undefined, asked, work: work.spent() }
    const entries = [...beside, entry]
    const attacking = { threshold, work, solver, ties, told }
    const together = await attackWithEarlier(outcome, entries, attacking)
    if (together?.leaks.length === 0) {
      const { report, contradicted } = together
      return { ...done, attack: report, contradicted, asked, work: work.spent() }
    }
    if (together !== undefined && told === undefined && round > 0) {
      told = await alreadyTold(entries, 1, threshold, solver, ties)
      if (told.leaks.length + told.changes.length > 0) {
        // what was told before is no reason to hide: all begins anew
        needs.clear()
        coarsen = options.coarsen
        round = -1
        continue
      }
    }
    const mayHelp = round < mostLedgerRounds && outcome.coarsened === undefined
    if (together !== undefined && mayHelp) {
      const own = together.leaks.filter(({ cube = entry.cube }) => cube === entry.cube)
      const raised = raiseNeeds(needs, entry.tables, own)
      const widely = round > 1
      const tied = raiseTied(needs, entry, beside, together.leaks, ties, widely)
      // what neither its own cell nor a tied one helps, those do that it hangs together with
      const isNearAsked = widely || !(raised || tied)
      const near = isNearAsked && raiseNear(needs, entry, together.leaks, together.near, known)
      if (raised || tied || near) continue
    }
    coarsen = coarserThan(outcome, together === undefined ? 'work' : 'earlier')
  }
}

/**
 * One round of `protectWithLedger`, without the attack beside earlier releases: the last one again, where
 * `asked` is what that one began with.
 */
export async function protectAsAsked(
  tables: ReleaseTables,
  rules: PrimaryRules,
  solver: Solver,
  options: Omit<ProtectOptions, 'settled'>,
  earlier: readonly LedgerEntry[],
  { needs, coarsen, units }: Asked,
): Promise<Pick<ProtectedRelease, 'outcome' | 'entry' | 'keptHidden'>> {
  const { programme, figures, cube } = tables
  const threshold = rules.threshold ?? fewestChanged
  const settled = settledBeside(tiedDraft(tables), earlier, threshold)
  const isBeside = earlier.some((entry) => entry.cube === cube) || !isNothing(settled)
  const own = needs.size === 0 ? figures : { ...figures, needs: needsOf(programme, needs) }
  const outcome = await protectProgramme(programme, own, rules, solver, {
    ...options,
    work: options.work ?? WorkBudget.forCells(programme.cellCount, units),
    ...(isBeside ? { settled } : {}),
    ...(coarsen === undefined ? {} : { coarsen }),
  })
  const entry = ledgerEntryOf(tables, rules, options.kind, outcome)
  return { outcome, entry, keptHidden: settled.hidden.size }
}

/**
 * Attacks a release together with those before it, within the work that is left; where other cubes are among
 * them, with work of their own beside it.
 *
 * @param entries the release itself last
 * @returns undefined where that did not suffice
 */
export async function attackWithEarlier(
  { coarsened }: Pick<ProtectedProgramme, 'coarsened'>,
  entries: readonly LedgerEntry[],
  { threshold, work, solver, ties = [], told }: Attacking,
): Promise<LedgerAttack | undefined> {
  const { cube } = entries.at(-1)!
  const others = entries.filter((entry) => entry.cube !== cube)
  if (others.length > 0) return await attackCubes(entries, threshold, solver, ties, told)
  const reporting = told === undefined ? {} : { told }
  const attacking = () => attackLedger(entries, threshold, work.meter(solver), [], reporting)
  return coarsened === undefined
    ? await work.upTo(1, attacking)
    : await work.beyond(shareOfCoarse, attacking)
}

/** With what releases are attacked. */
export interface Attacking {
  readonly threshold: number
  readonly work: WorkBudget
  readonly solver: Solver
  readonly ties?: readonly CubeTie[]
  /** What leaks whatever the last release shows. */
  readonly told?: ToldLeaks | undefined
}

/** The vintage of an earlier release that agrees in every cell it shares: counted from the same records. */
export function knownVintage(
  values: ReadonlyMap<CellName, { readonly value: number }>,
  earlier: readonly LedgerEntry[],
): string | undefined {
  const same = earlier.findLast((entry) => {
    const known = [...valuesOf(entry.tables)].filter(([name]) => values.has(name))
    return known.length > 0 && known.every(([name, value]) => values.get(name)!.value === value)
  })
  return same?.vintage
}

function valuesOf(tables: readonly LedgerTable[]): Map<CellName, number> {
  return new Map(
    tables.flatMap(({ dimensions, rows }) =>
      rows.map(({ codes, value }) => [cellName(dimensions, codes), value] as const),
    ),
  )
}
