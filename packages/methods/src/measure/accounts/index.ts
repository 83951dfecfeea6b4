export { totalOfYear, type PeriodFigure, type SpanTotal } from './account-years.ts'
export {
  checkParts,
  checkShares,
  checkYearOnYear,
  type ArithmeticFinding,
} from './check-arithmetic.ts'
export {
  growth,
  type Growth,
  type GrowthAsTold,
  type GrowthBase,
  type GrowthOptions,
  type VintageFigure,
} from './growth.ts'
export {
  compareMirror,
  type MirrorComparison,
  type MirrorPair,
  type MirrorReason,
  type MirrorSource,
} from './mirror.ts'
export { reconcile, type StockFlow, type StockFlowAccount } from './stock-flow.ts'
