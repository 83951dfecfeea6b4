import {
  codeOn,
  listTurns,
  ownCodes,
  listSpellings,
  spellingKey,
  type CodeList,
  type Within,
} from '../../vocabulary/index.ts'
import { compilePattern } from '../pattern.ts'
import { quoteText } from '../sql-text.ts'
import { isOneOfSql, lookUpSql } from './look-up.ts'
import { cleanText } from './text-cleaning.ts'
import type { ValueReader } from './value-reader.ts'

/** One line of a code map: what the source writes, and the code it stands for. */
export interface CodeRule {
  readonly from: string
  readonly to: string
  readonly regex?: boolean | undefined
  readonly ignoreCase?: boolean | undefined
  /** First and last day of the record's date on which the rule holds. */
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

export interface CodeReading {
  readonly rules: readonly CodeRule[]
  /** Undefined: the source's own codes are kept as they are. */
  readonly list: CodeList | undefined
  /** Parents whose codes a name of the list means first: the country that keeps the file. */
  readonly within?: Within | undefined
  /** Keep a code that neither the rules nor the list know. */
  readonly keepUnmapped: boolean
  /** Type of the codes in SQL; VARCHAR where absent. Not with `keepUnmapped`. */
  readonly type?: string | undefined
}

/**
 * Reads codes. What is asked first wins: rules for a span of days, rules without one, regular
 * expressions in their order, then the code list itself by code, label or alias. Spellings are
 * compared exactly, then without accents, capitals and runs of spaces; regular expressions match
 * the whole text as it stands. A rule with days does not apply to a record without a date. A code
 * that another took the place of is read as that one on later days.
 *
 * @see SDMX 3.0, section 5, RepresentationMap: regular expressions and validity periods
 */
export function codeReader(reading: CodeReading): ValueReader {
  const { list } = reading
  const days = list === undefined ? [] : listTurns(list)
  return list === undefined || days.length === 0
    ? readerOf(reading, (code) => code)
    : readerInForce(reading, list, days)
}

/** @param settle What a code has become on the days that are read. */
function readerOf(reading: CodeReading, settle: (code: string) => string): ValueReader {
  const type = reading.type ?? 'VARCHAR'
  const typed = (sql: string) => (reading.type === undefined ? sql : `CAST(${sql} AS ${type})`)
  const rules = reading.rules.map((rule) =>
    hasReference(rule) ? rule : { ...rule, to: settle(rule.to) },
  )
  const dated = rules.filter((rule) => !rule.regex && isDated(rule))
  const plain = rules.filter((rule) => !rule.regex && !isDated(rule))
  const patterns = rules.filter((rule) => rule.regex)

  const listed = reading.list && new Set(reading.list.codes.map(({ code }) => code))
  const exact = new Map<string, string>()
  const byKey = new Map<string, string>()
  for (const rule of plain) add(exact, rule.from, rule.to)
  for (const rule of plain) add(byKey, spellingKey(rule.from), rule.to)

  const listExact = new Map<string, string>()
  const listByKey = new Map<string, string>()
  if (reading.list) {
    for (const [key, code] of listSpellings(reading.list, reading.within)) {
      add(listByKey, key, settle(code))
    }
    for (const { code, label, aliases } of reading.list.codes) {
      add(listExact, code, settle(code))
      for (const spelling of [...Object.values(label), ...(aliases ?? [])]) {
        // The list decides which code a spelling means; only its unaccented form is asked.
        const meant = listByKey.get(spellingKey(spelling))
        if (meant !== undefined) add(listExact, spelling, meant)
      }
    }
  }
  if (patterns.length === 0) {
    // With no pattern between them, the profile's map and the list are one look-up.
    for (const [from, to] of listExact) if (!byKey.has(spellingKey(from))) add(exact, from, to)
    for (const [from, to] of listByKey) add(byKey, from, to)
    listExact.clear()
    listByKey.clear()
  }

  return {
    directSql(text, cleaning) {
      // A rule for a span of days comes before all others.
      if (dated.length > 0) return undefined
      const isClean = (from: string) =>
        cleanText(from, cleaning) === from && !(cleaning.htmlEntities && from.includes('&'))
      const direct = new Map([...exact].filter(([from]) => isClean(from)))
      return direct.size === 0 ? undefined : lookUpSql(text, direct, type)
    },
    sql(text, recordDate, afterDirect = false) {
      const key = spellingKeySql(text)
      const tries: string[] = []
      if (dated.length > 0) {
        const cases = dated.map(
          (rule) =>
            `WHEN (${text} = ${quoteText(rule.from)} OR ${key} = ${quoteText(spellingKey(rule.from))})${validitySql(rule, recordDate)} THEN ${quoteText(rule.to)}`,
        )
        tries.push(typed(`(CASE ${cases.join(' ')} END)`))
      }
      // The key of a spelling leads to the same code, unless capitals or accents tell two apart.
      const asked = afterDirect ? differingFromKey(exact, byKey) : exact
      if (asked.size > 0) tries.push(lookUpSql(text, asked, type))
      if (byKey.size > 0) tries.push(lookUpSql(key, byKey, type))
      if (patterns.length > 0) {
        const cases = patterns.map(
          (rule) =>
            `WHEN regexp_full_match(${text}, ${quoteText(rule.from)}${rule.ignoreCase ? ", 'i'" : ''})${validitySql(rule, recordDate)} THEN ${outcomeSql(rule, text, listed, settle)}`,
        )
        tries.push(typed(`(CASE ${cases.join(' ')} END)`))
      }
      if (listExact.size > 0) tries.push(lookUpSql(text, listExact, type))
      if (listByKey.size > 0) tries.push(lookUpSql(key, listByKey, type))
      if (reading.keepUnmapped || tries.length === 0) tries.push(text)
      return tries.length === 1 ? (tries[0] ?? text) : `COALESCE(${tries.join(', ')})`
    },
    read(text, recordDate) {
      const key = spellingKey(text)
      const rule =
        dated.find(
          (each) =>
            (each.from === text || spellingKey(each.from) === key) && holdsOn(each, recordDate),
        ) ?? null
      if (rule) return rule.to
      const byMap = exact.get(text) ?? byKey.get(key)
      if (byMap !== undefined) return byMap
      const pattern = patterns.find(
        (each) =>
          compilePattern(each.from, each.ignoreCase ?? false).test(text) &&
          holdsOn(each, recordDate),
      )
      if (pattern) return readOutcome(pattern, text, listed, settle)
      const byList = listExact.get(text) ?? listByKey.get(key)
      if (byList !== undefined) return byList
      const nothingToAsk = exact.size + byKey.size + listExact.size + listByKey.size === 0
      const noRules = dated.length + patterns.length === 0
      return reading.keepUnmapped || (nothingToAsk && noRules) ? text : null
    },
  }
}

/** A reader whose codes are those in force on the day of the record: one for each span of days. */
function readerInForce(reading: CodeReading, list: CodeList, days: readonly string[]): ValueReader {
  // Of a record without a date it is not known whether a code is in force: it is what it says.
  const undated = ownCodes(list).size > 0 ? readerOf(reading, (code) => code) : undefined
  const first = days[0]!
  const before = readerOf(reading, (code) => codeOn(list, code, first))
  const after = days.map((until, at) => {
    const day = days[at + 1] ?? '9999-12-31'
    return { until, reader: readerOf(reading, (code) => codeOn(list, code, day)) }
  })
  return {
    sql(text, recordDate) {
      const cases = after
        .toReversed()
        .map(
          ({ until, reader }) =>
            `WHEN ${recordDate} > DATE ${quoteText(until)} THEN ${reader.sql(text, recordDate)}`,
        )
      if (undated !== undefined) {
        cases.unshift(`WHEN ${recordDate} IS NULL THEN ${undated.sql(text, recordDate)}`)
      }
      return `(CASE ${cases.join(' ')} ELSE ${before.sql(text, recordDate)} END)`
    },
    read(text, recordDate) {
      const day = recordDate?.slice(0, 10) ?? ''
      const { reader } = after.findLast(({ until }) => day > until) ?? {
        reader: day === '' ? (undated ?? before) : before,
      }
      return reader.read(text, recordDate)
    },
  }
}

/** The exact spellings that mean another code than their key does. */
function differingFromKey(
  exact: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...exact].filter(([from, to]) => byKey.get(spellingKey(from)) !== to))
}

