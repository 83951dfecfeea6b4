import { isLanguage, type Language } from '../vocabulary/index.ts'
import { keyCells, totalCells, totalCode } from './key-cells.ts'
import type { TableResult } from './table.ts'
import { say } from './table-words.ts'

/**
 * A table as a JSON-stat 2.0 dataset: rows and columns as dimensions, the measure as metadata. A
 * combination that the table does not show is absent from `value`; a hidden or missing one is
 * null with its status.
 *
 * @param withTotals totals are categories too, `_T`, of which the others are the children
 * @see json-stat.org, JSON-stat 2.0 format
 */
export function tableToJsonStat(result: TableResult, withTotals = false): object {
  const cells = [
    ...[...keyCells(result)].filter(({ row, column }) => row !== null && column !== null),
    ...(withTotals ? totalCells(result) : []),
  ]
  const hasTotal = {
    rows: cells.some(({ row }) => row === null),
    columns: cells.some(({ column }) => column === null),
  }
  const total = { code: totalCode, label: say('total', languageOf(result)) }
  const axes = (['rows', 'columns'] as const).flatMap((side) =>
    result[side].map((axis) => ({
      ...axis,
      codes: hasTotal[side] ? [...axis.codes, total] : axis.codes,
      hasTotal: hasTotal[side],
    })),
  )
  const size = axes.map(({ codes }) => codes.length)
  const place = axes.map(({ codes }) => new Map(codes.map(({ code }, at) => [code, at])))
  const value: Record<number, number | null> = {}
  const status: Record<number, string> = {}
  const totals = (side: 'rows' | 'columns') => result[side].map(() => totalCode)
  for (const { row, column, value: figure, status: own } of cells) {
    let index: number | undefined = 0
    for (const [d, code] of [
      ...(row ?? totals('rows')),
      ...(column ?? totals('columns')),
    ].entries()) {
      const at: number | undefined = place[d]!.get(code)
      index = at === undefined || index === undefined ? undefined : index * size[d]! + at
    }
    if (index === undefined) continue
    value[index] = figure
    if (own !== undefined) status[index] = own
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: result.cube.title,
    source: result.sources
      .map(({ owner, title }) => owner + say('colon', languageOf(result)) + title)
      .join(say('semicolon', languageOf(result))),
    ...(result.updatedOn === null ? {} : { updated: result.updatedOn }),
    note: [...result.notes],
    id: axes.map(({ id }) => id),
    size,
    role: { time: axes.filter(({ id }) => id.split('.')[0] === 'time').map(({ id }) => id) },
    dimension: Object.fromEntries(
      axes.map(({ id, label, codes, hasTotal: isParent }) => [
        id,
        {
          label,
          category: {
            index: codes.map(({ code }) => code),
            label: Object.fromEntries(codes.map((each) => [each.code, each.label])),
            ...(isParent && {
              child: {
                [totalCode]: codes.map(({ code }) => code).filter((code) => code !== totalCode),
              },
            }),
          },
        },
      ]),
    ),
    value,
    status,
    extension: {
      measure: result.measure,
      filters: result.filters,
      snapshot: result.snapshot,
      protection: result.protection,
      synthetic: result.synthetic,
      citation: result.citation,
    },
  }
}

const languageOf = ({ language }: TableResult): Language => (isLanguage(language) ? language : 'en')
