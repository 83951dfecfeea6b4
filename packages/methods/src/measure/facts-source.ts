import { quoteName, quoteText, type FieldType, type RecordType } from '../collect/index.ts'
import { specialCodes, type CodeList } from '../vocabulary/index.ts'
import { ageCode } from './age-band.ts'
import { countedOnceSql, type KnownRepeats } from './counted-once.ts'
import type { Cube, CubeDimension, CubeMeasure } from './cube.ts'
import type { CubeSource, LevelColumn } from './cube-source.ts'
import type { LevelReference } from './dimension-level.ts'
import { countsLinkedPersons, linkedPersonsSql } from './linked-persons.ts'
import { levelCode, parentsIn, startsOf, type CodeLists, type ParentOf } from './level-code.ts'
import { readParquet } from './sql-text.ts'

/** Fact files of one edition: batches read with one source profile. */
export interface Edition {
  readonly profile: string
  readonly paths: readonly string[]
  /** What is known of repeats among them; every record counts where nothing is said. */
  readonly repeats?: KnownRepeats
}

/** How the code of a level is written in SQL over its key, for the columns of built cells. */
export interface FactsColumn extends LevelColumn {
  /** SQL of the code over a column that holds the key. */
  readonly code: (key: string) => string
}

export interface FactsSource extends CubeSource {
  level(reference: LevelReference): FactsColumn
}

/**
 * The facts of a cube, read where they lie. Rows are grouped by what is cheapest to compute (a
 * year as a number, an age group by its first age) and named afterwards, group by group.
 */
export function factsSource(
  cube: Cube,
  recordType: RecordType,
  editions: readonly Edition[],
  lists: CodeLists,
): FactsSource {
  return {
    relation: factsRelation(cube, editions),
    level: (reference) => factsColumn(reference, fieldTypes(cube, recordType), lists),
    aggregate: (measure) => aggregateSql(measure),
  }
}

/** SQL of a measure over facts; of linked persons, over facts that name them. */
function aggregateSql(measure: CubeMeasure): string {
  if (countsLinkedPersons(measure)) return linkedPersonsSql
  const { aggregate, field, when } = measure
  if (aggregate === 'distinct') return `count(distinct ${quoteName(field!)})`
  if (aggregate === 'sum') return `sum(${quoteName(field!)})`
  return when === undefined ? 'count(*)' : `count(*) filter (where ${countedSql(measure)})`
}

/** SQL of whether a measure counts a record of the facts: not every crossing was a migration. */
export function countedSql({ when }: CubeMeasure): string {
  if (when === undefined) return 'true'
  return `${quoteName(when.field)} in (${when.codes.map(quoteText).join(', ')})`
}

/** Types of the fields that a cube can be broken down by: those of its records and of its view. */
function fieldTypes(cube: Cube, recordType: RecordType): ReadonlyMap<string, FieldType> {
  return new Map(
    [...recordType.fields, ...(cube.view?.fields ?? [])].map(({ id, type }) => [id, type]),
  )
}

/** The facts that belong to the universe, as the view of the cube has them where it has one. */
export function factsRelation(cube: Cube, editions: readonly Edition[]): string {
  const facts = universeRelation(cube, editions)
  return cube.view ? `(${cube.view.sql(facts)})` : facts
}

/** The facts of the universe: what is left out is not read, one edition counts. */
function universeRelation(cube: Cube, editions: readonly Edition[]): string {
  const kept = (cube.leaveOut ?? []).map(
    ({ field, codes }) =>
      `coalesce(${quoteName(field)}, '') not in (${codes.map(quoteText).join(', ')})`,
  )
  if (cube.editionsBy === undefined || editions.length < 2) {
    const where = whereSql([...kept, ...countedOnce(editions)])
    return `(select * from ${readParquet(editions.flatMap(({ paths }) => paths))}${where})`
  }
  const by = quoteName(cube.editionsBy)
  return `(
  with fact as (
${editionUnion(editions, kept)}
  ), edition_size as (
    select ${by} as part, edition, count(*) as records from fact group by all
  ), counted as (
    select part, arg_max(edition, records * 1000 - edition) as edition from edition_size group by part
  )
  select fact.* exclude (edition) from fact
  left join counted on counted.part = fact.${by}
  where fact.${by} is null or fact.edition = counted.edition
)`
}

/** The condition that each group of repeats counts once, sought among all records that count. */
function countedOnce(editions: readonly Edition[], among?: readonly string[]): string[] {
  const known = editions.flatMap(({ repeats }) => repeats ?? [])
  const once = countedOnceSql({
    paths: known.flatMap(({ paths }) => paths),
    among: among ?? [...new Set(known.flatMap((each) => each.among))],
  })
  return once === undefined ? [] : [once]
}

