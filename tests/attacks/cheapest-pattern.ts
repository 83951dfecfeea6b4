import loadHighs, { type Highs } from 'highs'
import { goalOf, isAsked } from './attack-release.ts'
import type { Knowledge, OutsideAttacker, OutsideView } from './outside-attacker.ts'
import type { Requirement } from './requirements.ts'

export interface PatternAsked {
  readonly requirements: readonly Requirement[]
  readonly attackers: ReadonlyMap<string, Knowledge>
  /** Group disclosure may be told by zeros; otherwise they are shown. */
  readonly mayHideZeros: boolean
  /** Attacks after which the search ends. */
  readonly limit: number
}

/**
 * The cheapest set of hidden cells that leaves every sensitive cell open, found without any of the
 * product's methods: the cheapest hitting set of what attacks have shown so far, attacked again,
 * until no attack succeeds. Each attack that succeeds is extended to as many hidden cells as it
 * survives; at least one of the others must be hidden.
 *
 * Attackers are those of the pattern that was found: whoever is alone in another cell may know more of
 * the cheapest one, so that the true optimum can only be dearer.
 *
 * @returns undefined where `limit` attacks did not settle it
 */
export async function cheapestPattern(
  attacker: OutsideAttacker,
  view: OutsideView,
  { requirements, attackers, mayHideZeros, limit }: PatternAsked,
): Promise<{ cost: number; hidden: Set<string> } | undefined> {
  const highs = await loadHighs()
  const weight = (key: string) => Math.max(1, view.cells.get(key)!.truth)
  const may = [...view.cells.values()]
    .filter(({ parts }) => mayHideZeros || parts.size > 0)
    .map(({ key }) => key)
  const always = new Set(requirements.map(({ key }) => key))
  const free = may.filter((key) => !always.has(key))
  const sets: string[][] = []
  let attacks = 0
  const fails = (hidden: ReadonlySet<string>, requirement: Requirement, knows: Knowledge) => {
    attacks += 1
    const { key, parent, reach } = requirement
    if (!hidden.has(key)) return true
    const open = attacker.open(view, hidden, knows)
    const goal = goalOf(requirement)
    const high = open.optimise(goal, true)
    // a sensitive cell that follows from the others is not hidden, whatever its parent may be
    const own = parent === undefined ? goal : new Map([[key, 1]])
    const ok = high >= reach && open.optimise(own, true) > open.optimise(own, false)
    open.close()
    return !ok
  }
  for (;;) {
    const chosen = hit(highs, free, sets, weight)
    if (chosen === undefined) return undefined
    const hidden = new Set([...always, ...chosen])
    let found = 0
    for (const requirement of requirements) {
      for (const [who, knows] of attackers) {
        if (!isAsked(requirement, who, view)) continue
        if (attacks > limit) return undefined
        if (!fails(hidden, requirement, knows)) continue
        const most = new Set(hidden)
        for (const key of free) {
          if (most.has(key)) continue
          most.add(key)
          if (!fails(most, requirement, knows)) most.delete(key)
        }
        const rest = free.filter((key) => !most.has(key))
        if (rest.length === 0) return undefined
        sets.push(rest)
        found += 1
        break
      }
      if (found >= 6) break
    }
    if (found === 0) {
      return { hidden, cost: [...hidden].reduce((sum, key) => sum + weight(key), 0) }
    }
  }
}

function hit(
  highs: Highs,
  free: readonly string[],
  sets: readonly (readonly string[])[],
  weight: (key: string) => number,
): string[] | undefined {
  if (sets.length === 0) return []
  const column = new Map(free.map((key, at) => [key, at]))
  const starts = [0]
  const indices: number[] = []
  for (const set of sets) {
    for (const key of set) indices.push(column.get(key)!)
    starts.push(indices.length)
  }
  const model = highs.createModel({
    numCols: free.length,
    numRows: sets.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(free, weight),
    colLower: new Float64Array(free.length),
    colUpper: new Float64Array(free.length).fill(1),
    rowLower: new Float64Array(sets.length).fill(1),
    rowUpper: new Float64Array(sets.length).fill(Number.POSITIVE_INFINITY),
    integrality: new Int32Array(free.length).fill(1),
    matrix: {
      format: 'csr' as const,
      numRows: sets.length,
      numCols: free.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0 })
  model.run()
  const values = model.getModelStatus() === 7 ? model.getSolution().colValue : undefined
  model.dispose()
  return values && free.filter((_, at) => values[at]! > 0.5)
}
