import type { FieldValue } from '../evaluate-expression.ts'
import { quoteText } from '../sql-text.ts'
import { isOneOfSql } from './look-up.ts'

/** The spaces that are cut off at both ends of a text. */
const edges = /^[ \t\n\r]+|[ \t\n\r]+$/g

/**
 * Character references that pages leave in exported texts, in the order they are undone; the
 * ampersand last, so that `&amp;lt;` becomes `&lt;` and no more.
 */
const references: readonly (readonly [reference: string, character: string])[] = [
  ['&#039;', "'"],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&rsquo;', '’'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&#160;', ' '],
  ['&amp;', '&'],
]

/** What is done to every text before it is read. */
export interface Cleaning {
  /** Undo character references of HTML. */
  readonly htmlEntities: boolean
  /** Texts that mean "no answer", besides the empty one; compared after the edges are cut. */
  readonly missing: readonly string[]
}

/**
 * A text without spaces at its ends, or null where it says nothing.
 *
 * @example cleanText('  12 ', { htmlEntities: false, missing: ['..'] }) // => '12'
 * @example cleanText('..', { htmlEntities: false, missing: ['..'] }) // => null
 */
export function cleanText(text: string | null | undefined, cleaning: Cleaning): string | null {
  if (text === null || text === undefined) return null
  let cleaned = text
  if (cleaning.htmlEntities) {
    for (const [reference, character] of references) {
      cleaned = cleaned.replaceAll(reference, character)
    }
  }
  cleaned = cleaned.replace(edges, '')
  return cleaned === '' || cleaning.missing.includes(cleaned) ? null : cleaned
}

/**
 * Whether a value that a reader makes of a text as it stands is the value of the cleaned text:
 * readers refuse or pass over spaces at the ends, so that only a text that means "no answer"
 * could come between.
 */
export function isReadAsItStands(cleaning: Cleaning, read: (text: string) => FieldValue): boolean {
  return cleaning.missing.every((text) => read(text) === null)
}

/** The SQL of {@link cleanText} over a column. */
export function cleanTextSql(column: string, cleaning: Cleaning): string {
  let sql = column
  if (cleaning.htmlEntities) {
    const undone = references.reduce(
      (inner, [reference, character]) =>
        `replace(${inner}, ${quoteText(reference)}, ${quoteText(character)})`,
      column,
    )
    sql = `(CASE WHEN contains(${column}, '&') THEN ${undone} ELSE ${column} END)`
  }
  // A look at both ends is a third of the price of a trim, and few texts need one.
  const spaced =
    `${sql} < '!' OR suffix(${sql}, ' ') OR suffix(${sql}, chr(10))` +
    ` OR suffix(${sql}, chr(13)) OR suffix(${sql}, chr(9))`
  const trimmed = `(CASE WHEN ${spaced} THEN trim(${sql}, ' ' || chr(9) || chr(10) || chr(13)) ELSE ${sql} END)`
  if (cleaning.missing.length === 0) return `NULLIF(${trimmed}, '')`
  const none = [...new Set(['', ...cleaning.missing])]
  return `(CASE WHEN NOT ${isOneOfSql(trimmed, none)} THEN ${trimmed} END)`
}
