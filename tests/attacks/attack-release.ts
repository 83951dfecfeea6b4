import {
  knowledgeOf,
  knowsZeros,
  publicKnowledge,
  type Extreme,
  type Knowledge,
  type OutsideAttacker,
  type OutsideView,
} from './outside-attacker.ts'
import type { RandomRecords } from './random-records.ts'
import type { Requirement } from './requirements.ts'

/** A sensitive cell that somebody can tell too closely. */
export interface Finding {
  readonly who: string
  readonly key: string
  readonly low: number
  readonly high: number
  readonly required: number
}

export interface AttackResult {
  readonly findings: readonly Finding[]
  /** Sensitive cells times attackers. */
  readonly attacked: number
  /** Of these, those of which no search found a table that is open enough, nor that there is none. */
  readonly undecided: number
}

export function hiddenIn(view: OutsideView): Set<string> {
  return new Set(
    [...view.cells.values()].flatMap(({ key, shown }) => (shown === undefined ? [key] : [])),
  )
}

/**
 * The public, whoever reasons that zeros are shown, and every contributor of a hidden cell. In a table
 * that counts each person once, whoever is not alone in a cell knows no more than that it is not empty.
 */
export function attackersOf(view: OutsideView, release: RandomRecords): Map<string, Knowledge> {
  const attackers = publicOf(release)
  const zerosAreShown = showsZeros(release)
  for (const key of hiddenIn(view)) {
    const { parts } = view.cells.get(key)!
    if (parts.size !== 1 && zerosAreShown && release.spec.person === undefined) continue
    for (const each of parts.keys()) attackers.set(each, knowledgeOf(each, zerosAreShown))
  }
  return attackers
}

/** Whoever sees the tables, and whoever reasons that zeros are shown in them. */
export function publicOf(release: RandomRecords): Map<string, Knowledge> {
  const attackers = new Map<string, Knowledge>([['the public', publicKnowledge]])
  if (showsZeros(release)) attackers.set('who reads zeros', knowsZeros)
  return attackers
}

function showsZeros({ spec }: RandomRecords): boolean {
  return 'count' in spec.measure && spec.primary.group === undefined
}

/** Attacks every sensitive cell as every attacker, over all that is shown at once. */
export function attackRelease(
  attacker: OutsideAttacker,
  view: OutsideView,
  attackers: ReadonlyMap<string, Knowledge>,
  requirements: readonly Requirement[],
): AttackResult {
  const hidden = hiddenIn(view)
  const findings: Finding[] = []
  const tables: Extreme['table'][] = []
  let attacked = 0
  let undecided = 0
  for (const [who, knows] of attackers) {
    const asked = requirements.filter((requirement) => isAsked(requirement, who, view))
    attacked += asked.length
    // tables found by others show this one as little, where they are possible for them too
    const possible = tables.filter((table) => fits(table, view, knows))
    const left = asked.filter(
      (requirement) => !possible.some((table) => isOpen(requirement, table, view)),
    )
    if (left.length === 0) continue
    const open = attacker.open(view, hidden, knows)
    for (const requirement of left) {
      if (possible.some((table) => isOpen(requirement, table, view))) continue
      const goal = goalOf(requirement)
      const { value, table, proven } = open.extreme(goal, true)
      if (table.size > 0) {
        tables.push(table)
        possible.push(table)
        if (isOpen(requirement, table, view)) continue
      }
      if (!proven) {
        undecided += 1
        continue
      }
      const low = open.optimise(goal, false)
      const { key, reach } = requirement
      if (value < reach || low >= value)
        findings.push({ who, key, low, high: value, required: reach })
    }
    open.close()
  }
  return { findings, attacked, undecided }
}

/**
 * Whether a requirement holds against somebody. Whoever has the largest part of a cell is not protected
 * from themselves; group disclosure allows for its k.
 */
export function isAsked({ key, parent }: Requirement, who: string, view: OutsideView): boolean {
  if (parent !== undefined) return who === 'the public'
  const { parts } = view.cells.get(key)!
  return (parts.get(who) ?? 0) < Math.max(...parts.values())
}

export function goalOf({ key, parent }: Requirement): Map<string, number> {
  return parent === undefined
    ? new Map([[key, 1]])
    : new Map([
        [key, -1],
        [parent, 1],
      ])
}

/** Whether a table that is possible besides the true one leaves the cell as open as it must be. */
function isOpen(requirement: Requirement, table: Extreme['table'], view: OutsideView): boolean {
  const { key, reach, parent } = requirement
  let value = 0
  for (const [name, factor] of goalOf(requirement)) {
    value += factor * (table.get(name) ?? view.cells.get(name)!.truth)
  }
  return value >= reach && (parent !== undefined || value > view.cells.get(key)!.truth)
}

function fits(table: Extreme['table'], view: OutsideView, knows: Knowledge): boolean {
  for (const [key, value] of table) {
    const [least, most] = knows(view.cells.get(key)!)
    if (value < least || value > most) return false
  }
  return true
}
