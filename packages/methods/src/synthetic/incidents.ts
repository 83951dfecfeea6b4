import { choiceOf, drawChoice, drawPoisson, isoDay, Xoshiro128 } from '../numerics/index.ts'
import type { RegionModel } from './region-model.ts'
import { drawDay, yearBounds } from './season-curve.ts'

/** A synthetic incident: people who died or went missing on the way. */
export interface SyntheticIncident {
  readonly id: string
  readonly date: string
  readonly country: string
  readonly place: string
  readonly cause: string
  /** Persons; `null` where the source could not say. */
  readonly dead: number
  readonly missing: number | null
  readonly survivors: number | null
  readonly women: number
  readonly men: number
  readonly children: number
}

/** Stream of the incidents, beside those of the households, which are numbered from 1. */
const incidentStream = 0

/** Incidents in and around the drawn countries, in order of date. */
export function drawIncidents(model: RegionModel): SyntheticIncident[] {
  const random = new Xoshiro128(model.options.seed, incidentStream)
  const { perYear, causes } = model.travel.incidents
  const cause = choiceOf(Object.entries(causes))
  const curve = model.seasons.get('transit')!
  const incidents: { day: number; country: number; cause: string; dead: number }[] = []
  for (let year = model.options.firstYear; year <= model.options.lastYear; year += 1) {
    const [first, last] = yearBounds(year)
    const trend = model.travel.trends['transit']?.[String(year)] ?? 1
    for (let n = drawPoisson((perYear * model.drawn * trend) / 6, random); n > 0; n -= 1) {
      incidents.push({
        day: drawDay(curve, first, last + 1, random),
        country: random.below(model.drawn),
        cause: drawChoice(cause, random),
        dead: random.chance(0.7) ? 1 : 1 + drawPoisson(2.5, random),
      })
    }
  }
  incidents.sort((a, b) => a.day - b.day)
  return incidents.map((one, i) => {
    const missing = random.chance(0.8) ? null : drawPoisson(3, random)
    const women = random.chance(0.25) ? Math.min(one.dead, 1 + random.below(2)) : 0
    const children = one.dead > women && random.chance(0.12) ? 1 : 0
    const { parameters } = model.countries[one.country]!
    return {
      id: `SYN-${isoDay(one.day).slice(0, 4)}-${String(i + 1).padStart(4, '0')}`,
      date: isoDay(one.day),
      country: parameters.code,
      place: drawChoice(model.countries[one.country]!.departments, random).name,
      cause: one.cause,
      dead: one.dead,
      missing,
      survivors: random.chance(0.6) ? null : drawPoisson(2, random),
      women,
      men: random.chance(0.7) ? one.dead - women - children : 0,
      children,
    }
  })
}
