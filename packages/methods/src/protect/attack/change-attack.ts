import type { Solver } from '../solver.ts'
import { ChangeBeliefs, sidesOf, type Belief } from './change-beliefs.ts'
import { inVintageOf } from './ledger-vintages.ts'
import type { Inside } from './offers.ts'
import type { CellName, PublicKnowledge } from './public-cells.ts'
import type { ChangedCell, SmallChange } from './small-changes.ts'
import type { Insight } from './wanted.ts'

/** A change that somebody knows to be of few. */
export interface ChangeLeak {
  readonly change: SmallChange
  /** Between which it lies; below nothing where less is counted than before. */
  readonly low: number
  readonly high: number
  /** By how much the later cell would have to be able to rise. */
  readonly need: number
  /** What he knows of the one vintage and of the other, beside the public. */
  readonly knowing: readonly [Insight | undefined, Insight | undefined]
}

/** What attackers of changes know, and which leaks are reported. */
export interface ChangeAttackOptions {
  readonly inside?: Inside | undefined
  /** Leaks that were there before: what tells no more than one of them is passed over. */
  readonly told?: readonly ChangeLeak[] | undefined
  /** Whoever finds a change out is named, and not only the first who does. */
  readonly everybody?: true | undefined
}

/**
 * Attacks changes of cells between vintages of which the later counts less somewhere. Nothing ties what the two
 * hold: a change lies between the least that its cell can hold now without the most that it held then, and the most now
 * without the least then. It is open where one of these is as far from nothing as it must reach.
 *
 * The attackers are the public, and whoever contributes to cells: who is alone in a cell then and who is alone in
 * another now are taken for one, unless either is so in the same cell in both.
 */
export async function attackChanges(
  changes: readonly SmallChange[],
  knowledge: PublicKnowledge,
  solver: Solver,
  { inside, told = [], everybody }: ChangeAttackOptions,
): Promise<ChangeLeak[]> {
  if (changes.length === 0) return []
  const beliefs = new ChangeBeliefs(knowledge, inside, solver)
  const leaks: ChangeLeak[] = []
  const known = new Map<CellName, ChangeLeak[]>()
  const remember = (leak: ChangeLeak) => {
    const key = `${leak.change.from.name} ${leak.change.to.name}`
    const before = known.get(key) ?? []
    if (before.some((each) => tellsAsMuch(each, leak))) return false
    known.set(key, [...before, leak])
    return true
  }
  for (const leak of told) remember(leak)
  const report = (leak: ChangeLeak | undefined): boolean => {
    const isNew = leak !== undefined && remember(leak)
    if (isNew) leaks.push(leak)
    return isNew
  }
  try {
    const asked = changes.map((change) => [change, sidesOf(change)] as const)
    const ofPublic = await beliefs.ofPublic(asked.flatMap(([, sides]) => sides))
    const left = asked.filter(([change, [from, to]]) => {
      const [then] = ofPublic.get(from)!
      const [now] = ofPublic.get(to)!
      if (then === undefined || now === undefined) return true
      const leak = leakBetween(change, then, now)
      const isNew = report(leak)
      // of what everybody knows exactly nobody knows more
      if (leak !== undefined && leak.low === leak.high) return false
      return !isNew || everybody === true
    })
    if (inside === undefined) return leaks
    const now = await beliefs.ofAnybody(left.map(([, [, to]]) => to))
    const narrow = left.filter(([, [, to]]) => now.get(to)!.length > 0)
    const then = await beliefs.ofAnybody(narrow.map(([, [from]]) => from))
    for (const [change, [from, to]] of narrow) {
      for (const pair of pairsOf(then.get(from)!, now.get(to)!)) {
        if (!mayBeOne(change, pair, inside.alone) || knowsAnyway(change, pair)) continue
        if (report(leakBetween(change, ...pair)) && everybody !== true) break
      }
    }
    return leaks
  } finally {
    await beliefs.close()
  }
}

/** What is believed of the cell then, and what of the cell now. */
type Pair = readonly [Belief, Belief]

/** All pairs of which one at least knows more than the public. */
function pairsOf(then: readonly Belief[], now: readonly Belief[]): Pair[] {
  return then.flatMap((one) =>
    now.flatMap((other): Pair[] =>
      one.knower?.insight === undefined && other.knower?.insight === undefined
        ? []
        : [[one, other]],
    ),
  )
}

function leakBetween(change: SmallChange, then: Belief, now: Belief): ChangeLeak | undefined {
  const { reach, to } = change
  const [low, high] = [now.low - then.high, now.high - then.low]
  const slack = 1e-6 * Math.max(1, reach)
  if (high >= reach - slack || low <= slack - reach) return undefined
  return {
    change,
    low,
    high,
    need: Math.max(1, Math.ceil(then.low + reach - to.value)),
    knowing: [then.knower?.insight, now.knower?.insight],
  }
}

/** Whether nothing tells that who is alone in cells then and who is alone in others now are two. */
function mayBeOne({ from, to }: SmallChange, [one, other]: Pair, alone: Inside['alone']): boolean {
  const now = aloneIn(other)
  if (aloneIn(one).length === 0 || now.length === 0) return true
  // who is alone in a cell in both vintages is one, and nobody else
  const later = aloneIn(one).map((cell) => inVintageOf(to.name, cell))
  if (later.some((cell) => alone.has(cell))) return later.some((cell) => now.includes(cell))
  return !now.some((cell) => alone.has(inVintageOf(from.name, cell)))
}

const aloneIn = ({ knower }: Belief): readonly CellName[] =>
  knower?.insight?.of === 'all' ? knower.insight.cells : []

/**
 * Whether somebody learns nothing by the later release: nobody is protected from himself, and who is alone in a cell now
 * knows what became of those who were there with him, whatever is shown.
 */
function knowsAnyway({ from, to }: SmallChange, [one, other]: Pair): boolean {
  if (aloneIn(other).includes(to.name)) return true
  const isOfOne = ({ persons, value }: ChangedCell) => (persons ?? value) <= 1
  return isOfOne(from) && isOfOne(to) && aloneIn(one).includes(from.name)
}

function tellsAsMuch(known: ChangeLeak, leak: ChangeLeak): boolean {
  const { from, to } = leak.change
  if (known.change.from.name !== from.name || known.change.to.name !== to.name) return false
  if (known.low < leak.low || known.high > leak.high) return false
  if (known.change.reach < leak.change.reach) return false
  return known.knowing.every((insight, at) => {
    if (insight === undefined) return true
    const other = leak.knowing[at]
    return other?.of === insight.of && other.cells.some((cell) => insight.cells.includes(cell))
  })
}
