export type {
  LinearChanges,
  LinearProblem,
  LinearRows,
  LinearSolution,
  OpenProblem,
  Solver,
  SolveStatus,
} from './solver.ts'
export { protectMethodRefusals } from './refusals.ts'
export { makeDimension, totalCode, type Dimension, type HierarchyLine } from './table/dimension.ts'
export { makeProgramme, nameCell, type Programme } from './table/programme.ts'
export { checkAdditivity, type Figures } from './table/figures.ts'
export {
  defaultMargin,
  listTargets,
  type MeasureKind,
  type PrimaryRule,
  type PrimaryRules,
  type Target,
} from './primary/targets.ts'
export {
  suppressionProblem,
  type SuppressionProblem,
  type WeightKind,
} from './suppression/suppression-problem.ts'
export { suppress, type Suppression } from './suppression/suppress.ts'
export { suppressByMoves } from './suppression/suppress-by-moves.ts'
export {
  protectProgramme,
  publicRatio,
  publicTables,
  type CellStatus,
  type ProtectedProgramme,
  type ProtectOptions,
} from './protect-programme.ts'
export type { NationalityRule } from './primary/nationality.ts'
export {
  attack,
  Contradiction,
  type AttackOptions,
  type AttackReport,
} from './attack/attack.ts'
export {
  cellName,
  type CellName,
  type PublicHierarchies,
  type PublicTable,
} from './attack/public-cells.ts'
export type { Inside, Offer } from './attack/offers.ts'
export type { Leak, Wanted } from './attack/wanted.ts'
