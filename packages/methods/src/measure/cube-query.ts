import { conditionSql } from './condition-sql.ts'
import type { CubeMeasure } from './cube.ts'
import { answerBuilder, type QueryAnswer } from './query-answer.ts'
import { keySql, type CubeSource, type LevelColumn } from './cube-source.ts'
import type { LevelReference } from './dimension-level.ts'
import type { ResolvedCondition } from './resolved-condition.ts'
import { keepTop } from './keep-top.ts'
import type { TopRows } from './top-rows.ts'

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

/** Cells up to which the rest is summed from the whole answer, and not by the engine. */
export const wholeAnswerCells = 20_000

export interface CompiledQuery {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
  /** Reads the rows that the statement gives. */
  read(rows: readonly Readonly<Record<string, unknown>>[]): QueryAnswer
}

/** Parts of the answer to a query that sums rows into a rest, as its column `part` numbers them. */
const parts = { cell: 0, rowTotal: 1, columnTotal: 2, grandTotal: 3, restRows: 4 } as const

/**
 * Compiles a query to one statement, which reads the source once.
 *
 * Answer: one row per cell, `r0…` and `c0…` (keys of the row and column levels) and `v` (the value
 * in the measure's unit). Margins are added up from these, the cube's own cells and all of them,
 * and only then are rows summed into a rest. Where the cells may be too many for that, the engine
 * does both, and rows carry their `part` (0 cell, 1 row total, 2 column total, 3 grand total, 4 how
 * many rows are in the rest) and whether they are of the `rest`.
 *
 * @param foreseenCells cells that the answer may have at most, before rows are summed into a rest
 */
export function compileCubeQuery(
  query: CubeQuery,
  source: CubeSource,
  foreseenCells = Infinity,
): CompiledQuery {
  const rows = query.rows.map((reference) => source.level(reference))
  const columns = query.columns.map((reference) => source.level(reference))
  const r = rows.map((_, index) => `r${index}`)
  const c = columns.map((_, index) => `c${index}`)
  const parameters: (string | number)[] = []

  const where = query.where.map((condition) => conditionSql(condition, source, parameters))
  // Persons of two groups that get one name are not added: they may be the same.
  const keyOf = query.measure.aggregate === 'distinct' ? keySql : ({ sql }: LevelColumn) => sql
  const selected = [
    ...rows.map((column, index) => `${keyOf(column)} as r${index}`),
    ...columns.map((column, index) => `${keyOf(column)} as c${index}`),
    `cast(${source.aggregate(query.measure)} as double) as v`,
  ]
  const filter = where.length > 0 ? ` where ${where.join(' and ')}` : ''
  const group = r.length + c.length > 0 ? ` group by ${list([...r, ...c])}` : ' having count(*) > 0'
  const grouped = `select ${list(selected)} from ${source.relation}${filter}${group}`
  const cells = keyOf === keySql ? grouped : refined(grouped, rows, columns)
  if (query.top && foreseenCells > wholeAnswerCells) {
    return {
      sql: topSql(query, cells, source, parameters),
      parameters,
      read: (answered) => readParts(answered, query, rows, columns),
    }
  }
  return {
    sql: `${cells} limit ${Math.floor(query.maxCells) + 1}`,
    parameters,
    read(answered) {
      const builder = answerBuilder(rows, columns)
      for (const row of answered) builder.add(row)
      const answer = builder.withMargins(query.margins)
      return query.top ? keepTop(answer, query.top, builder.rowPrecedes) : answer
    },
  }
}

/** Names the keys of groups that were made by something cheaper, and joins those of one name. */
function refined(
  grouped: string,
  rows: readonly LevelColumn[],
  columns: readonly LevelColumn[],
): string {
  if (![...rows, ...columns].some(({ refine }) => refine)) return grouped
  const names = [...rows.map((_, i) => `r${i}`), ...columns.map((_, i) => `c${i}`)]
  const keys = [...rows, ...columns].map(({ refine }, i) =>
    refine ? `${refine(names[i]!)} as ${names[i]!}` : names[i]!,
  )
  const places = names.map((_, i) => String(i + 1))
  return `select ${list([...keys, 'sum(v) as v'])} from (${grouped}) group by ${list(places)}`
}

