import type { ResidenceCriterion } from './criterion.ts'
import type { CrossingHistory } from './crossing-history.ts'
import type { ObservationOptions } from './outcome-rule.ts'

export interface DefinedAnswer {
  before: 0 | 1 | null
  after: 0 | 1 | null
  migration: 0 | 1 | null
  beforeOn: number | null
  afterOn: number | null
  migrationOn: number | null
  daysInCountry: number
}

/**
 * The definition of migration carried out sentence by sentence, for tests: a calendar is filled
 * with one place a day, and every number is counted on it. It shares nothing with the pass it
 * checks, and its cost grows with days times crossings.
 */
export function answerByDefinition(
  history: CrossingHistory,
  { thresholdDays: V, windowDays: W }: ResidenceCriterion,
  { observedUntil: T, observedFrom, given = [] }: ObservationOptions,
): DefinedAnswer[] {
  const date = Array.from(history.days)
  const towards = date.map((_, k) => ((k % 2 === 0) === history.firstIsArrival ? 'in' : 'out'))
  const calendar = new Map<number, string>()
  date.forEach((day, k) => {
    for (let d = day; d < (date[k + 1] ?? T); d += 1) calendar.set(d, towards[k]!)
  })
  const daysIn = (place: string, from: number, to: number) => {
    let days = 0
    for (let d = from; d < to; d += 1) if (calendar.get(d) === place) days += 1
    return days
  }
  const other = (place: string) => (place === 'in' ? 'out' : 'in')

  /** What the decision list says of a crossing that could migrate, with observation ending at `end`. */
  function decideAt(k: number, end: number): 0 | 1 | null {
    const O = Math.min(end - date[k]!, W)
    const opp = daysIn(other(towards[k]!), date[k]!, date[k]! + O)
    if (O < W - V) return null
    if (opp > W - V) return 0
    if (O >= W) return 1
    if (opp > O - V) return null
    return 1
  }

  /** The day a decision became certain, the state before it being known all along. */
  function dayOfDecision(k: number, decision: 0 | 1): number {
    if (decision === 1) {
      let d = date[k]!
      let opposite = 0
      for (let stayed = 0; stayed < V; d += 1) {
        if (calendar.get(d) === towards[k]) stayed += 1
        else opposite += 1
      }
      return date[k]! + V + opposite
    }
    let back = 0
    let newBeforeStay = 0
    for (let d = date[k]!; back <= W - V; d += 1) {
      if (calendar.get(d) === towards[k]) newBeforeStay += 1
      else back += 1
    }
    return date[k]! + (W - V) + newBeforeStay
  }

  const answers: DefinedAnswer[] = []
  const states = given.filter(({ day }) => day > date[0]!)
  /** Crossings before this one stand on a state that a given one has contradicted. */
  let standing = 0
  date.forEach((s, k) => {
    let before: 0 | 1 | null
    let beforeOn: number | null
    if (k === 0) {
      const opposite = towards[0] === 'in' ? 0 : 1
      const longObserved = observedFrom !== undefined && s - observedFrom >= V
      const known = given.filter(({ day }) => day <= s).at(-1)
      before = longObserved || known === undefined ? opposite : known.state
      beforeOn = s
    } else {
      before = answers[k - 1]!.after
      const afterOn = answers[k - 1]!.afterOn
      beforeOn = before === null ? null : Math.max(s, afterOn!)
    }
    while (states.length > 0 && beforeOn !== null && beforeOn >= states[0]!.day) {
      const { state } = states.shift()!
      if (state !== before) standing = k
      before = state
    }

    const answer: DefinedAnswer = {
      before,
      after: null,
      migration: null,
      beforeOn,
      afterOn: null,
      migrationOn: null,
      daysInCountry: daysIn('in', s, Math.min(s + W, T)),
    }
    answers.push(answer)
    const migratesFrom = towards[k] === 'in' ? 0 : 1
    if (before !== null && before !== migratesFrom) {
      Object.assign(answer, { after: before, afterOn: beforeOn, migration: 0 })
      answer.migrationOn = beforeOn
    } else if (before !== null) {
      const decision = decideAt(k, T)
      if (decision !== null) {
        const on = Math.max(dayOfDecision(k, decision), beforeOn!)
        Object.assign(answer, { migration: decision, migrationOn: on, afterOn: on })
        answer.after = decision === 1 ? ((1 - before) as 0 | 1) : before
      }
    }

    // 2V − W: neither outcome of an open opposite crossing leaves room for this one.
    for (let i = standing; i < k; i += 1) {
      const earlier = answers[i]!
      if (towards[i] === towards[k] || answer.migration === 1) continue
      if (earlier.before !== (towards[i] === 'in' ? 0 : 1)) continue
      if (decideAt(i, s) !== null || daysIn(towards[i]!, date[i]!, s) >= 2 * V - W) continue
      const on = Math.max(s, earlier.beforeOn!)
      if (answer.migration === null || on < answer.migrationOn!) {
        answer.migration = 0
        answer.migrationOn = on
      }
    }
  })
  // By convention a non-migration is first decided one day after the day it became certain.
  for (const answer of answers) {
    if (answer.migration === 0 && answer.migrationOn! >= T) {
      answer.migration = null
      answer.migrationOn = null
    }
  }
  return answers
}
