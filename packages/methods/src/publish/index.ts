export type {
  AxisDimension,
  CellStatus,
  Condition,
  TableResult,
  TableSort,
  TableSpec,
} from './table.ts'
export { tableSorts } from './table.ts'
export {
  calculations,
  comparesPeriods,
  denominatorOf,
  readCalculation,
  type Calculation,
} from './calculation.ts'
export { parseTableSpec, parseWhere, printTableSpec, printWhere } from './table-grammar.ts'
// Figures and CSV are written alike in every stage.
export { csvLine, formatNumber, neutralText } from '../measure/index.ts'
export { tableRefusals } from './refusals.ts'
export { perInhabitants, ratesOfMeasure, type Inhabitants } from './rates.ts'
export {
  allowedCodes,
  maxTableCells,
  resolveReference,
  resolveTable,
  type ResolvedTable,
} from './resolve-table.ts'
export { tableToSql, type TableSource } from './table-sql.ts'
export {
  isOpenAt,
  openPeriods,
  undecidedQuery,
  type OpenPeriods,
  type OpenSpan,
} from './open-periods.ts'
export {
  monthsFrom,
  recordedPeriods,
  recordingDimensions,
  wasRecorded,
  type RecordedPeriods,
} from './recorded-periods.ts'
export { shapeTable } from './shape-table.ts'
export { cubeNotes } from './table-notes.ts'
export {
  protectionShown,
  type ShownBreak,
  type TableParts,
  type TableProvenance,
} from './table-parts.ts'
export { ageLabel, codeLabel, periodLabel, referenceLabel, restCode } from './code-label.ts'
export { statusOf, statusSigns } from './status-sign.ts'
export { checkAddition, type AdditionCheck } from './addition-check.ts'
export { groupTotals, type GroupTotal, type WithoutSubtotals } from './group-totals.ts'
export {
  displayTable,
  type DisplayedCell,
  type DisplayedRow,
  type DisplayedTable,
} from './displayed-table.ts'
export { escapeHtml, renderTable } from './render-table.ts'
export { tableToText } from './table-to-text.ts'
export {
  tableRecords,
  type RecordColumn,
  type RecordValue,
  type TableRecords,
} from './table-records.ts'
export { byteOrderMark, tableToCrosstabCsv, tableToCsv } from './table-to-csv.ts'
export { tableToJsonStat } from './table-to-json-stat.ts'
export { sdmxHeader, tableToSdmx, type SdmxMessages, type SdmxTable } from './table-to-sdmx.ts'
export { tableFacts } from './table-facts.ts'
export { downloadName } from './file-name.ts'
export { chartOf, type ChartPoint, type ChartSeries, type ChartSpec } from './chart.ts'
export { say, tableWords, type TableWord } from './table-words.ts'
export {
  codesAnswerSchema,
  cubeAnswerSchema,
  cubeListAnswerSchema,
  problemAnswerSchema,
  provenanceAnswerSchema,
  revisionsAnswerSchema,
  searchAnswerSchema,
  tableAnswerSchema,
  type CodesAnswer,
  type CubeAnswer,
  type CubeListAnswer,
  type ProblemAnswer,
  type ProvenanceAnswer,
  type RevisionsAnswer,
  type SearchAnswer,
  type PageHitAnswer,
  type SearchHitAnswer,
} from './answers.ts'
