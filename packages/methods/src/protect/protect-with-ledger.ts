import {
  attackLedger,
  type LedgerAttack,
  type LedgerEntry,
  type LedgerTable,
} from './attack/attack-ledger.ts'
import type { AttackReport } from './attack/attack.ts'
import { cellName } from './attack/public-cells.ts'
import { raiseNeeds } from './attack/raise-needs.ts'
import { settledCells } from './attack/settled-cells.ts'
import { figuresByName, ledgerTables, needsOf } from './ledger-tables.ts'
import { listTargets, type PrimaryRules } from './primary/targets.ts'
import { coarserThan, shareOfCoarse, tellsNothing } from './coarsened.ts'
import { publicHierarchies } from './attacked-programme.ts'
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
export const mostLedgerRounds = 6

/** Persons below which a change between two releases isolates somebody, where no threshold is given. */
export const fewestChanged = 3

export interface ProtectedRelease {
  readonly outcome: ProtectedProgramme
  /** What later releases have to be attacked with. */
  readonly entry: LedgerEntry
  /** The attack together with earlier releases; undefined where there are none, or nothing is shown. */
  readonly attack: AttackReport | undefined
  /** What it took. */
  readonly work: WorkSpent
}

/**
 * Protects a programme so that it stays safe beside what was released earlier: tables of the same
 * records, and of records before them. Cells that tell few persons by their difference from an earlier
 * release are hidden too, with as many others as it takes, and all is attacked anew. Where that does
 * not end well, whole levels of detail of this release are hidden: at worst it tells nothing.
 *
 * @param release name of this release, and of the records that it was counted from
 * @param earlier what was released before, oldest first
 */
export async function protectWithLedger(
  { programme, figures }: { readonly programme: Programme; readonly figures: Figures },
  rules: PrimaryRules,
  solver: Solver,
  options: ProtectOptions,
  release: Pick<LedgerEntry, 'release' | 'vintage'>,
  earlier: readonly LedgerEntry[],
): Promise<ProtectedRelease> {
  const names = programme.tables.map((table) =>
    table.map((d) => programme.dimensions[d]!.name).join('__'),
  )
  const threshold = rules.threshold ?? fewestChanged
  const settled = settledCells(figuresByName(programme, figures), earlier, threshold)
  const required = listTargets(programme, figures, rules, options.kind)
  const needs = new Map<string, number>()
  const work = options.work ?? WorkBudget.forCells(programme.cellCount)
  let { coarsen } = options
  for (let round = 0; ; round += 1) {
    const own = needs.size === 0 ? figures : { ...figures, needs: needsOf(programme, needs) }
    const outcome = await protectProgramme(programme, own, rules, solver, {
      ...options,
      work,
      settled,
      ...(coarsen === undefined ? {} : { coarsen }),
    })
    const tables = ledgerTables(names, programme, figures, outcome, required)
    const entry = {
      release: release.release,
      vintage: knownVintage(tables, earlier) ?? release.vintage,
      tables,
      hierarchies: publicHierarchies(programme),
      ...(rules.group === undefined ? {} : { mayHideZeros: true as const }),
    }
    const isAlone = earlier.length === 0 || tellsNothing(outcome)
    if (isAlone) return { outcome, entry, attack: undefined, work: work.spent() }
    const together = await attackWithEarlier(outcome, [...earlier, entry], threshold, work, solver)
    if (together?.leaks.length === 0)
      return { outcome, entry, attack: together.report, work: work.spent() }
    const mayHelp = round < mostLedgerRounds && outcome.coarsened === undefined
    if (together !== undefined && mayHelp && raiseNeeds(needs, tables, together.leaks)) continue
    coarsen = coarserThan(outcome, together === undefined ? 'work' : 'earlier')
  }
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

/** Tables that agree in every cell they share with an earlier release were counted from its records. */
function knownVintage(
  tables: readonly LedgerTable[],
  earlier: readonly LedgerEntry[],
): string | undefined {
  const values = valuesOf(tables)
  const same = earlier.findLast((entry) => {
    const known = [...valuesOf(entry.tables)].filter(([name]) => values.has(name))
    return known.length > 0 && known.every(([name, value]) => values.get(name) === value)
  })
  return same?.vintage
}

function valuesOf(tables: readonly LedgerTable[]): Map<string, number> {
  return new Map(
    tables.flatMap(({ dimensions, rows }) =>
      rows.map(({ codes, value }) => [cellName(dimensions, codes), value] as const),
    ),
  )
}
