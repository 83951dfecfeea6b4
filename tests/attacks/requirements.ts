import type { OutsideView } from './outside-attacker.ts'
import type { RandomRecords } from './random-records.ts'

/** What an attacker must be left to believe of a sensitive cell: a value of at least this. */
export interface Requirement {
  readonly key: string
  readonly reach: number
}

/** The sensitive cells by the rules as they are written, worked out from the records alone. */
export function requirementsOf(view: OutsideView, release: RandomRecords): Requirement[] {
  const { threshold, pPercent, contributors = 1, dominance } = release.spec.primary
  const found: Requirement[] = []
  for (const { key, truth, parts } of view.cells.values()) {
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
    if (level > 1e-9) found.push({ key, reach: truth + Math.ceil(level - 1e-9) })
  }
  return found
}
