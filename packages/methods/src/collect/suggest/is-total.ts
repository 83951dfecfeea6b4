import { spellingKey } from '../../vocabulary/index.ts'

/**
 * Whether a text stands for a total: over a column, or in a row below the records.
 *
 * @example isTotal('TOTAL GENERAL') // => true
 */
export function isTotal(text: string): boolean {
  return /^(gran |sub-?)?total(es|s)?( (general|global|nacional|annual|anual|general[e]?))?:?$|^(grand total|suma|sum|ensemble|somme)$/.test(
    spellingKey(text),
  )
}
