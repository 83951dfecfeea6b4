import {
  byteOrderMark,
  downloadName,
  tableToCrosstabCsv,
  tableToCsv,
  type TableResult,
} from '@caudal/methods/publish'
import type { CaudalNode } from '../store/index.ts'
import type { Encoding } from './encoded-body.ts'
import { publishRefusals } from './refusals.ts'
import { tableWorkbook } from './spreadsheet/table-workbook.ts'
import { writeSheets } from './spreadsheet/write-sheets.ts'
import { writeTableParquet } from './write-table-parquet.ts'

export const downloadFormats = ['json', 'csv', 'xlsx', 'parquet'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

export interface Download {
  readonly body: string | Buffer
  readonly contentType: string
  readonly fileName: string
  /** The body packed, made once for an answer that is kept. */
  readonly encoded?: (encoding: Encoding) => Buffer
}

/** Cells up to which a workbook is packed. */
const maxSheetCells = 50_000

/** A table as a file to take along. @throws Refusal `publish.spreadsheet-too-large` */
export async function writeDownload(
  node: CaudalNode,
  result: TableResult,
  format: Exclude<DownloadFormat, 'json'>,
  layout: 'data' | 'crosstab',
): Promise<Download> {
  const fileName = downloadName(result, format)
  switch (format) {
    case 'csv': {
      const text = layout === 'crosstab' ? tableToCrosstabCsv(result) : tableToCsv(result)
      // Without the mark, Excel takes the file for the code page of the machine.
      return { body: byteOrderMark + text, contentType: 'text/csv; charset=utf-8', fileName }
    }
    case 'xlsx': {
      if (result.values.length > maxSheetCells) {
        throw publishRefusals.refuse('spreadsheet-too-large', { limit: maxSheetCells })
      }
      return {
        body: await writeSheets(tableWorkbook(result)),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
    }
    case 'parquet':
      return {
        body: await writeTableParquet(node, result),
        contentType: 'application/vnd.apache.parquet',
        fileName,
      }
  }
  return format satisfies never
}
