import type { Dimension, Figures, Programme } from '@caudal/methods/protect'
import type { LakeEngine } from '../store/index.ts'

/** Records in the engine, ready to be counted. */
export interface Microdata {
  readonly engine: LakeEngine
  /** Units a value is counted in, as a power of ten: amounts in cents have 2. */
  readonly decimals: number
  /** Whether several records can be of one person. */
  readonly byPerson: boolean
  /** Codes that occur in each dimension of the specification. */
  readonly codes: readonly (readonly string[])[]
}

const separator = '\u001F'

/**
 * Counts every cell of a programme in the engine: value, persons, largest contributions and, for a
 * cell of one person, who it is. Margins are counted from the records too, never added up from
 * their parts: a person may stand in several of them.
 *
 * @param asksEverybody whether the parts of every person are wanted, where they are few; each record is
 *   a person where none is named
 */
export async function countFigures(
  microdata: Microdata,
  programme: Programme,
  ranks: number,
  asksEverybody = microdata.byPerson,
): Promise<Figures> {
  const { engine, byPerson } = microdata
  const values = new Float64Array(programme.cellCount)
  const contributors = new Float64Array(programme.cellCount)
  const largest = Array.from({ length: ranks }, () => new Float64Array(programme.cellCount))
  const giving = new Float64Array(programme.cellCount)
  const sole = Array.from<string | undefined>({ length: programme.cellCount })
  for (const [d, dimension] of programme.dimensions.entries())
    await putLineage(engine, d, dimension)
  for (const [t, table] of programme.tables.entries()) {
    const sql = countSql(table, byPerson, ranks)
    const place = cellPlaces(table, programme.dimensions)
    for await (const rows of engine.stream<CountedRow>(sql)) {
      for (const row of rows) {
        const cell = programme.tableCells[t]![place(row)]!
        values[cell] = Number(row.amount)
        contributors[cell] = row.persons
        giving[cell] = row.giving
        for (let rank = 0; rank < ranks; rank += 1) {
          largest[rank]![cell] = Number(row.largest[rank] ?? 0)
        }
        if (contributors[cell] === 1) sole[cell] = row.person
      }
    }
  }
  const parts = asksEverybody ? await countParts(engine, programme, byPerson) : undefined
  return { values, contributors, giving, largest, sole, ...(parts === undefined ? {} : { parts }) }
}

/** Cells, and parts of persons in them, up to which contributors are asked one by one. */
const mostAskedCells = 300
const mostParts = 20_000

/** What every person contributes to each cell; undefined where that is too much to ask of all. */
async function countParts(
  engine: LakeEngine,
  { cellCount, tables, tableCells, dimensions }: Programme,
  byPerson: boolean,
): Promise<ReadonlyMap<string, number>[] | undefined> {
  if (cellCount > mostAskedCells) return undefined
  const parts = Array.from({ length: cellCount }, () => new Map<string, number>())
  let count = 0
  for (const [t, table] of tables.entries()) {
    const place = cellPlaces(table, dimensions)
    const sql = contributionsSql(table, byPerson)
    for await (const rows of engine.stream<CountedRow>(`${sql} limit ${mostParts + 1}`)) {
      for (const row of rows) {
        count += 1
        parts[tableCells[t]![place(row)]!]!.set(row.person, Number(row.amount))
      }
    }
    if (count > mostParts) return undefined
  }
  return parts
}

/** Where a row stands among the cells of a table. */
function cellPlaces(table: readonly number[], dimensions: readonly Dimension[]) {
  const strides: number[] = []
  let stride = 1
  for (let at = table.length - 1; at >= 0; at -= 1) {
    strides[at] = stride
    stride *= dimensions[table[at]!]!.codes.length
  }
  return (row: CountedRow) =>
    table.reduce((offset, d, at) => offset + Number(row[`k${d}`]) * strides[at]!, 0)
}

interface CountedRow {
  readonly [code: `k${number}`]: number
  readonly amount: number | string | bigint
  readonly persons: number
  readonly giving: number
  readonly largest: readonly (number | string | bigint)[]
  readonly person: string
}

/** Codes of records by the leaf that they are counted under. */
export type RecordedCodes = ReadonlyMap<string, readonly string[]>

/**
 * One row per code and code at or above it, or rest that it lies in, by position in the dimension.
 *
 * @param recorded where records have finer codes than its leaves
 */
export async function putLineage(
  engine: LakeEngine,
  d: number,
  dimension: Dimension,
  recorded?: RecordedCodes,
): Promise<void> {
  const codes: string[] = []
  const above: number[] = []
  const put = (leaf: number, up: number) => {
    const code = dimension.codes[leaf]!
    for (const own of recorded?.get(code) ?? [code]) {
      codes.push(own)
      above.push(up)
    }
  }
  dimension.codes.slice(0, dimension.total).forEach((_, at) => {
    if (dimension.children[at]!.length > 0) return
    for (let up = at; up !== -1; up = dimension.parents[up]!) put(at, up)
  })
  for (const { code: rest, leaves } of dimension.rests ?? []) {
    for (const leaf of leaves) put(leaf, rest)
  }
  await engine.run(
    `create or replace temp table lineage_${d} as
     select unnest(string_split($1, $3)) as code, unnest(string_split($2, ','))::integer as above`,
    [codes.join(separator), above.join(','), separator],
  )
}

// Columns are named by the position of the dimension: no user text reaches an identifier.
function countSql(table: readonly number[], byPerson: boolean, ranks: number): string {
  const keys = table.map((d) => `k${d}`).join(', ')
  return `with contributions as (${contributionsSql(table, byPerson)})
    select ${keys}, sum(amount) as amount, count(*) as persons,
      count(*) filter (amount <> 0) as giving, max(amount, ${ranks}) as largest,
      min(person) as person
    from contributions group by ${keys}`
}

/** One row per cell and person. */
function contributionsSql(table: readonly number[], byPerson: boolean): string {
  const joins = table.map((d) => `join lineage_${d} as l${d} on l${d}.code = d${d}`).join('\n')
  const selected = table.map((d) => `l${d}.above as k${d}`).join(', ')
  const grouped = table.map((d) => `l${d}.above`).join(', ')
  return byPerson
    ? `select ${selected}, person, sum(amount) as amount
       from records ${joins} group by ${grouped}, person`
    : `select ${selected}, person, amount from records ${joins}`
}
