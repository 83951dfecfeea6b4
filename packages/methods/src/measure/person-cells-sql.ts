import { quoteName, type RecordType } from '../collect/index.ts'
import { cellMeasures, measureType, recordsColumn } from './cells-sql.ts'
import type { Cube } from './cube.ts'
import { keySql } from './cube-source.ts'
import { levelReference } from './dimension-level.ts'
import type { FactsSource } from './facts-source.ts'
import { personColumn } from './linked-persons.ts'

/**
 * The SQL that makes the person cells of a cube: one row per combination of finest codes and person.
 * Columns: one code per dimension (varchar, never null), `_person` (whoever it is, as `person` says),
 * `records`, one per measure in its unit. Totals of persons cannot be added up from cells; from these rows they
 * can be counted at any level.
 *
 * @param person SQL over a record of the facts that names its person
 */
export function personCellsSql(
  cube: Cube,
  recordType: RecordType,
  source: FactsSource,
  person: string,
): string {
  const columns = cube.dimensions.map((dimension) => source.level(levelReference(dimension, 0)))
  const names = cube.dimensions.map(({ id }) => quoteName(id))
  const keys = columns.map((column, index) => `${keySql(column)} as k${index}`)
  const codes = columns.map(({ code }, index) => `${code(`k${index}`)} as ${names[index]}`)
  const summed = cellMeasures(cube)
  const sums = summed.map(
    (measure) =>
      `cast(${source.aggregate(measure)} as ${measureType(measure, cube, recordType)}) as ${quoteName(measure.id)}`,
  )
  const measures = summed.map(({ id }) => quoteName(id))
  const all = keys.map((_, index) => `k${index}`).join(', ')
  return `select ${[...codes, personColumn, recordsColumn, ...measures].join(', ')}
from (
  select ${[...keys, `${person} as ${personColumn}`, `count(*) as ${recordsColumn}`, ...sums].join(', ')}
  from ${source.relation}
  group by ${all}, ${personColumn}
)`
}
