import type { Leak } from './attack/wanted.ts'
import type { Target } from './primary/targets.ts'
import type { Figures } from './table/figures.ts'

/** Gives the sensitive cells that an attack opened too little a larger need. */
export function strengthen(
  targets: readonly Target[],
  leaks: readonly Leak[],
  figures: Figures,
  names: readonly string[],
): Target[] {
  const required = new Map(leaks.map((leak) => [leak.cell, leak.required]))
  const strengthened = targets.map((target) => {
    const bound = required.get(names[target.cell]!)
    if (bound === undefined) return target
    if (target.parent !== undefined) return { ...target, need: target.need + 1 }
    const missing = Math.ceil(bound - figures.values[target.cell]!)
    return { ...target, need: Math.max(target.need + 1, missing) }
  })
  const upward = new Set(
    targets.flatMap(({ cell, parent }) => (parent === undefined ? [cell] : [])),
  )
  const grouped = new Set(targets.map(({ cell }) => cell))
  for (const cell of grouped) {
    // a cell that is open by what contains it alone has to be open by itself
    if (upward.has(cell) || !required.has(names[cell]!)) continue
    strengthened.push({ cell, rule: 'group', need: 1 })
  }
  return strengthened
}
