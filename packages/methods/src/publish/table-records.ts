import { isLanguage } from '../vocabulary/index.ts'
import { restCode } from './code-label.ts'
import { totalCells, totalCode } from './key-cells.ts'
import { statusOf } from './status-sign.ts'
import type { TableResult } from './table.ts'
import { say } from './table-words.ts'

export type RecordValue = string | number | null

/** A column of the table as data: its name, and whether its values are numbers. */
export interface RecordColumn {
  readonly name: string
  readonly type: 'text' | 'number'
}

/**
 * The cells of a table as data, one row per cell shown (totals are not cells): for each dimension
 * its code and its label, then measure, unit, value and status, then what every row must carry
 * wherever it is taken: cube, snapshot, protection, source and whether it is SYNTHETIC.
 */
export interface TableRecords {
  readonly columns: readonly RecordColumn[]
  readonly rows: () => Generator<readonly RecordValue[]>
}

const text = (name: string): RecordColumn => ({ name, type: 'text' })

/**
 * The records of a table, for CSV, spreadsheets and Parquet alike.
 *
 * @param withTotals totals that are shown or hidden follow the cells, with the code `_T`: where cells are hidden they
 *   cannot be added up
 */
export function tableRecords(result: TableResult, withTotals = false): TableRecords {
  const axes = [...result.rows, ...result.columns]
  const labels = axes.map((axis) => new Map(axis.codes.map(({ code, label }) => [code, label])))
  const language = isLanguage(result.language) ? result.language : 'en'
  const [colon, semicolon] = [say('colon', language), say('semicolon', language)]
  const constants: [name: string, value: string][] = [
    ...(result.calculation ? [['show', result.calculation.id] as [string, string]] : []),
    ['unit', result.measure.unit],
    ['cube', result.cube.id],
    [
      'filters',
      result.filters.map(({ label, values }) => label + colon + values.join(', ')).join(semicolon),
    ],
    ['snapshot', result.snapshot],
    ['protection', result.protection],
    ['data', result.synthetic ? 'SYNTHETIC' : 'observed'],
    ['source', result.sources.map(({ owner, licence }) => `${owner} (${licence})`).join('; ')],
  ]
  const width = result.columnKeys.length
  const totalLabel = say('total', language)
  return {
    columns: [
      ...axes.flatMap(({ id }) => [text(id), text(`${id}_label`)]),
      text('measure'),
      text('measure_label'),
      { name: 'value', type: 'number' },
      text('status'),
      ...constants.map(([name]) => text(name)),
    ],
    *rows() {
      for (let row = 0; row < result.rowKeys.length; row++) {
        for (let column = 0; column < width; column++) {
          const at = row * width + column
          const key = [...result.rowKeys[row]!, ...result.columnKeys[column]!]
          yield [
            ...key.flatMap((code, index) => [
              code,
              labels[index]!.get(code) ?? (code === restCode ? '' : code),
            ]),
            result.measure.id,
            result.measure.label,
            result.values[at] ?? null,
            recordStatus(result, at),
            ...constants.map(([, value]) => value),
          ]
        }
      }
      if (!withTotals) return
      for (const { row, column, value, status } of totalCells(result)) {
        const key = [
          ...(row ?? result.rows.map(() => totalCode)),
          ...(column ?? result.columns.map(() => totalCode)),
        ]
        yield [
          ...key.flatMap((code, index) => [code, labels[index]!.get(code) ?? totalLabel]),
          result.measure.id,
          result.measure.label,
          value,
          (value === null ? status : statusOf(result, value, status)) ?? '',
          ...constants.map(([, each]) => each),
        ]
      }
    },
  }
}

function recordStatus(result: TableResult, at: number): string {
  const value = result.values[at] ?? null
  const status = result.statuses[at]
  return (value === null ? status : statusOf(result, value, status)) ?? ''
}
