import { perturbationRows, type PerturbationTable } from '@caudal/methods/protect'

/**
 * SQL that perturbs the figures of fixed cells as `perturbFigure` does, for many cells at once.
 *
 * @param cells relation with the columns `persons`, `key`, `v`, `largest` and others that are kept
 * @param figure number of the measure in its cube, from 0
 * @param noise name of the table that {@link noiseTableSql} makes
 * @returns a query that adds the column `shown`
 */
export function perturbedSql(
  cells: string,
  table: PerturbationTable,
  figure: number,
  noise: string,
): string {
  const last = table.rows.length - 1
  const { smallest } = table.parameters
  const own = `case when own.persons = own.v and own.largest <= 1
      then own.persons + same.change
      when own.persons + same.change = 0 or own.v = 0 then 0
      else greatest(${smallest}, own.v + own.largest * other.change) end`
  return `select own.* exclude (persons, key, v, largest, _row, _other), cast(${own} as double) as shown
    from (select *, least(persons, ${last})::integer as _row, ${independentKeySql('key', figure + 1)} as _other
      from ${cells}) as own
    asof join ${noise} as same on own._row = same.row and own.key < same.upto
    asof join (select * from ${noise} where row = ${last}) as other on own._other < other.upto`
}

/** SQL that makes the table of noise: one row per count, and key up to which a change holds. */
export function noiseTableSql(name: string, table: PerturbationTable): string {
  const values = perturbationRows(table).map(
    ({ row, upto, change }) => `(${row}, ${upto}::ubigint, ${change})`,
  )
  return `create temp table ${name} as select * from (values ${values.join(', ')}) as given(row, upto, change)`
}

/** The bijection of `independentKey` on 32 bits, in whole numbers of 64. */
function independentKeySql(key: string, figure: number): string {
  const low = (sql: string) => `((${sql}) & 4294967295::ubigint)`
  const constant = (value: number) => `${value >>> 0}::ubigint`
  const fold = (sql: string, by: number) => `xor(${sql}, ${sql} >> ${by})`
  const start = low(`${key}::ubigint + ${constant(Math.imul(figure, 0x9e3779b9))}`)
  const first = low(`${fold(start, 16)} * ${constant(0x85ebca6b)}`)
  const second = low(`${fold(first, 13)} * ${constant(0xc2b2ae35)}`)
  return fold(second, 16)
}
