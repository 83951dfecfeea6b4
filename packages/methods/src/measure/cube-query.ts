import type { CubeMeasure } from './cube.ts'
import type { CubeSource, LevelKey } from './cube-source.ts'
import type { LevelReference } from './dimension-level.ts'

/** Codes of one level that a query keeps. */
export interface ResolvedCondition {
  readonly reference: LevelReference
  readonly codes: readonly string[]
}

/** Keep the rows with the greatest (or least) totals; the others are summed into one row. */
export interface TopRows {
  readonly rows: number
  readonly least: boolean
  /** Rank by this code of this column level alone, where totals over the columns make no sense. */
  readonly rankedBy?: { readonly column: number; readonly code: string }
}

/** A question to a cube: everything decided, nothing left to interpret. */
export interface CubeQuery {
  readonly measure: CubeMeasure
  readonly rows: readonly LevelReference[]
  readonly columns: readonly LevelReference[]
  readonly where: readonly ResolvedCondition[]
  readonly top?: TopRows
  /** Which margins add up, given the measure. */
  readonly margins: { readonly rows: boolean; readonly columns: boolean; readonly grand: boolean }
  /** One cell more than this is read at most, so that too much is noticed. */
  readonly maxCells: number
}

/** One value of an answer. `rest`: the row of all other rows. */
export interface CubeAnswerCell {
  readonly part: (typeof parts)[number]
  readonly rest: boolean
  readonly row: readonly string[]
  readonly column: readonly string[]
  readonly value: number | null
}

export interface CompiledQuery {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
  decode(row: Readonly<Record<string, unknown>>): CubeAnswerCell
}

const parts = ['cell', 'row-total', 'column-total', 'grand-total', 'rest-rows'] as const

/**
 * Compiles a query to one statement: the cells are read from the source once; cells and margins
 * are made from that reading, before any row is summed into the rest.
 *
 * Answer: one row per value, `part` (0 cell, 1 row total, 2 column total, 3 grand total,
 * 4 how many rows are summed into the rest), `rest`,
 * `r0…` and `c0…` (keys of the row and column levels), `v` (the value in the measure's unit).
 */
export function compileCubeQuery(query: CubeQuery, source: CubeSource): CompiledQuery {
  const rowColumns = query.rows.map((reference) => source.level(reference))
  const columnColumns = query.columns.map((reference) => source.level(reference))
  const r = rowColumns.map((_, index) => `r${index}`)
  const c = columnColumns.map((_, index) => `c${index}`)
  const parameters: (string | number)[] = []

  const where = query.where.map((condition) => conditionSql(condition, source, parameters))
  const selected = [
    ...rowColumns.map(({ sql }, index) => `${sql} as r${index}`),
    ...columnColumns.map(({ sql }, index) => `${sql} as c${index}`),
    `${source.aggregate(query.measure)} as v`,
  ]
  const filter = where.length > 0 ? ` where ${where.join(' and ')}` : ''
  const group = r.length + c.length > 0 ? ` group by ${[...r, ...c].join(', ')}` : ''
  const having = group === '' ? ' having count(*) > 0' : ''
  const cell = `cell as materialized (
  select ${selected.join(', ')} from ${source.relation}${filter}${group}${having}
)`

  const shown = query.top ? topSql(query.top, query, source, r, c, parameters) : undefined
  const from = shown ? 'shown' : 'cell'
  const rest = shown ? 'rest' : 'false'
  const nullRow = rowColumns.map(({ type }, index) => `cast(null as ${type}) as r${index}`)
  const nullColumn = columnColumns.map(({ type }, index) => `cast(null as ${type}) as c${index}`)
  const limit = Math.floor(query.maxCells) + 1

  const branches = [
    `(select 0 as part, ${list([`${rest} as rest`, ...r, ...c])}, cast(v as double) as v from ${from} limit ${limit})`,
  ]
  if (query.margins.rows && r.length > 0) {
    branches.push(
      `(select 1, ${list([rest, ...r, ...nullColumn])}, cast(sum(v) as double) from ${from} ` +
        `group by ${list([...(shown ? ['rest'] : []), ...r])} limit ${limit})`,
    )
  }
  if (query.margins.columns && c.length > 0) {
    branches.push(
      `(select 2, ${list(['false', ...nullRow, ...c])}, cast(sum(v) as double) from cell group by ${list(c)} limit ${limit})`,
    )
  }
  if (query.margins.grand) {
    branches.push(
      `(select 3, ${list(['false', ...nullRow, ...nullColumn])}, cast(sum(v) as double) from cell having count(*) > 0)`,
    )
  }
  if (query.top) {
    branches.push(
      `(select 4, ${list(['true', ...nullRow, ...nullColumn])}, greatest(count(*) - ${Math.floor(query.top.rows)}, 0) ` +
        `from (select distinct ${list(r)} from cell))`,
    )
  }
  const withs = [cell, ...(shown ? [shown] : [])]
  return {
    sql: `with ${withs.join(', ')}\n${branches.join('\nunion all ')}`,
    parameters,
    decode(row) {
      const part = parts[Number(row['part'])]!
      const isRest = row['rest'] === true
      const keys = (names: readonly string[], columns: typeof rowColumns) =>
        columns.map((column, index) => column.decode(row[names[index]!] as LevelKey))
      return {
        part,
        rest: isRest,
        row: isRest || (part !== 'cell' && part !== 'row-total') ? [] : keys(r, rowColumns),
        column: part === 'cell' || part === 'column-total' ? keys(c, columnColumns) : [],
        value: row['v'] === null ? null : Number(row['v']),
      }
    },
  }
}

