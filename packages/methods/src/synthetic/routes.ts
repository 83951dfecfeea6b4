import { drawChoice, drawQuantile, type RandomGenerator } from '../numerics/index.ts'
import type { BorderPoint } from './land-network.ts'
import type { Crossing } from './person.ts'
import type { RegionModel } from './region-model.ts'

/** A way from one place to another, posts included, so that it can be taken back as well. */
export type Route =
  | {
      readonly by: 'land'
      readonly path: readonly number[]
      readonly points: readonly BorderPoint[]
    }
  | {
      readonly by: 'air' | 'sea'
      readonly path: readonly number[]
      readonly fromPost: number
      readonly toPost: number
    }

/** What a leg of a journey is for, and how it is written at the borders on the way. */
export interface LegPurpose {
  readonly purpose: string
  /** Planned days at the destination; 0 on the way home. */
  readonly stayDays: number
  /** Probability that a border, by the places it parts, is crossed away from its posts. */
  readonly irregular?: (from: number, to: number) => number
}

/** A way by land, if there is one. */
export function landRoute(
  model: RegionModel,
  from: number,
  to: number,
  random: RandomGenerator,
): Route | undefined {
  const path = model.land.paths[from]?.[to]
  if (!path || path.length < 2) return undefined
  const points = path.slice(1).map((place, i) => borderPoint(model, path[i]!, place, random))
  return { by: 'land', path, points }
}

function borderPoint(model: RegionModel, from: number, to: number, random: RandomGenerator) {
  return drawChoice(model.land.points.get(from * 256 + to)!, random)
}

/** A way by air: an airport at each end that lies in a drawn country. */
export function airRoute(
  model: RegionModel,
  from: number,
  to: number,
  random: RandomGenerator,
): Route {
  const airport = (place: number) =>
    place < model.drawn ? drawChoice(model.countries[place]!.airports, random) : -1
  return { by: 'air', path: [from, to], fromPost: airport(from), toPost: airport(to) }
}

/** A way by sea where both ends allow it, else by air. */
export function seaRoute(
  model: RegionModel,
  from: number,
  to: number,
  random: RandomGenerator,
): Route {
  const port = (place: number) => {
    if (place >= model.drawn) return -1
    const ports = model.countries[place]!.seaports
    return ports ? drawChoice(ports, random) : undefined
  }
  const fromPost = port(from)
  const toPost = port(to)
  if (fromPost === undefined || toPost === undefined) return airRoute(model, from, to, random)
  return { by: 'sea', path: [from, to], fromPost, toPost }
}

/** By land the more likely the fewer borders lie between; now and then by sea; else by air. */
export function drawRoute(
  model: RegionModel,
  from: number,
  to: number,
  random: RandomGenerator,
): Route {
  const { landShareByHops, sea } = model.travel.routes
  const path = model.land.paths[from]?.[to]
  if (path && path.length > 1) {
    const hops = Math.min(path.length - 2, landShareByHops.length - 1)
    if (random.chance(landShareByHops[hops]!)) return landRoute(model, from, to, random)!
  }
  return random.chance(sea) ? seaRoute(model, from, to, random) : airRoute(model, from, to, random)
}

/** The same way back, by the same posts. */
export function reverseRoute(route: Route): Route {
  const path = route.path.toReversed()
  if (route.by !== 'land') {
    return { by: route.by, path, fromPost: route.toPost, toPost: route.fromPost }
  }
  const points = route.points
    .toReversed()
    .map(({ mode, fromPost, toPost }) => ({ mode, fromPost: toPost, toPost: fromPost }))
  return { by: 'land', path, points }
}

/**
 * Travels a route from a minute on, writing the crossings of drawn countries, and answers with
 * the minute of arrival. In the countries in between the purpose is transit.
 */
export function travel(
  model: RegionModel,
  crossings: Crossing[],
  route: Route,
  minute: number,
  leg: LegPurpose,
  random: RandomGenerator,
): number {
  const { borderMinutes, flightMinutes, acrossHours } = model.travel.routes
  if (route.by !== 'land') {
    const [from, to] = route.path as [number, number]
    const minutes = drawQuantile(flightMinutes, random) * (route.by === 'sea' ? 4 : 1)
    const landed = minute + Math.ceil(minutes)
    pass(
      model,
      crossings,
      leg,
      true,
      'departure',
      from,
      to,
      route.fromPost,
      minute,
      route.by,
      false,
    )
    pass(model, crossings, leg, true, 'arrival', to, from, route.toPost, landed, route.by, false)
    return landed
  }
  let now = minute
  const last = route.path.length - 1
  for (let i = 0; i < last; i += 1) {
    const from = route.path[i]!
    const to = route.path[i + 1]!
    const { mode, fromPost, toPost } = route.points[i]!
    const hidden = leg.irregular ? random.chance(leg.irregular(from, to)) : false
    pass(model, crossings, leg, i === 0, 'departure', from, to, fromPost, now, mode, hidden)
    now += Math.ceil(drawQuantile(borderMinutes, random))
    pass(model, crossings, leg, i === last - 1, 'arrival', to, from, toPost, now, mode, hidden)
    if (i < last - 1) now += Math.ceil(drawQuantile(acrossHours, random) * 60)
  }
  return now
}

/** Days that a country grants to whoever passes through it. */
const transitDays = 3

/** Writes down one crossing, where the country is a drawn one; `ends` where the leg ends there. */
function pass(
  model: RegionModel,
  crossings: Crossing[],
  leg: LegPurpose,
  ends: boolean,
  direction: Crossing['direction'],
  country: number,
  counterpart: number,
  post: number,
  minute: number,
  mode: string,
  irregular: boolean,
): void {
  if (country >= model.drawn || post < 0) return
  const purpose = ends ? leg.purpose : 'transit'
  const stayDays = direction === 'departure' ? 0 : ends ? leg.stayDays : transitDays
  crossings.push({
    country,
    post,
    direction,
    minute,
    mode,
    counterpart,
    purpose,
    stayDays,
    irregular,
  })
}
