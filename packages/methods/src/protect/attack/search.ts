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

/** Which leaks an attack reports. */
export interface Reporting {
  /** Leaks that were there before: what tells no more than one of them is passed over. */
  readonly told?: readonly Leak[]
  /** Whoever finds a cell out is named, and not only the first who does. */
  readonly everybody?: true
}

/** What attackers of one component share: the same tables, and the witnesses found by any of them. */
export interface Search extends Reporting {
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

/** Whether a leak was there before, for whoever finds it out now. */
export function isTold({ told = [] }: Reporting, leak: Leak): boolean {
  return told.some((known) => tellsAsMuch(known, leak))
}

function tellsAsMuch(known: Leak, leak: Leak): boolean {
  if (known.cell !== leak.cell || known.low < leak.low || known.high > leak.high) return false
  if (known.required < leak.required) return false
  if (known.by === 'public') return true
  const [own, other] = [known.insight, leak.insight]
  if (own === undefined || other === undefined) return false
  // every contributor knows that zeros are shown
  if (own.of === 'zeros') return true
  return own.of === other.of && other.cells.every((cell) => own.cells.includes(cell))
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
