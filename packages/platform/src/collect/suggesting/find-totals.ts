import { isTotal, type FieldSuggestion, type SampledColumn } from '@caudal/methods/collect'
import type { Text } from '@caudal/methods/vocabulary'

/** Rows that a profile leaves out, as it writes them. */
export interface TotalRows {
  readonly column: string
  readonly values: readonly string[]
  readonly reason: Text
}

/** Totals printed among the records of a sample: more are no mistake of printing. */
const mostShare = 0.1

/**
 * Rows that say "total" in place of a code or a number: they would count their records again. Where "total"
 * is a code of the field itself (both sexes), it is a record.
 */
export function findTotals(
  columns: readonly SampledColumn[],
  fields: readonly FieldSuggestion[],
): readonly TotalRows[] {
  const [first] = columns.flatMap(({ name, values, rows }) => {
    const field = fields.find(({ column }) => column === name)
    const known = new Set(field?.codes.filter(({ to }) => to !== undefined).map(({ from }) => from))
    const totals = values.filter(({ text }) => isTotal(text) && !known.has(text))
    const count = totals.reduce((sum, each) => sum + each.count, 0)
    if (count === 0 || count > Math.max(1, rows * mostShare)) return []
    return [{ column: name, values: totals.map(({ text }) => text), reason }]
  })
  return first === undefined ? [] : [first]
}

const reason: Text = {
  es: 'Total impreso entre los registros.',
  en: 'Total printed among the records.',
  fr: 'Total imprimé parmi les enregistrements.',
}
