import { levelCodes, monthSpan, type CubeDomain, type LevelReference } from '../measure/index.ts'
import { allowedCodes } from './resolve-table.ts'
import { skippedPeriods } from './skipped-periods.ts'
import type { TableParts } from './table-parts.ts'

/** A key of an axis with its place in the cube's answer; -1 where the answer has none. */
export interface AxisKey {
  readonly key: readonly string[]
  readonly index: number
}

/** Keys of an axis in display order. */
export function axisKeys(
  references: readonly LevelReference[],
  side: 'row' | 'column',
  parts: TableParts,
): AxisKey[] {
  const { answer, domain, table } = parts
  const found = side === 'row' ? answer.rows : answer.columns
  if (references.length === 0) return [{ key: [], index: found.length > 0 ? 0 : -1 }]
  const ordinals = references.map((reference) => ordinalsOf(domain, reference))
  const keys = found.map((key, index) => ({ key, index }))
  // Alone on its axis, time keeps the periods without records: a gap must be seen.
  const only = references[0]!
  if (references.length === 1 && only.dimension.kind === 'time' && found.length > 0) {
    const known = new Set(found.map((key) => key[0]))
    for (const code of allowedCodes(only, table.conditions, domain)) {
      if (!known.has(code) && !code.startsWith('_')) keys.push({ key: [code], index: -1 })
    }
    const skipped = skippedOn(parts, side)
    if (skipped.length > 0) {
      keys.push(...skipped.map((code) => ({ key: [code], index: -1 })))
      return keys.toSorted((a, b) => startOf(a.key[0]!) - startOf(b.key[0]!))
    }
  }
  return inOrder(keys, ordinals)
}

/** First month of a period; what is no period comes last. */
const startOf = (code: string): number => monthSpan(code)?.[0] ?? Infinity

/**
 * Periods alone on an axis that nobody has a record of, so that the cube does not know them, between those that it
 * does: a table lists them too, as its chart shows them. What is calculated from figures is told of those alone.
 */
export function skippedOn(
  { answer, domain, recorded, table }: TableParts,
  side: 'row' | 'column',
): string[] {
  const references = side === 'row' ? table.query.rows : table.query.columns
  const [only, ...others] = references
  if (recorded === undefined || table.calculation !== undefined || table.spec.top !== undefined)
    return []
  if (only?.dimension.kind !== 'time' || others.length > 0) return []
  const found = (side === 'row' ? answer.rows : answer.columns).map(([code]) => code!)
  const allowed = found.length > 0 ? allowedCodes(only, table.conditions, domain) : []
  const codes = [...new Set([...found, ...allowed])].filter((code) => !code.startsWith('_'))
  return skippedPeriods(codes, table.spec.where, only.id)
}

/** Keys by the places of their codes in the cube; a code that is in none comes last. */
function inOrder(
  keys: readonly AxisKey[],
  ordinals: readonly ReadonlyMap<string, number>[],
): AxisKey[] {
  const places = keys.map(({ key }) =>
    key.map((code, level) => ordinals[level]!.get(code) ?? Infinity),
  )
  const compare = (one: number, other: number) => {
    const [a, b] = [places[one]!, places[other]!]
    for (let level = 0; level < a.length; level += 1) {
      if (a[level] !== b[level]) return a[level]! - b[level]!
    }
    return 0
  }
  return keys
    .map((_, at) => at)
    .sort(compare)
    .map((at) => keys[at]!)
}

const ordinalsByDomain = new WeakMap<CubeDomain, Map<string, ReadonlyMap<string, number>>>()

/** Where each code of a level stands among them; found once a build, since days are thousands. */
function ordinalsOf(
  domain: CubeDomain,
  { id, dimension, depth }: LevelReference,
): ReadonlyMap<string, number> {
  const levels = ordinalsByDomain.get(domain) ?? new Map<string, ReadonlyMap<string, number>>()
  ordinalsByDomain.set(domain, levels)
  const known = levels.get(id)
  if (known !== undefined) return known
  const codes = levelCodes(domain, dimension.id, depth)
  const found = new Map(codes.map((code, ordinal) => [code, ordinal]))
  levels.set(id, found)
  return found
}
