import type { OutsideCell, OutsideView } from './outside-attacker.ts'
import type { RandomRecords } from './random-records.ts'

/** What an attacker must be left to believe of a sensitive cell. */
export interface Requirement {
  readonly key: string
  /** That it holds at least this; with `parent`: that its parent exceeds it by at least this. */
  readonly reach: number
  readonly parent?: string
}

/**
 * The sensitive cells by the rules as they are written, worked out from the records alone.
 *
 * @param marked cells that their source calls sensitive whatever the rules say
 */
export function requirementsOf(
  view: OutsideView,
  release: RandomRecords,
  marked: ReadonlySet<string> = new Set(),
): Requirement[] {
  const { threshold = 0 } = release.spec.primary
  const found: Requirement[] = []
  for (const cell of view.cells.values()) {
    let level = levelOf(cell, release.spec.primary)
    if (marked.has(cell.key)) {
      const counts = 'count' in release.spec.measure
      level = Math.max(level, 1, counts ? threshold - cell.truth : 0)
    }
    if (level > 1e-9) found.push({ key: cell.key, reach: cell.truth + Math.ceil(level - 1e-9) })
  }
  return [...found, ...groupRequirements(view, release)]
}

function levelOf({ truth, parts }: OutsideCell, rules: RandomRecords['spec']['primary']): number {
  const { threshold, pPercent, contributors = 1, dominance } = rules
  const ranked = [...parts.values()].sort((a, b) => b - a)
  const largest = (count: number) => ranked.slice(0, count).reduce((sum, part) => sum + part, 0)
  let level = 0
  if (threshold !== undefined && parts.size > 0 && parts.size < threshold) {
    level = Math.max(1, threshold - truth)
  }
  if (pPercent !== undefined) {
    const rest = truth - largest(contributors + 1)
    level = Math.max(level, (pPercent * largest(1)) / 100 - rest)
  }
  if (dominance !== undefined) {
    level = Math.max(level, (100 * largest(dominance[0])) / dominance[1] - truth)
  }
  return level
}

/** Cells that hold nearly everyone of a total: more than k persons must seem to be elsewhere. */
function groupRequirements(view: OutsideView, { spec }: RandomRecords): Requirement[] {
  const { group } = spec.primary
  if (group === undefined) return []
  const found = new Map<string, Requirement>()
  for (const [parent, ...children] of view.sums) {
    if (children.length < 2) continue
    for (const key of children) {
      const [own, whole] = [view.cells.get(key)!.parts.size, view.cells.get(parent!)!.parts.size]
      if (own === 0 || whole - group > own) continue
      found.set(`${key} ${parent!}`, { key, parent: parent!, reach: group + 1 })
    }
  }
  return [...found.values()]
}
