import { splitRecord, usualDelimiters } from './csv-dialect.ts'

/**
 * The delimiter under which a header line names most of the columns a profile wants; among
 * equals, the one that gives most columns, then the most usual.
 *
 * @example decideDelimiter(Buffer.from('year;month,day'), 34, ['year']) // => ';'
 */
export function decideDelimiter(header: Buffer, quote: number, wanted: readonly string[]): string {
  const names = new Set(wanted)
  let best: string = usualDelimiters[0]
  let bestScore = -1
  for (const delimiter of usualDelimiters) {
    const fields = splitRecord(header, { delimiter: Buffer.from(delimiter), quote }) ?? []
    const known = fields.filter((field) => names.has(field.toString().trim())).length
    const score = known * 1_000_000 + fields.length
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}
