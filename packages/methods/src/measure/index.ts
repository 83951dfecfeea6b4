export { countedFacts, countedOnceSql, type KnownRepeats } from './counted-once.ts'
export type {
  Cube,
  CubeDimension,
  CubeMeasure,
  CubeRate,
  CubeView,
  ViewField,
  DimensionLevel,
  LeftOut,
  Protection,
} from './cube.ts'
export { cubes, findCube } from './cubes.ts'
export {
  findBreakdown,
  isRecorded,
  wantedBreakdowns,
  type BreakdownFound,
  type WantedBreakdown,
} from './cube-matrix.ts'
export { renderCubesPage } from './render-cubes-page.ts'
export { ageCode, bandOf, bandStarts, parseAgeCode, type AgeBand } from './age-band.ts'
export { coarsenPeriod, monthSpan, parsePeriod, type Period } from './period.ts'
export { previousPeriod, yearEarlier } from './earlier-period.ts'
export {
  findReference,
  levelReference,
  listLevels,
  listReferences,
  type LevelReference,
} from './dimension-level.ts'
export { codeListsOf, levelCode, type CodeLists } from './level-code.ts'
export { cubeDomain, levelCodes, type CubeDomain, type LevelDomain } from './cube-domain.ts'
export {
  cellsSource,
  keySql,
  ordinalColumn,
  ordinalType,
  type CubeSource,
  type LevelColumn,
} from './cube-source.ts'
export {
  countedSql,
  factsRelation,
  factsSource,
  setAsideSql,
  type Edition,
  type FactsSource,
} from './facts-source.ts'
export {
  accountStocks,
  growthLevels,
  type GrowthAnswer,
  type GrowthLevel,
  type GrowthRow,
  type ToldGrowth,
  accountTerms,
  type AccountFigure,
  type AccountMark,
  type AccountsAnswer,
  type AccountStock,
  type AccountTerm,
  type NodeAccount,
  breakdowns,
  breakdownVariables,
  mirrorBreakdowns,
  mirrorFlows,
  variablesOf,
  type BackTestAnswer,
  type BackTested,
  type Breakdown,
  type BreakdownVariable,
  type GapFound,
  type GapMap,
  type MirrorAnswer,
  type MirrorBreakdown,
  type MirrorCountries,
  type MirrorFlow,
  type MirrorQuestion,
  type MirrorRow,
} from './comparison-answers.ts'
export {
  stayClassEnds,
  survivalBreakdowns,
  type ShownStep,
  type SurvivalAnswer,
  type SurvivalBreakdown,
  type SurvivalCurve,
} from './survival-answer.ts'
export type { SurvivalPoint } from './survival/index.ts'
export type { GapStatus } from './indicators/gap-map.ts'
export { fallsIn, liesBetween, periodsOfBreak, type RecordedBreak } from './series-break.ts'
export type { MirrorReason } from './accounts/mirror.ts'
export type { ResolvedCondition } from './resolved-condition.ts'
export type { TopRows } from './top-rows.ts'
export type { CellProtection, QueryAnswer } from './query-answer.ts'
export { keepTop } from './keep-top.ts'
export { cellMeasures, cellsSql, measureType, recordsColumn } from './cells-sql.ts'
export { answerDistinct, keepFirst } from './answer-distinct.ts'
export { groupCells, type CellColumns } from './group-cells.ts'
export {
  compileCubeQuery,
  type CompiledQuery,
  wholeAnswerCells,
  type CubeQuery,
} from './cube-query.ts'
export {
  chooseRollUps,
  covers,
  levelCounts,
  listRollUpPoints,
  type RollUpChoice,
  type RollUpPoint,
} from './roll-up-lattice.ts'
export { rollUpSize } from './roll-up-size.ts'
export type { FixedAxis, FixedCells, KeyedFigure } from './fixed-cells.ts'
export { csvLine } from './csv-line.ts'
export { formatNumber } from './number-format.ts'
export {
  breaksSentence,
  knownSentence,
  qualitySentence,
  shareText,
  type CountryCoverage,
  type QualityFigures,
  type ReportingUnit,
} from './quality-figures.ts'
export { neutralText } from './neutral-text.ts'
export { conditionSql } from './condition-sql.ts'
export {
  addLinkedRecords,
  countsLinkedPersons,
  isLinked,
  knownColumn,
  linkedPersonsOf,
  personColumn,
  type LinkedRecords,
} from './linked-persons.ts'
export { linkedPersonsSentences } from './linked-persons-words.ts'
export { personCellsSql } from './person-cells-sql.ts'
export { readParquet } from './sql-text.ts'
