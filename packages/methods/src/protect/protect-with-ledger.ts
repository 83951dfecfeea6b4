import { attackLedger, type LedgerAttack } from './attack/attack-ledger.ts'
import type { LedgerEntry, LedgerTable } from './attack/ledger-entry.ts'
import type { AttackReport } from './attack/attack.ts'
import { cellName, type CellName } from './attack/public-cells.ts'
import { raiseNeeds, type CellNeeds } from './attack/raise-needs.ts'
import { settledCells } from './attack/settled-cells.ts'
import { publicHierarchies } from './attacked-programme.ts'
import { coarserThan, shareOfCoarse, tellsNothing, type Coarsening } from './coarsened.ts'
import { figuresByName, ledgerTables, needsOf } from './ledger-tables.ts'
import { listTargets, type PrimaryRules } from './primary/targets.ts'
import {
  protectProgramme,
  type ProtectedProgramme,
  type ProtectOptions,
} from './protect-programme.ts'
import type { Solver } from './solver.ts'
import type { Figures } from './table/figures.ts'
import type { Programme } from './table/programme.ts'
import { WorkBudget, type WorkSpent } from './work-budget.ts'

/** Times that cells are hidden for the sake of earlier releases before whole levels of detail are. */
const mostLedgerRounds = 6

/** Persons below which a change between two releases isolates somebody, where no threshold is given. */
export const fewestChanged = 3

/** A release to be protected: its tables, and what it is called in the ledger. */
export interface ReleaseTables {
  readonly programme: Programme
  readonly figures: Figures
  /** Names of its tables; where absent, they are made of their dimensions. */
  readonly names?: readonly string[]
  readonly release: string
  /** Of the records that it was counted from. */
  readonly vintage: string
}

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
  let { coarsen } = options
  for (let round = 0; ; round += 1) {
    const asked: Asked = {
      needs: new Map(needs),
      units: work.units,
      ...(coarsen === undefined ? {} : { coarsen }),
    }
    const done = await protectAsAsked(release, rules, solver, { ...options, work }, earlier, asked)
    const { outcome, entry } = done
    const isAlone = earlier.length === 0 || tellsNothing(outcome)
    if (isAlone) return { ...done, attack: undefined, asked, work: work.spent() }
    const together = await attackWithEarlier(outcome, [...earlier, entry], threshold, work, solver)
    if (together?.leaks.length === 0)
      return { ...done, attack: together.report, asked, work: work.spent() }
    const mayHelp = round < mostLedgerRounds && outcome.coarsened === undefined
    if (together !== undefined && mayHelp && raiseNeeds(needs, entry.tables, together.leaks))
      continue
    coarsen = coarserThan(outcome, together === undefined ? 'work' : 'earlier')
  }
}

/**
 * One round of `protectWithLedger`, without the attack beside earlier releases: the last one again, where
 * `asked` is what that one began with.
 */
export async function protectAsAsked(
  { programme, figures, names, release, vintage }: ReleaseTables,
  rules: PrimaryRules,
  solver: Solver,
  options: Omit<ProtectOptions, 'settled'>,
  earlier: readonly LedgerEntry[],
  { needs, coarsen, units }: Asked,
): Promise<Pick<ProtectedRelease, 'outcome' | 'entry' | 'keptHidden'>> {
  const threshold = rules.threshold ?? fewestChanged
  const settled = settledCells(figuresByName(programme, figures), earlier, threshold)
  const required = listTargets(programme, figures, rules, options.kind)
  const own = needs.size === 0 ? figures : { ...figures, needs: needsOf(programme, needs) }
  const outcome = await protectProgramme(programme, own, rules, solver, {
    ...options,
    work: options.work ?? WorkBudget.forCells(programme.cellCount, units),
    ...(earlier.length === 0 ? {} : { settled }),
    ...(coarsen === undefined ? {} : { coarsen }),
  })
  const tables = ledgerTables(
    names ??
      programme.tables.map((table) => table.map((d) => programme.dimensions[d]!.name).join('__')),
    programme,
    figures,
    outcome,
    required,
  )
  const hierarchies = publicHierarchies(programme)
  const entry = {
    release,
    vintage,
    tables,
    hierarchies,
    ...(rules.group === undefined ? {} : { mayHideZeros: true as const }),
  }
  return { outcome, entry, keptHidden: settled.hidden.size }
}

/**
 * Attacks a release together with those before it, within the work that is left.
 *
 * @returns undefined where that did not suffice
 */
export async function attackWithEarlier(
  { coarsened }: Pick<ProtectedProgramme, 'coarsened'>,
  entries: readonly LedgerEntry[],
  threshold: number,
  work: WorkBudget,
  solver: Solver,
): Promise<LedgerAttack | undefined> {
  const attacking = () => attackLedger(entries, threshold, work.meter(solver))
  return coarsened === undefined
    ? await work.upTo(1, attacking)
    : await work.beyond(shareOfCoarse, attacking)
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
