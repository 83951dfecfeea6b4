export type {
  LinearChanges,
  LinearProblem,
  LinearRows,
  LinearSolution,
  OpenProblem,
  Solver,
  SolveStatus,
} from './solver.ts'
export { possibleContributors } from './table/possible-contributors.ts'
export { protectMethodRefusals } from './refusals.ts'
export type { Dependency } from './table/dependency.ts'
export { makeDimension, totalCode, type Dimension, type HierarchyLine } from './table/dimension.ts'
export { isRest, makeProgramme, nameCell, type Programme } from './table/programme.ts'
export {
  makeSelectedProgramme,
  restSelections,
  type TableSelection,
} from './table/selected-programme.ts'
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
export { publicHierarchies, publicRatio, publicTables } from './attacked-programme.ts'
export { tellsNothing, type Coarsened, type Coarsening } from './coarsened.ts'
export { OutOfWork, WorkBudget, type WorkSpent } from './work-budget.ts'
export {
  protectProgramme,
  type CellStatus,
  type ProtectedProgramme,
  type ProtectOptions,
} from './protect-programme.ts'
export {
  attackLedger,
  type LedgerAttack,
  type LedgerLeak,
  type ToldLeaks,
} from './attack/attack-ledger.ts'
export { alreadyTold } from './already-told.ts'
export type { HidingReason, LedgerEntry, LedgerRow, LedgerTable } from './attack/ledger-entry.ts'
export type { CellNeeds } from './attack/raise-needs.ts'
export { figuresByName } from './ledger-tables.ts'
export {
  attackWithEarlier,
  knownVintage,
  protectAsAsked,
  protectWithLedger,
  type Asked,
  type ProtectedRelease,
} from './protect-with-ledger.ts'
export { fewestChanged, type ReleaseTables } from './release-tables.ts'
export { attackCubes } from './attack-cubes.ts'
export {
  protectTogether,
  togetherAsAsked,
  type CubeRelease,
  type WhyApart,
} from './together/protect-together.ts'
export type { NationalityRule } from './primary/nationality.ts'
export { averagingAttack, type Estimate } from './attack/averaging.ts'
export { attack, Contradiction, type AttackOptions, type AttackReport } from './attack/attack.ts'
export {
  cellName,
  type CellName,
  type PublicHierarchies,
  type PublicTable,
} from './attack/public-cells.ts'
export type { Inside, Offer } from './attack/offers.ts'
export type { Leak, Wanted } from './attack/wanted.ts'
export { readPublicCells, type PublicKnowledge } from './attack/public-cells.ts'
export {
  addKeyedCounts,
  cellKey,
  independentKey,
  keyModulus,
  type KeyedCount,
} from './cell-keys/cell-key.ts'
export {
  makePerturbationTable,
  perturbCount,
  perturbCrossings,
  type PerturbationParameters,
  type PerturbationRow,
  type PerturbationTable,
} from './cell-keys/perturbation-table.ts'
export { fixCells, mostDimensions } from './perturbed/fixed-cells.ts'
export { treeCode, treeDepths, treeName } from './perturbed/cell-name.ts'
export { perturbFigure } from './perturbed/perturb-figure.ts'
export {
  askPart,
  perturbedAnswer,
  tableParts,
  type AnsweredPart,
  type ShownCell,
  type TablePart,
} from './perturbed/perturbed-answer.ts'
export { roundControlled } from './rounding/controlled-rounding.ts'
export {
  drawBelow,
  drawDiscreteGaussian,
  drawExpMinus,
  drawGeometric,
  type Rational,
} from './privacy/exact-samplers.ts'
export {
  budgetLeft,
  openLedger,
  spendBudget,
  type BudgetLedger,
  type Spending,
} from './privacy/budget-ledger.ts'
export { dominanceLevel } from './primary/dominance.ts'
export { groupLevel } from './primary/group.ts'
export { isWithheld } from './primary/nationality.ts'
export { pPercentLevel } from './primary/p-percent.ts'
export { thresholdLevel } from './primary/threshold.ts'
