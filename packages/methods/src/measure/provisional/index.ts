export {
  backTest,
  summariseBackTest,
  type BackTest,
  type BackTestSummary,
  type TestedFigure,
} from './back-test.ts'
export { listCells, type Cells } from './cells.ts'
export {
  estimateProvisional,
  type ProvisionalFigure,
  type ReleaseOptions,
} from './estimate-provisional.ts'
export { figureInterval, type ConfidencePercent } from './figure-interval.ts'
export { figureStatus, type FigureStatus } from './figure-status.ts'
export type { Journeys } from './journeys.ts'
