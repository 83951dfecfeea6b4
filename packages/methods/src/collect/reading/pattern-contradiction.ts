import { compilePattern } from '../pattern.ts'
import { quoteText } from '../sql-text.ts'
import {
  codeReader,
  holdsOn,
  outcomeSql,
  readOutcome,
  validitySql,
  type CodeReading,
  type CodeRule,
} from './code-reader.ts'

/** A regular expression of a code map that matches a text, and the code it gives. */
export interface MatchedRule {
  /** Place of the line in the map, from 0. */
  readonly line: number
  readonly code: string
}

/** Finds texts that two regular expressions of a code map read differently, on the same day. */
export interface ContradictionFinder {
  /** Over SQL of a text and of the record's date: every match where codes differ, else null. */
  sql(text: string, recordDate: string): string
  read(text: string, recordDate: string | null): readonly MatchedRule[] | null
}

/** A last line that catches whatever is left contradicts none before it. */
const catchAll = new Set(['.*', '.+', '[^]*', '^.*$', '^.+$'])

/**
 * The finder of a code map; undefined where no two of its patterns could contradict each other.
 * Texts that a line of their own gives a meaning are not looked at: those lines come first.
 */
export function contradictionFinder(reading: CodeReading): ContradictionFinder | undefined {
  const numbered = reading.rules.map((rule, line) => ({ rule, line }))
  const patterns = numbered.filter(({ rule }) => rule.regex && !catchAll.has(rule.from))
  if (patterns.length < 2) return undefined
  if (new Set(patterns.map(({ rule }) => rule.to)).size < 2) return undefined
  const own = reading.rules.filter((rule) => !rule.regex)
  const ownLines =
    own.length === 0 ? undefined : codeReader({ rules: own, list: undefined, keepUnmapped: false })
  const listed = reading.list && new Set(reading.list.codes.map(({ code }) => code))
  return {
    sql(text, recordDate) {
      const matches = patterns.map(
        ({ rule, line }) =>
          `CASE WHEN regexp_full_match(${text}, ${quoteText(rule.from)}${rule.ignoreCase ? ", 'i'" : ''})` +
          `${validitySql(rule, recordDate)} THEN {line: ${line}, code: ${outcomeSql(rule, text, listed)}} END`,
      )
      const found = `list_filter([${matches.join(', ')}], lambda match: match.code IS NOT NULL)`
      const differing = `list_transform([${found}], lambda met: CASE WHEN len(list_distinct(list_transform(met, lambda match: match.code))) > 1 THEN met END)[1]`
      return ownLines === undefined
        ? differing
        : `(CASE WHEN ${ownLines.sql(text, recordDate)} IS NULL THEN ${differing} END)`
    },
    read(text, recordDate) {
      if (ownLines !== undefined && ownLines.read(text, recordDate) !== null) return null
      const found = patterns.flatMap(({ rule, line }) => matchOf(rule, line))
      return new Set(found.map(({ code }) => code)).size > 1 ? found : null

      function matchOf(rule: CodeRule, line: number): readonly MatchedRule[] {
        const matches = compilePattern(rule.from, rule.ignoreCase ?? false).test(text)
        if (!matches || !holdsOn(rule, recordDate)) return []
        const code = readOutcome(rule, text, listed)
        return code === null ? [] : [{ line, code }]
      }
    },
  }
}