/** Reads an answer whose margins and rest the engine has made. */
function readParts(
  answered: readonly Readonly<Record<string, unknown>>[],
  { margins }: CubeQuery,
  rows: readonly LevelColumn[],
  columns: readonly LevelColumn[],
): QueryAnswer {
  const builder = answerBuilder(rows, columns)
  const rest = { rows: 0, values: [] as (number | null)[], total: null as number | null }
  const rowTotals: (number | null)[] = []
  const columnTotals: (number | null)[] = []
  let grandTotal: number | null = null
  for (const row of answered) {
    const value = row['v'] === null ? null : Number(row['v'])
    const isRest = row['rest'] === true
    switch (Number(row['part'])) {
      case parts.cell:
        if (isRest) rest.values[builder.columnOf(row)] = value
        else builder.add(row)
        break
      case parts.rowTotal:
        if (isRest) rest.total = value
        else rowTotals[builder.rowOf(row)] = value
        break
      case parts.columnTotal:
        columnTotals[builder.columnOf(row)] = value
        break
      case parts.grandTotal:
        grandTotal = value
        break
      case parts.restRows:
        rest.rows = value ?? 0
    }
  }
  // Without column levels there is one column, and its total is that of all.
  if (columns.length === 0) columnTotals.push(grandTotal)
  return {
    ...builder.cells(),
    rowTotals: margins.rows ? rowTotals : null,
    columnTotals: margins.columns ? columnTotals : null,
    grandTotal,
    ...(rest.rows > 0 && { rest }),
  }
}

/** The first rows by their total, the others summed and marked as the rest, and all margins. */
function topSql(
  query: CubeQuery,
  cells: string,
  source: CubeSource,
  parameters: (string | number)[],
): string {
  const { rows, least, rankedBy } = query.top!
  const r = query.rows.map((_, index) => `r${index}`)
  const c = query.columns.map((_, index) => `c${index}`)
  const nothing = (references: readonly LevelReference[], letter: string) =>
    references.map(
      (reference, index) => `cast(null as ${source.level(reference).type}) as ${letter}${index}`,
    )
  const [nullRow, nullColumn] = [nothing(query.rows, 'r'), nothing(query.columns, 'c')]
  let ranked = ''
  if (rankedBy) {
    const key = source.level(query.columns[rankedBy.column]!).encode(rankedBy.code)
    parameters.push(key ?? -1)
    ranked = ` filter (where c${rankedBy.column} = $${parameters.length})`
  }
  const place = `row_number() over (order by sum(v)${ranked} ${least ? 'asc' : 'desc'} nulls last, ${list(r)}) as place`
  const same = r.map((name) => `cell.${name} is not distinct from kept.${name}`).join(' and ')
  const keys = r.map((name) => `case when kept.place is not null then cell.${name} end as ${name}`)
  const grouped = [...r, ...c].map((_, index) => String(index + 2))
  const limit = Math.floor(query.maxCells) + 1
  const branches = [
    `(select ${parts.cell} as part, ${list(['rest', ...r, ...c])}, v from shown limit ${limit})`,
    `(select ${parts.restRows}, ${list(['true', ...nullRow, ...nullColumn])}, greatest(count(*) - ${Math.floor(rows)}, 0) from (select distinct ${list(r)} from cell))`,
  ]
  if (query.margins.rows) {
    branches.push(
      `(select ${parts.rowTotal}, ${list(['rest', ...r, ...nullColumn])}, sum(v) from shown group by ${list(['rest', ...r])} limit ${limit})`,
    )
  }
  if (query.margins.columns && c.length > 0) {
    branches.push(
      `(select ${parts.columnTotal}, ${list(['false', ...nullRow, ...c])}, sum(v) from cell group by ${list(c)} limit ${limit})`,
    )
  }
  if (query.margins.grand) {
    branches.push(
      `(select ${parts.grandTotal}, ${list(['false', ...nullRow, ...nullColumn])}, sum(v) from cell having count(*) > 0)`,
    )
  }
  return `with cell as materialized (
  ${cells}
), kept as (
  select * from (select ${list(r)}, ${place} from cell group by ${list(r)}) where place <= ${Math.floor(rows)}
), shown as materialized (
  select kept.place is null as rest, ${list([...keys, ...c])}, sum(v) as v
  from cell left join kept on ${same}
  group by ${list(['1', ...grouped])}
)
${branches.join('\nunion all ')}`
}

const list = (items: readonly string[]) => items.join(', ')