/** Whether a regular expression's code is put together from what its groups matched: `GT0\\1`. */
export function hasReference(rule: CodeRule): boolean {
  return rule.regex === true && /\\[1-9]/.test(rule.to)
}

function rewritten(rule: CodeRule, text: string): string {
  if (!hasReference(rule)) return rule.to
  const match = compilePattern(rule.from, rule.ignoreCase ?? false).exec(text)
  return rule.to.replace(/\\([1-9])/g, (_, group: string) => match?.[Number(group)] ?? '')
}

/** The code that a matching pattern gives; null where it is put together and the list has none such. */
export function readOutcome(
  rule: CodeRule,
  text: string,
  listed: ReadonlySet<string> | undefined,
  settle: (code: string) => string = (code) => code,
): string | null {
  const code = rewritten(rule, text)
  return hasReference(rule) && listed && !listed.has(code) ? null : settle(code)
}

/** The code of a pattern; one that is put together counts only if the list has it. */
export function outcomeSql(
  rule: CodeRule,
  text: string,
  listed: ReadonlySet<string> | undefined,
  settle: (code: string) => string = (code) => code,
): string {
  if (!hasReference(rule)) return quoteText(rule.to)
  const pattern = `^(?:${rule.from})$`
  const code = rule.to
    .split(/\\([1-9])/)
    .map((part, at) =>
      at % 2 === 0
        ? quoteText(part)
        : `regexp_extract(${text}, ${quoteText(pattern)}, ${part}${rule.ignoreCase ? ", 'i'" : ''})`,
    )
    .filter((part) => part !== "''")
    .join(' || ')
  if (!listed) return `(${code})`
  if ([...listed].some((each) => settle(each) !== each)) {
    return lookUpSql(`(${code})`, new Map([...listed].map((each) => [each, settle(each)])))
  }
  return `(CASE WHEN ${isOneOfSql(`(${code})`, [...listed])} THEN ${code} END)`
}

