import { drawQuantile, type RandomGenerator } from '../numerics/index.ts'
import type { Crossing, Journey } from './person.ts'
import { departureMinute, ranks } from './journeys.ts'
import type { RegionModel } from './region-model.ts'
import { landRoute, travel } from './routes.ts'
import { drawDay } from './season-curve.ts'

/**
 * A passage through the region from south to north, days apart at each border; some turn back at
 * the first. Many borders are crossed away from their posts: those crossings are true and leave
 * no record.
 */
export function transitJourney(model: RegionModel, random: RandomGenerator): Journey | undefined {
  const { transit } = model.travel
  const path = transit.path.map((code) => model.placeOf(code))
  const day = drawDay(model.seasons.get('transit')!, model.warmupDay, model.lastDay + 1, random)
  const open = path.reduce((least, place) => Math.min(least, model.openness(place, day)), 1)
  // A closed border stops fewer of those who avoid its posts anyway.
  if (!random.chance(Math.max(open, 0.25))) return undefined
  const crossings: Crossing[] = []
  const start = departureMinute(day, random)
  let now = start
  const turnsBack = random.chance(transit.turnBack)
  for (let i = 0; i + 1 < path.length; i += 1) {
    const from = path[i]!
    const to = path[i + 1]!
    const route = landRoute(model, from, to, random)
    const key = `${transit.path[i]!}>${transit.path[i + 1]!}`
    const hidden = transit.irregular[key] ?? 0
    const stayDays = drawQuantile(transit.daysInCountry, random)
    const leg = { purpose: 'transit', stayDays: Math.max(1, Math.ceil(stayDays)) }
    if (route)
      now = travel(model, crossings, route, now, { ...leg, irregular: () => hidden }, random)
    now += Math.round(stayDays * 1440)
    if (turnsBack && i === 1) {
      // Back over the border just crossed, and over the one before it.
      for (let j = i; j >= 0; j -= 1) {
        const back = landRoute(model, path[j + 1]!, path[j]!, random)
        if (back) now = travel(model, crossings, back, now, { ...leg, stayDays: 1 }, random)
        now += 300 + random.below(1440)
      }
      break
    }
  }
  return { start, end: now, rank: ranks.move, purpose: 'transit', crossings }
}
