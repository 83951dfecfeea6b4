import type { RandomGenerator } from '../numerics/index.ts'
import type { Crossing, Journey } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { airRoute, drawRoute, landRoute, reverseRoute, travel, type Route } from './routes.ts'

export const ranks = { own: 1, family: 2, move: 3 } as const

/** What a journey is, before a way is found for it. */
export interface JourneyPlan {
  readonly from: number
  readonly to: number
  /** First minute away. */
  readonly start: number
  /** Days between reaching the destination and leaving it; less than one for a day trip. */
  readonly stayDays: number
  readonly purpose: string
  readonly rank?: number
  /** A way that is always taken, where there is one. */
  readonly route?: Route
}

/** A minute of a day on which people set out: from 5 in the morning to 9 in the evening. */
export function departureMinute(day: number, random: RandomGenerator): number {
  return day * 1440 + 300 + random.below(960)
}

/** There and back. */
export function roundTrip(model: RegionModel, plan: JourneyPlan, random: RandomGenerator): Journey {
  const crossings: Crossing[] = []
  const { from, to, purpose, start, stayDays } = plan
  const out = plan.route ?? drawRoute(model, from, to, random)
  const planned = Math.max(1, Math.ceil(stayDays))
  const there = travel(model, crossings, out, start, { purpose, stayDays: planned }, random)
  const leaving = there + Math.max(30, Math.round(stayDays * 1440))
  const same = plan.route !== undefined || random.chance(model.travel.routes.sameRouteBack)
  const back = same ? reverseRoute(out) : drawRoute(model, to, from, random)
  const end = travel(model, crossings, back, leaving, { purpose, stayDays: 0 }, random)
  return { start, end, rank: plan.rank ?? ranks.own, purpose, crossings }
}

/** Several places one after the other, and home from the last by air. */
export function circuit(
  model: RegionModel,
  home: number,
  stops: readonly { readonly place: number; readonly stayDays: number }[],
  start: number,
  purpose: string,
  random: RandomGenerator,
): Journey {
  const crossings: Crossing[] = []
  let at = home
  let now = start
  for (const { place, stayDays } of stops) {
    const leg = { purpose, stayDays: Math.max(1, Math.ceil(stayDays)) }
    const route =
      (at === home ? undefined : landRoute(model, at, place, random)) ??
      drawRoute(model, at, place, random)
    now = travel(model, crossings, route, now, leg, random) + Math.round(stayDays * 1440) + 60
    at = place
  }
  const back = { purpose, stayDays: 0 }
  const end = travel(model, crossings, airRoute(model, at, home, random), now, back, random)
  return { start, end, rank: ranks.own, purpose, crossings }
}

/** A one-way journey to a new home. Who avoids the posts goes over land, towards the north. */
export function moveJourney(
  model: RegionModel,
  from: number,
  move: {
    readonly day: number
    readonly to: number
    readonly reason: string
    readonly irregular: boolean
  },
  random: RandomGenerator,
): Journey {
  const crossings: Crossing[] = []
  const start = departureMinute(move.day, random)
  const leg = { purpose: purposeOfMove(move.reason), stayDays: 365 }
  if (move.irregular) {
    const gate = model.land.paths[from]?.[move.to] ? move.to : model.placeOf('MEX')
    const route = landRoute(model, from, gate, random)
    if (route) {
      const irregular = (_: number, to: number) => (to === gate ? 0.85 : 0.4)
      const end = travel(model, crossings, route, start, { ...leg, irregular }, random)
      return { start, end, rank: ranks.move, purpose: leg.purpose, crossings }
    }
  }
  const flown = move.reason === 'forced-return' && model.places[from]!.code === 'USA'
  const route = flown
    ? airRoute(model, from, move.to, random)
    : drawRoute(model, from, move.to, random)
  const end = travel(model, crossings, route, start, leg, random)
  return { start, end, rank: ranks.move, purpose: leg.purpose, crossings }
}

function purposeOfMove(reason: string): string {
  if (reason === 'labour') return 'work'
  if (reason === 'retirement') return 'settlement'
  return reason
}

/**
 * The journeys that one person can truly have made: in order of time, none overlapping another;
 * where two do, the higher rank stays, the earlier among equals.
 */
export function withoutOverlap(journeys: Journey[], gapMinutes = 180): Journey[] {
  journeys.sort((a, b) => a.start - b.start || b.rank - a.rank || a.end - b.end)
  const kept: Journey[] = []
  for (const journey of journeys) {
    let last = kept.at(-1)
    while (last && journey.start < last.end + gapMinutes && last.rank < journey.rank) {
      kept.pop()
      last = kept.at(-1)
    }
    if (!last || journey.start >= last.end + gapMinutes) kept.push(journey)
  }
  return kept
}
