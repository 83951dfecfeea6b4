import {
  kindComparisons,
  type ColumnKind,
  type Comparison,
  type LinkSpecification,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { markEmailsOfNames } from './email-of-name.ts'
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
  /**
   * Records whose values tell how frequent they are, where not all do: those of the column `trained`
   * of the source. A run that goes on from an earlier one weighs by the frequencies of that one.
   */
  readonly trained?: number
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
      await countWithinGroups(engine, k, column, group, source)
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
  await markEmailsOfNames(engine, comparisons)
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

/** How forms follow from a value `x`, its list of `words` and its sound `s`, in SQL, by their letters. */
export function formSql(kind: ColumnKind): Readonly<Record<string, string>> {
  return {
    x: 'x',
    w: "case when len(words) = 1 then x else array_to_string(list_sort(words), ' ') end",
    l: 'words',
    c: 'len(words)::utinyint',
    h: 'list_contains(list_transform(words, lambda w: length(w)), 1)',
    s: 's',
    f:
      kind === 'email'
        ? "split_part(x, '@', 1)"
        : `case when len(words) = 1 then s else ${soundKeySql('words[1]')} end`,
    z: `case when len(words) = 1 then s else ${soundKeySql('words[-1]')} end`,
    i: "array_to_string(list_transform(words, lambda w: left(w, 1)), '')",
  }
}

/** The sound of a value `x`, where its kind has one. */
export function soundSql(kind: ColumnKind): string {
  return isName(kind) ? soundKeySql('x') : 'null'
}

/**
 * Records of strangers that any file is thought to hold beside its own: in a file of three records a name that
 * two of them bear is not a name that two thirds of people bear.
 */
const fewRecords = 30

/** One row per distinct text of a column: its forms and how much its frequency tells. */
async function makeForms(
  engine: LakeEngine,
  k: number,
  column: string,
  comparison: Comparison,
  source: SourceTable,
): Promise<void> {
  const { kind } = comparison
  const { text, plain } = await valueSql(engine, kind, column)
  const forms = formSql(kind)
  const words = isName(kind)
    ? { of: nameWordsSql('plain'), text: "array_to_string(words, ' ')" }
    : { of: formsOf(kind).includes('l') ? "string_split(plain, ' ')" : 'null', text: 'plain' }
  const records = source.trained ?? source.records[0] + source.records[1]
  const counted = source.trained === undefined ? 'count(*)' : 'count(*) filter (trained)'
  await engine.run(
    `create or replace temp table link_values_${k} as
     with raws as (
       select ${column} as raw, ${counted} as records
       from link_source where ${column} is not null group by ${column}
     ),
     texts as materialized (select raw, records, ${text} as value from raws),
     knowns as (select raw, records, ${plain} as plain from texts),
     worded as (select raw, records, plain, ${words.of} as words from knowns where plain is not null),
     named as materialized (select raw, records, ${words.text} as x, words from worded),
     sounded as materialized (select *, ${soundSql(kind)} as s from named)
     select raw, ${formsOf(kind)
       .map((form) => `${forms[form]!} as ${form}`)
       .join(', ')},
       (-log2((greatest(1, sum(records) over (partition by x)) + ${fewRecords * kindComparisons[kind].strangers[0]!})
         / ${Math.max(records, 1) + fewRecords}))::float as t
     from sounded`,
  )
}

/** Records of all that a group is thought to hold beside its own. */
const borrowed = 100

/**
 * Frequencies of values within groups of records. A small group says little of how common a value is
 * in it, and less where most records of a value are of one person: one record less counts, and the
 * frequency among all records is mixed in as if the group held a hundred more.
 */
async function countWithinGroups(
  engine: LakeEngine,
  k: number,
  column: string,
  group: string,
  source: SourceTable,
): Promise<void> {
  const counted = source.trained === undefined ? 'count(*)' : 'count(*) filter (trained)'
  await engine.run(
    `create or replace temp table link_grouped_${k} as
     select x, grouped, (-log2(
         (greatest(0, records - 1) + ${borrowed} * pow(2, -overall))
         / (sum(records) over (partition by grouped) + ${borrowed})))::float as t
     from (
       select v.x, coalesce(s.${group}, '') as grouped, ${counted} as records, any_value(v.t) as overall
       from link_source as s join link_values_${k} as v on v.raw = s.${column}
       group by 1, 2
     )`,
  )
}

/** A value made plain, in two steps: a text of `raw`, and what of that text (`value`) is kept. */
async function valueSql(
  engine: LakeEngine,
  kind: ColumnKind,
  column: string,
): Promise<{ text: string; plain: string }> {
  const known = knownTextSql('value')
  const code = `replace(${known}, ' ', '')`
  switch (kind) {
    case 'date':
      return { text: dateDigitsSql('raw', await dateOrder(engine, column)), plain: 'value' }
    case 'document':
      // 0000000 and XXXXXXX fill a field, they name nobody
      return {
        text: plainTextSql('raw'),
        plain: `case when regexp_full_match(value, '0+|9+|x+') then null else ${code} end`,
      }
    case 'phone':
      return { text: "regexp_replace(raw, '[^0-9]', '', 'g')", plain: "nullif(value, '')" }
    case 'postcode':
    case 'house-number':
      return { text: plainTextSql('raw'), plain: code }
    case 'email':
      return {
        text: 'lower(trim(raw))',
        plain:
          "case when value in ('', 'null', 'none', 'nan', 'n/a', '-') then null else value end",
      }
    case 'year':
    case 'age':
      return { text: 'try_cast(trim(raw) as double)::bigint::varchar', plain: 'value' }
    default:
      return { text: plainTextSql('raw'), plain: known }
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