function isDated(rule: CodeRule): boolean {
  return rule.validFrom !== undefined || rule.validTo !== undefined
}

/** What is said first stands. */
function add(map: Map<string, string>, from: string, to: string): void {
  if (!map.has(from)) map.set(from, to)
}

/** Whether a rule holds on the day of a record. */
export function holdsOn(rule: CodeRule, date: string | null): boolean {
  if (rule.validFrom === undefined && rule.validTo === undefined) return true
  if (date === null) return false
  const day = date.slice(0, 10)
  return day >= (rule.validFrom ?? '0000') && day <= (rule.validTo ?? '9999')
}

/** The SQL of {@link holdsOn}, after a condition. */
export function validitySql(rule: CodeRule, recordDate: string): string {
  let sql = ''
  if (rule.validFrom !== undefined) sql += ` AND ${recordDate} >= DATE ${quoteText(rule.validFrom)}`
  if (rule.validTo !== undefined) sql += ` AND ${recordDate} <= DATE ${quoteText(rule.validTo)}`
  return sql
}

/** The SQL of `spellingKey`. */
export function spellingKeySql(text: string): string {
  const spaced = `regexp_replace(${text}, '[\\t\\n\\v\\f\\r \\x{a0}]+', ' ', 'g')`
  return `trim(lower(strip_accents(replace(${spaced}, '’', ''''))), ' ')`
}