function whereSql(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
}

/** SQL that counts, by profile, the records that another edition of the same year sets aside. */
export function setAsideSql(cube: Cube, editions: readonly Edition[]): string | undefined {
  if (cube.editionsBy === undefined || editions.length < 2) return undefined
  const by = quoteName(cube.editionsBy)
  return `
  with fact as (
${editionUnion(editions, [])}
  ), edition_size as (
    select ${by} as part, edition, count(*) as records from fact where ${by} is not null group by all
  ), counted as (
    select part, arg_max(edition, records * 1000 - edition) as edition from edition_size group by part
  )
  select cast(part as varchar) as part, edition_size.edition as edition, records
  from edition_size join counted using (part)
  where edition_size.edition <> counted.edition
  order by 1, 2`
}

/** Each edition says all its source says: within it repeats count once, and one edition counts. */
function editionUnion(editions: readonly Edition[], kept: readonly string[]): string {
  return editions
    .map(
      (edition, index) =>
        `    select *, ${index} as edition from ${readParquet(edition.paths)}${whereSql([...kept, ...countedOnce([edition], edition.paths)])}`,
    )
    .join('\n    union all by name\n')
}

function factsColumn(
  reference: LevelReference,
  types: ReadonlyMap<string, FieldType>,
  lists: CodeLists,
): FactsColumn {
  const { dimension, level, depth } = reference
  const type = types.get(dimension.field)
  if (!type) throw new RangeError(`no field ${dimension.field} in these records`)
  const { from } = level
  const field = quoteName(dimension.field)
  if (
    type === 'date' &&
    (from.kind === 'year' || from.kind === 'quarter' || from.kind === 'month')
  ) {
    return datePart(field, from.kind)
  }
  if (type === 'integer' && (from.kind === 'age-band' || from.kind === 'age-bands')) {
    return ageBand(field, startsOf(from), from.kind === 'age-band' ? from.width : undefined)
  }
  if (type === 'date' && from.kind === 'self') return textColumn(`cast(${field} as varchar)`)
  const finest = textColumn(fieldSql(dimension))
  if (depth === 0 && from.kind === 'self') return finest
  const list = dimension.codeList === undefined ? undefined : lists.get(dimension.codeList)
  return mappedColumn(finest.sql, from, list, parentsIn(dimension, lists))
}

/** Coded fields and periods: the value itself; `_U` where missing. */
function textColumn(sql: string): FactsColumn {
  return {
    sql,
    refine: (key) => `coalesce(${key}, ${quoteText(specialCodes.unknown)})`,
    type: 'varchar',
    code: (key) => key,
    decode: (key) => String(key ?? specialCodes.unknown),
    encode: (code) => code,
  }
}

function fieldSql({ field, orElse }: CubeDimension): string {
  const parts = [quoteName(field)]
  if (orElse !== undefined) parts.push(`cast(${quoteName(orElse)} as varchar)`)
  return parts.length === 1 ? parts[0]! : `coalesce(${parts.join(', ')})`
}

/** Parts of a date: years as they are, quarters and months counted from the year 0. */
function datePart(field: string, kind: 'year' | 'quarter' | 'month'): FactsColumn {
  const parts = kind === 'year' ? 1 : kind === 'quarter' ? 4 : 12
  const sql = parts === 1 ? `year(${field})` : `year(${field}) * ${parts} + ${kind}(${field}) - 1`
  return {
    sql,
    type: 'bigint',
    code(key) {
      const year = `lpad(cast(${key} // ${parts} as varchar), 4, '0')`
      const within = `cast(${key} % ${parts} + 1 as varchar)`
      const suffix = {
        year: '',
        quarter: ` || '-Q' || ${within}`,
        month: ` || '-' || lpad(${within}, 2, '0')`,
      }
      return `coalesce(${year}${suffix[kind]}, ${quoteText(specialCodes.unknown)})`
    },
    decode(key) {
      if (key === null) return specialCodes.unknown
      const year = String(Math.floor(Number(key) / parts)).padStart(4, '0')
      const within = (Number(key) % parts) + 1
      if (kind === 'year') return year
      return kind === 'quarter'
        ? `${year}-Q${within}`
        : `${year}-${String(within).padStart(2, '0')}`
    },
    encode(code) {
      if (code === specialCodes.unknown) return null
      const [year, within = '1'] = code.split(/-Q?/)
      return Number(year) * parts + Number(within) - 1
    },
  }
}

