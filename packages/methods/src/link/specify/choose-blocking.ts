import type { RandomGenerator } from '../../numerics/index.ts'
import type { BlockingKey, BlockingPart, BlockingRule } from './blocking-rule.ts'
import type { ColumnKind } from './column-kind.ts'
import { kindComparisons } from './kind-levels.ts'

/** A column that keys can be made of. */
export interface BlockingColumn {
  readonly column: string
  readonly kind: ColumnKind
  /** Share of records without a value, 0 to 1. */
  readonly missing: number
}

/** A rule that may be taken, with the pairs it would compare. */
export interface CandidateRule {
  readonly rule: BlockingRule
  readonly pairs: number
}

/** Keys by kind, each with the chance that it agrees where two values of one person differ. */
const keysOfKind: Readonly<
  Partial<Record<ColumnKind, readonly (readonly [BlockingKey, number])[]>>
> = {
  'given-name': [
    ['sound', 0.25],
    ['start-3', 0.5],
  ],
  'family-name': [
    ['sound', 0.25],
    ['start-3', 0.5],
  ],
  'second-family-name': [['sound', 0.25]],
  'full-name': [
    ['words', 0.1],
    ['first-word', 0.55],
    ['last-word', 0.55],
    ['start-4', 0.5],
  ],
  date: [
    ['value', 0],
    ['year', 0.45],
    ['month-day', 0.35],
  ],
  year: [['value', 0]],
  document: [
    ['value', 0],
    ['start-4', 0.5],
    ['end-4', 0.5],
  ],
  email: [
    ['value', 0],
    ['local-part', 0.3],
  ],
  phone: [
    ['value', 0],
    ['end-4', 0.5],
  ],
  address: [
    ['value', 0],
    ['start-4', 0.5],
  ],
  'house-number': [['value', 0]],
  place: [
    ['value', 0],
    ['start-4', 0.5],
  ],
  postcode: [
    ['value', 0],
    ['start-3', 0.5],
  ],
  category: [['value', 0]],
}

interface Key {
  readonly part: BlockingPart
  readonly columns: readonly number[]
  readonly agreesDespiteError: number
}

/** All rules of one, two or three keys of different columns, the simplest first. */
export function listCandidateRules(columns: readonly BlockingColumn[]): BlockingRule[] {
  const keys = listKeys(columns)
  const rules: BlockingRule[] = keys.map(({ part }) => [part])
  const apart = (a: Key, b: Key) => !a.columns.some((column) => b.columns.includes(column))
  for (let a = 0; a < keys.length; a += 1) {
    for (let b = a + 1; b < keys.length; b += 1) {
      if (!apart(keys[a]!, keys[b]!)) continue
      rules.push([keys[a]!.part, keys[b]!.part])
    }
  }
  // three keys only around names and dates: elsewhere they add cost and little recall
  const strong = (key: Key) =>
    key.columns.every((at) => /name|date|year|postcode|place/.test(columns[at]!.kind))
  for (let a = 0; a < keys.length; a += 1) {
    for (let b = a + 1; b < keys.length; b += 1) {
      for (let c = b + 1; c < keys.length; c += 1) {
        const three = [keys[a]!, keys[b]!, keys[c]!] as const
        if (!three.every(strong)) continue
        if (!apart(three[0], three[1]) || !apart(three[0], three[2]) || !apart(three[1], three[2]))
          continue
        rules.push(three.map(({ part }) => part))
      }
    }
  }
  return rules
}

function listKeys(columns: readonly BlockingColumn[]): Key[] {
  const keys = columns.flatMap(({ column, kind, missing }, at) =>
    missing > 0.97
      ? []
      : (keysOfKind[kind] ?? []).map(([by, agreesDespiteError]) => ({
          part: { column, by },
          columns: [at],
          agreesDespiteError,
        })),
  )
  const given = columns.findIndex(({ kind }) => kind === 'given-name')
  const family = columns.findIndex(({ kind }) => kind === 'family-name')
  if (given >= 0 && family >= 0) {
    const part: BlockingPart = {
      column: columns[given]!.column,
      by: 'names',
      with: columns[family]!.column,
    }
    keys.push({ part, columns: [given, family], agreesDespiteError: 0.15 })
  }
  return keys
}

