import { keySql, type CubeSource } from './cube-source.ts'
import type { ResolvedCondition } from './resolved-condition.ts'

/** Bits of a whole number of the engine that are surely its own. */
const maskBits = 62

/**
 * SQL of a condition: a run of numbers as a range, a few small ones as bits of a mask, which is
 * read in one step where a list is compared one by one. Numbers are ordinals of our own making and
 * stand as literals, which spares the engine half its planning; texts travel as parameters.
 *
 * @param parameters where texts are added
 */
export function conditionSql(
  { reference, codes }: ResolvedCondition,
  source: CubeSource,
  parameters: (string | number)[],
): string {
  const column = source.level(reference)
  const sql = keySql(column)
  const keys = codes.map((code) => column.encode(code)).filter((key) => key !== undefined)
  const numbers = keys.filter((key) => typeof key === 'number').filter(Number.isSafeInteger)
  const texts = keys.filter((key) => typeof key === 'string')
  const alternatives: string[] = []
  if (numbers.length > 0) alternatives.push(numbersSql(sql, numbers))
  if (texts.length > 0) {
    alternatives.push(`${sql} in (${texts.map((text) => `$${parameters.push(text)}`).join(', ')})`)
  }
  if (keys.includes(null)) alternatives.push(`${sql} is null`)
  if (alternatives.length === 0) return 'false'
  return alternatives.length === 1 ? alternatives[0]! : `(${alternatives.join(' or ')})`
}

function numbersSql(sql: string, numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  if (first === last) return `${sql} = ${first}`
  if (last - first === sorted.length - 1) return `${sql} between ${first} and ${last}`
  if (first < 0 || last > maskBits) return `${sql} in (${sorted.join(', ')})`
  const mask = sorted.reduce((bits, number) => bits | (1n << BigInt(number)), 0n)
  return `(${mask} >> ${sql}) & 1 = 1`
}
