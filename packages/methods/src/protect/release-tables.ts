import type { CubeTie } from '../measure/ties/index.ts'
import type { LedgerEntry } from './attack/ledger-entry.ts'
import { publicHierarchies } from './attacked-programme.ts'
import { tellsNothing } from './coarsened.ts'
import { draftCells, ledgerTables } from './ledger-tables.ts'
import { listTargets, type MeasureKind, type PrimaryRules } from './primary/targets.ts'
import type { ProtectedProgramme } from './protect-programme.ts'
import type { Figures } from './table/figures.ts'
import type { Programme } from './table/programme.ts'
import type { TiedDraft } from './tied-release.ts'

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
  /** The cube that they are of; where absent, there are no other cubes. */
  readonly cube?: string
  /** What the definitions of cubes say of their cells, where both are counted from the same records. */
  readonly ties?: readonly CubeTie[]
}

/** A release as ties see it. */
export function tiedDraft({
  programme,
  figures,
  vintage,
  cube = '',
  ties = [],
}: ReleaseTables): TiedDraft {
  const cells = draftCells(cube, programme, figures)
  return { cube, vintage, ties, cells, hierarchies: publicHierarchies(programme) }
}

/** What later releases have to be attacked with. */
export function ledgerEntryOf(
  { programme, figures, names, release, vintage, cube }: ReleaseTables,
  rules: PrimaryRules,
  kind: MeasureKind,
  outcome: ProtectedProgramme,
): LedgerEntry {
  const required = listTargets(programme, figures, rules, kind)
  const shown = ledgerTables(
    names ??
      programme.tables.map((table) => table.map((d) => programme.dimensions[d]!.name).join('__')),
    programme,
    figures,
    outcome,
    required,
  )
  const hierarchies = publicHierarchies(programme)
  return {
    release,
    vintage,
    hierarchies,
    tables: shown,
    ...(programme.dependencies === undefined ? {} : { dependencies: programme.dependencies }),
    ...(cube === undefined ? {} : { cube }),
    // what hides everything says of no cell that it holds somebody
    ...(rules.group === undefined && !tellsNothing(outcome) ? {} : { mayHideZeros: true as const }),
  }
}
