import type { ColumnKind, Comparison, LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { dateDigitsSql, knownTextSql, nameWordsSql, plainTextSql, soundKeySql } from './text-sql.ts'

/**
 * Records to be linked, in the temporary table `link_source` of a session: `n` from 0 in the order of
 * file and id, `file` 1 or 2, and one text column a name, `c0`, `c1`, … Names of users' columns
 * never reach an identifier.
 */
export interface SourceTable {
  readonly columns: readonly string[]
  /** Records of the first file and of the second. */
  readonly records: readonly [number, number]
}

/** Values of kinds that are words of a person's name. */
function isName(kind: ColumnKind): boolean {
  return kind.endsWith('name')
}

/** The identifier of a column of the source. */
export function sourceColumn(source: SourceTable, column: string): string {
  const at = source.columns.indexOf(column)
  if (at === -1) throw new RangeError(`no column ${column}`)
  return `c${at}`
}

/**
 * Makes `link_prepared` of `link_source`: one row per record, each compared column in the forms its
 * levels and blocking keys need. Forms are worked out once a distinct value. Suffixes: `x` value, `w`
 * words in order of the alphabet, `l` list of words, `c` how many, `s` sound, `f` and `z` sound of the first and
 * last word, `i` initials, `h` whether a word is one letter, `t` what its frequency adds to the weight, bits.
 */
export async function prepareRecords(
  engine: LakeEngine,
  source: SourceTable,
  { comparisons }: LinkSpecification,
): Promise<void> {
  const selected: string[] = []
  const joins: string[] = []
  for (const [k, comparison] of comparisons.entries()) {
    const column = sourceColumn(source, comparison.column)
    await makeForms(engine, k, column, comparison, source)
    selected.push(...formsOf(comparison.kind).map((form) => `v${k}.${form} as ${form}${k}`))
    joins.push(`left join link_values_${k} as v${k} on v${k}.raw = s.${column}`)
    if (!comparison.termFrequency) continue
    if (comparison.frequencyWithin === undefined) selected.push(`v${k}.t as t${k}`)
    else {
      const group = sourceColumn(source, comparison.frequencyWithin)
      await countWithinGroups(engine, k, column, group)
      selected.push(`g${k}.t as t${k}`)
      joins.push(
        `left join link_grouped_${k} as g${k} on g${k}.x = v${k}.x and g${k}.grouped = coalesce(s.${group}, '')`,
      )
    }
  }
  await engine.run(
    `create or replace temp table link_prepared as
     select s.n, s.file, ${selected.join(', ')} from link_source as s ${joins.join('\n')}`,
  )
  for (const k of comparisons.keys()) {
    await engine.run(`drop table link_values_${k}`)
    await engine.run(`drop table if exists link_grouped_${k}`)
  }
}

/** The forms a kind of value is kept in. */
export function formsOf(kind: ColumnKind): readonly string[] {
  if (isName(kind)) return ['x', 'w', 'l', 'c', 's', 'f', 'z', 'i', 'h']
  if (kind === 'address' || kind === 'place') return ['x', 'w', 'l', 'c']
  if (kind === 'email') return ['x', 'f']
  return ['x']
}

/** One row per distinct text of a column: its forms and how much its frequency tells. */
async function makeForms(
  engine: LakeEngine,
  k: number,
  column: string,
  comparison: Comparison,
  source: SourceTable,
): Promise<void> {
  const { kind } = comparison
  const value = await valueSql(engine, kind, column)
  const forms: Record<string, string> = {
    x: 'x',
    w: "array_to_string(list_sort(words), ' ')",
    l: 'words',
    c: 'len(words)::utinyint',
    h: 'list_contains(list_transform(words, lambda w: length(w)), 1)',
    s: soundKeySql('x'),
    f: kind === 'email' ? "split_part(x, '@', 1)" : soundKeySql('words[1]'),
    z: soundKeySql('words[-1]'),
    i: "array_to_string(list_transform(words, lambda w: left(w, 1)), '')",
  }
  const words = isName(kind)
    ? { of: nameWordsSql('plain'), text: "array_to_string(words, ' ')" }
    : { of: "string_split(plain, ' ')", text: 'plain' }
  const records = source.records[0] + source.records[1]
  await engine.run(
    `create or replace temp table link_values_${k} as
     with known as (
       select ${column} as raw, count(*) as records, ${value} as plain
       from link_source where ${column} is not null group by ${column}
     ),
     worded as (select raw, records, plain, ${words.of} as words from known where plain is not null),
     texts as (select raw, records, ${words.text} as x, words from worded)
     select raw, ${formsOf(kind)
       .map((form) => `${forms[form]!} as ${form}`)
       .join(', ')},
       (-log2(sum(records) over (partition by x) / ${Math.max(records, 1)}))::float as t
     from texts`,
  )
}

/** Frequencies of values within groups of records. */
async function countWithinGroups(
  engine: LakeEngine,
  k: number,
  column: string,
  group: string,
): Promise<void> {
  await engine.run(
    `create or replace temp table link_grouped_${k} as
     select x, grouped, (-log2(count(*) / sum(count(*)) over (partition by grouped)))::float as t
     from (
       select v.x, coalesce(s.${group}, '') as grouped
       from link_source as s join link_values_${k} as v on v.raw = s.${column}
     )
     group by x, grouped`,
  )
}

async function valueSql(engine: LakeEngine, kind: ColumnKind, column: string): Promise<string> {
  switch (kind) {
    case 'date':
      return dateDigitsSql(column, await dateOrder(engine, column))
    case 'document':
    case 'phone':
    case 'postcode':
    case 'house-number': {
      const known = knownTextSql(column)
      const code = `replace(${known}, ' ', '')`
      if (kind === 'phone') return `nullif(regexp_replace(${code}, '[^0-9]', '', 'g'), '')`
      // 0000000 and XXXXXXX fill a field, they name nobody
      return kind === 'document'
        ? `case when regexp_matches(${code}, '^(0+|9+|x+)$') then null else ${code} end`
        : code
    }
    case 'email': {
      const text = `lower(trim(${column}))`
      return `case when ${plainTextSql(column)} in ('', 'null', 'none', 'nan', 'n a') then null else ${text} end`
    }
    case 'year':
    case 'age':
      return `try_cast(trim(${column}) as double)::bigint::varchar`
    default:
      return knownTextSql(column)
  }
}

/** Whether 03/04/1980 is in April: as the unambiguous dates of the column are written. */
async function dateOrder(engine: LakeEngine, column: string): Promise<'day-first' | 'month-first'> {
  const part = (group: number) =>
    `try_cast(regexp_extract(${column}, '^\\s*(\\d{1,2})[-/. ](\\d{1,2})[-/. ]\\d{2,4}', ${group}) as integer)`
  const [row] = await engine.rows<{ days: number; months: number }>(
    `select count(*) filter (${part(1)} > 12) as days, count(*) filter (${part(2)} > 12) as months
     from link_source where ${column} is not null`,
  )
  return (row?.months ?? 0) > (row?.days ?? 0) ? 'month-first' : 'day-first'
}