/** Age bands of an age in completed years, keyed by their first age. */
function ageBand(field: string, starts: readonly number[], width: number | undefined): FactsColumn {
  const last = starts.at(-1)!
  const sql =
    width === undefined
      ? `case when ${field} < ${starts[0]} then null ${starts
          .map((start, index) =>
            index + 1 < starts.length ? `when ${field} < ${starts[index + 1]} then ${start}` : '',
          )
          .join(' ')} when ${field} >= ${last} then ${last} end`
      : `case when ${field} >= 0 then least(${field} // ${width}, ${last / width}) end`
  const step = width ?? 1
  const codeFrom = (start: number) => {
    const next = starts[starts.indexOf(start) + 1]
    return ageCode({ from: start, to: next === undefined ? undefined : next - 1 })
  }
  return {
    sql,
    type: 'bigint',
    code(key) {
      const cases = starts.map((start) => `when ${start / step} then ${quoteText(codeFrom(start))}`)
      return `case ${key} ${cases.join(' ')} else ${quoteText(specialCodes.unknown)} end`
    },
    decode: (key) => (key === null ? specialCodes.unknown : codeFrom(Number(key) * step)),
    encode(code) {
      if (code === specialCodes.unknown) return null
      const start = starts.find((age) => codeFrom(age) === code)
      return start === undefined ? undefined : start / step
    },
  }
}

/** A coarser level of a coded field, named group by group: regions of countries, years of periods. */
function mappedColumn(
  sql: string,
  from: LevelReference['level']['from'],
  list: CodeList | undefined,
  parents: ParentOf,
): FactsColumn {
  return { ...textColumn(sql), refine: (key) => levelSql(key, from, list, parents) }
}

/** SQL of the code of a coarser level over a finest code. */
function levelSql(
  key: string,
  from: LevelReference['level']['from'],
  list: CodeList | undefined,
  parents: ParentOf,
): string {
  const unknown = quoteText(specialCodes.unknown)
  switch (from.kind) {
    case 'year':
      return `coalesce(substr(${key}, 1, 4), ${unknown})`
    case 'quarter': {
      const month = `cast(substr(${key}, 6, 2) as integer)`
      const quarter = `substr(${key}, 1, 4) || '-Q' || cast((${month} + 2) // 3 as varchar)`
      return `case when ${key} like '____-Q_' then ${key} when ${isMonthOrDay(key)} then ${quarter} else ${unknown} end`
    }
    case 'month':
      return `case when ${isMonthOrDay(key)} then substr(${key}, 1, 7) else ${unknown} end`
    case 'age-band':
    case 'age-bands':
      return ageBandSql(key, startsOf(from))
    default: {
      const codes = [...(list?.codes.map(({ code }) => code) ?? []), ...Object.values(specialCodes)]
      const cases = [...new Set(codes)].map(
        (code) => `when ${quoteText(code)} then ${quoteText(levelCode(from, code, parents))}`,
      )
      return `case ${key} ${cases.join(' ')} else ${from.kind === 'root' ? `coalesce(${key}, ${unknown})` : unknown} end`
    }
  }
}

/** Whether a period is a month or a day: `2020-03`, `2020-03-31`. */
function isMonthOrDay(key: string): string {
  return `(${key} like '____-__' or ${key} like '____-__-__') and ${key} not like '%-Q%' and ${key} not like '%-S%'`
}

/** SQL of the band, of those that start at `starts`, that holds an age group whole: as `bandOf` has it. */
function ageBandSql(key: string, starts: readonly number[]): string {
  const unknown = quoteText(specialCodes.unknown)
  const age = (pattern: string) => `try_cast(regexp_extract(${key}, '${pattern}', 1) as integer)`
  const from = `coalesce(${age('^Y(\\d{1,3})(?:T\\d{1,3})?$')}, ${age('^Y_?GE(\\d{1,3})$')},
    ${age('^Y_?GT(\\d{1,3})$')} + 1, case when regexp_matches(${key}, '^Y_?L[ET]\\d{1,3}$') then 0 end)`
  const to = `coalesce(${age('^Y(?:\\d{1,3}T)?(\\d{1,3})$')}, ${age('^Y_?LE(\\d{1,3})$')}, ${age('^Y_?LT(\\d{1,3})$')} - 1)`
  const bands = starts.map((start, at) => {
    const next = starts[at + 1]
    const code = quoteText(ageCode({ from: start, to: next === undefined ? undefined : next - 1 }))
    const holds = next === undefined ? '' : ` and ${from} < ${next} and ${to} < ${next}`
    return `when ${from} >= ${start}${holds} then ${code}`
  })
  const special = Object.values(specialCodes).map(quoteText).join(', ')
  return `case when ${key} in (${special}) then ${key} ${bands.join(' ')} else ${unknown} end`
}