const simulatedPairs = 4000

/**
 * Chooses blocking rules: again and again the one that finds most pairs of one person not found yet
 * for each pair it compares, until little is gained or the budget is spent.
 *
 * Method: 4,000 pairs of one person are drawn; each column is missing on a side, equal or written
 * differently with the shares usual for its kind, and a key may agree despite the difference. A rule
 * finds the pairs whose keys all agree.
 *
 * @param budget most pairs compared by all rules together @returns rules, with the share of pairs of
 * one person that they are expected to find (0 to 1)
 */
export function chooseBlocking(
  columns: readonly BlockingColumn[],
  candidates: readonly CandidateRule[],
  budget: number,
  random: RandomGenerator,
): { readonly rules: readonly CandidateRule[]; readonly recall: number } {
  const agreement = drawAgreement(columns, random)
  const founds = candidates.map(({ rule }) => {
    const masks = rule.map((part) => agreement.get(keyName(part))!)
    return Uint8Array.from({ length: simulatedPairs }, (_, i) =>
      masks.every((mask) => mask[i] === 1) ? 1 : 0,
    )
  })
  const found = new Uint8Array(simulatedPairs)
  const chosen: CandidateRule[] = []
  let spent = 0
  let total = 0
  while (chosen.length < 16) {
    let best = -1
    let bestGain = 0
    let bestValue = 0
    candidates.forEach(({ pairs }, at) => {
      if (spent + pairs > budget || chosen.includes(candidates[at]!)) return
      let gain = 0
      const own = founds[at]!
      for (let i = 0; i < simulatedPairs; i += 1) if (own[i] === 1 && found[i] === 0) gain += 1
      // a rule costs the work of running it too, however few its pairs
      const value = gain / (pairs + budget / 25)
      if (gain > 0 && value > bestValue) {
        best = at
        bestGain = gain
        bestValue = value
      }
    })
    if (best === -1 || (bestGain < simulatedPairs * 0.0005 && chosen.length >= 5)) break
    const { pairs } = candidates[best]!
    founds[best]!.forEach((value, i) => {
      if (value === 1) found[i] = 1
    })
    chosen.push(candidates[best]!)
    spent += pairs
    total += bestGain
  }
  return { rules: chosen, recall: total / simulatedPairs }
}

function keyName({ column, by, with: other }: BlockingPart): string {
  return `${by}\u0000${column}\u0000${other ?? ''}`
}

function drawAgreement(
  columns: readonly BlockingColumn[],
  random: RandomGenerator,
): Map<string, Uint8Array> {
  const masks = new Map<string, Uint8Array>()
  // present, then equal: drawn once a column, so that keys of one column agree together
  const present = columns.map(({ missing }) =>
    Uint8Array.from({ length: simulatedPairs }, () => (random.chance((1 - missing) ** 2) ? 1 : 0)),
  )
  const equal = columns.map(({ kind }) => {
    // worse than usual: a rule too many costs time, a rule too few costs persons
    const share = kindComparisons[kind].expected[0]! * 0.8
    return Uint8Array.from({ length: simulatedPairs }, () => (random.chance(share) ? 1 : 0))
  })
  for (const { part, columns: used, agreesDespiteError } of listKeys(columns)) {
    const mask = Uint8Array.from({ length: simulatedPairs }, (_, i) => {
      const despite = random.chance(agreesDespiteError)
      if (!used.every((at) => present[at]![i] === 1)) return 0
      return used.every((at) => equal[at]![i] === 1) || despite ? 1 : 0
    })
    masks.set(keyName(part), mask)
  }
  return masks
}
