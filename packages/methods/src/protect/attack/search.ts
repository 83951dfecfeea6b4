import type { ComponentAttack } from './component-attack.ts'
import type { CellName } from './public-cells.ts'
import type { Unknowns } from './unknowns.ts'
import type { Leak, Seen } from './wanted.ts'
import type { Bounds, Witnesses } from './witnesses.ts'

/** Values that the public cannot rule out; the true interval may be wider still. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** What an attack has found so far. */
export interface Tally {
  readonly open: Map<CellName, Interval>
  leaks: Leak[]
  solved: number
  witnesses: number
  notExact: number
}

/** What attackers of one component share: the same tables, and the witnesses found by any of them. */
export interface Search {
  readonly component: Unknowns
  readonly tally: Tally
  readonly found: Witnesses
  readonly attacker: ComponentAttack
}

/** Lets an attacker look at cells with what he knows. @returns whether what he knows is possible at all */
export async function runAs(
  { attacker, tally }: Search,
  cells: readonly Seen[],
  bounds: Bounds,
): Promise<boolean> {
  attacker.become(bounds)
  const findings = await attacker.run(cells)
  tally.witnesses += findings.clearedByWitness
  return findings.possible
}

export function leakOf(seen: Seen, by: Leak['by'], knowing?: CellName, person?: string): Leak {
  return {
    cell: seen.wanted.cell,
    low: seen.low,
    high: seen.high,
    required: seen.required(),
    by,
    ...(knowing === undefined ? {} : { knowing }),
    ...(person === undefined ? {} : { person }),
  }
}

export function noBounds(component: Unknowns): { least: Float64Array; most: Float64Array } {
  return {
    least: new Float64Array(component.cells.length),
    most: new Float64Array(component.cells.length).fill(Number.POSITIVE_INFINITY),
  }
}
