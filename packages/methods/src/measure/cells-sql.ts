import type { Cube, CubeMeasure } from './cube.ts'
import { levelReference } from './dimension-level.ts'
import { keySql } from './cube-source.ts'
import type { FactsSource } from './facts-source.ts'
import { quoteName, type RecordType } from '../collect/index.ts'

/** Column of the cells that counts the records of a cell, beside the measures. */
export const recordsColumn = 'records'

/** The measures that cells hold: those that add up, which distinct persons do not. */
export function cellMeasures(cube: Cube): readonly CubeMeasure[] {
  return cube.measures.filter(({ aggregate }) => aggregate !== 'distinct')
}

/**
 * The SQL that makes the cells of a cube: one row per combination of finest codes that occurs.
 * Columns: one code per dimension (varchar, never null), `records` (how many records the cell is
 * made of), one per measure in its unit (null: no record of the cell gives a figure). In no order:
 * they are sorted once, as ordinals.
 */
export function cellsSql(cube: Cube, recordType: RecordType, source: FactsSource): string {
  const finest = cube.dimensions.map((dimension) => levelReference(dimension, 0))
  const columns = finest.map((reference) => source.level(reference))
  const names = finest.map(({ dimension }) => quoteName(dimension.id))
  const keys = columns.map((column, index) => `${keySql(column)} as k${index}`)
  const codes = columns.map(({ code }, index) => `${code(`k${index}`)} as ${names[index]}`)
  const summed = cellMeasures(cube)
  const measures = summed.map(({ id }) => quoteName(id))
  const sums = summed.map(
    (measure, index) =>
      `cast(${source.aggregate(measure)} as ${measureType(measure, cube, recordType)}) as ${measures[index]}`,
  )
  const all = keys.map((_, index) => `k${index}`).join(', ')
  return `select ${[...codes, recordsColumn, ...measures].join(', ')}
from (
  select ${[...keys, `count(*) as ${recordsColumn}`, ...sums].join(', ')}
  from ${source.relation}
  group by ${all}
)`
}

/** SQL type of a measure in built cells: whole numbers stay whole, decimals are doubles. */
export function measureType(
  measure: CubeMeasure,
  { view }: Pick<Cube, 'view'>,
  recordType: RecordType,
): 'bigint' | 'double' {
  const fields = [...recordType.fields, ...(view?.fields ?? [])]
  const field = fields.find(({ id }) => id === measure.field)
  return measure.aggregate === 'sum' && field?.type === 'decimal' ? 'double' : 'bigint'
}