/** Keys of a condition: a run of numbers as a range, others one by one, always as parameters. */
function conditionSql(
  { reference, codes }: ResolvedCondition,
  source: CubeSource,
  parameters: (string | number)[],
): string {
  const column = source.level(reference)
  const keys = codes.map((code) => column.encode(code)).filter((key) => key !== undefined)
  const values = keys.filter((key) => key !== null)
  const parameter = (value: string | number) => `$${parameters.push(value)}`
  const alternatives: string[] = []
  const numbers = values.filter((key) => typeof key === 'number').sort((a, b) => a - b)
  if (numbers.length > 2 && numbers.at(-1)! - numbers[0]! === numbers.length - 1) {
    alternatives.push(
      `${column.sql} between ${parameter(numbers[0]!)} and ${parameter(numbers.at(-1)!)}`,
    )
  } else if (values.length > 0) {
    alternatives.push(`${column.sql} in (${values.map(parameter).join(', ')})`)
  }
  if (keys.length > values.length) alternatives.push(`${column.sql} is null`)
  if (alternatives.length === 0) return 'false'
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.join(' or ')})`
}

/** The first rows by their total, the others without their keys and marked as the rest. */
function topSql(
  { rows, least, rankedBy }: TopRows,
  query: CubeQuery,
  source: CubeSource,
  r: readonly string[],
  c: readonly string[],
  parameters: (string | number)[],
): string {
  let ranked = ''
  if (rankedBy) {
    const key = source.level(query.columns[rankedBy.column]!).encode(rankedBy.code)
    parameters.push(key ?? -1)
    ranked = ` filter (where c${rankedBy.column} = $${parameters.length})`
  }
  const place = `row_number() over (order by sum(v)${ranked} ${least ? 'asc' : 'desc'} nulls last, ${list(r)}) as place`
  const same = r.map((name) => `cell.${name} is not distinct from kept.${name}`).join(' and ')
  const keys = r.map((name) => `case when kept.place is not null then cell.${name} end as ${name}`)
  return `kept as (
  select * from (select ${list(r)}, ${place} from cell group by ${list(r)}) where place <= ${Math.floor(rows)}
), shown as materialized (
  select kept.place is null as rest, ${list([...keys, ...c])}, sum(v) as v
  from cell left join kept on ${same}
  group by ${list([String(1), ...keys.map((_, index) => String(index + 2)), ...c])}
)`
}

const list = (items: readonly string[]) => items.join(', ')
