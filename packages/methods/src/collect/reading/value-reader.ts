import type { FieldValue } from '../evaluate-expression.ts'
import type { Cleaning } from './text-cleaning.ts'

/**
 * How a text becomes a value, said twice with one meaning: as SQL for bulk and as JavaScript for
 * forms and previews. A text that is no value reads as null; whoever calls makes a finding of it.
 */
export interface ValueReader {
  /**
   * Over SQL of a cleaned text (cheap to repeat) and SQL of the record's date.
   *
   * @param afterDirect `directSql` was asked for the text before it was cleaned, in vain: what it
   * would surely have found need not be looked for again.
   */
  sql(text: string, recordDate: string, afterDirect?: boolean): string
  /**
   * Over SQL of a text as it stands in the file: its value where that is surely the value of the
   * cleaned text, else null; undefined where that is never sure. Nearly all texts are clean, and
   * to clean one costs more than to read it.
   */
  directSql?(text: string, cleaning: Cleaning): string | undefined
  /** Last step, over the column that holds what `sql` gave: limits that need the value twice. */
  settleSql?(raw: string): string
  read(text: string, recordDate: string | null): FieldValue
}
