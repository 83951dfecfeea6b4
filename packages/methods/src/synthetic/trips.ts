import {
  drawChoice,
  drawQuantile,
  weekday,
  yearOf,
  dayNumber,
  type RandomGenerator,
} from '../numerics/index.ts'
import { departureMinute, roundTrip, circuit } from './journeys.ts'
import type { Behaviour, Journey, Person, ResidenceSpell } from './person.ts'
import type { CountryModel, RegionModel } from './region-model.ts'
import { landRoute, seaRoute } from './routes.ts'
import { drawDay, drawDays } from './season-curve.ts'

/** A stretch of days, in one home, in which someone may travel. */
interface Stretch {
  readonly place: number
  readonly from: number
  readonly to: number
}

/** The part of a spell in which an adult travels: from 18 years of age, within the drawn days. */
export function travelStretch(
  model: RegionModel,
  spell: ResidenceSpell,
  birthDay: number,
): Stretch | undefined {
  const adult = birthDay + Math.ceil(model.travel.behaviours.minorTripsFrom * 365.25)
  const from = Math.max(spell.from + (spell.reason === 'birth' ? 0 : 30), adult, model.warmupDay)
  const to = Math.min(spell.to, model.lastDay + 1)
  return from < to ? { place: spell.place, from, to } : undefined
}

/** Whether both ends are open enough on the day for this journey to be made. */
function canTravel(
  model: RegionModel,
  from: number,
  to: number,
  day: number,
  random: RandomGenerator,
): boolean {
  const open = model.openness(from, day) * model.openness(to, day)
  return open >= 1 || random.chance(open)
}

/** The journeys of an adult in one stretch, by the way he or she lives. */
export function drawTrips(
  model: RegionModel,
  person: Person,
  stretch: Stretch,
  random: RandomGenerator,
): Journey[] {
  const journeys: Journey[] = []
  const country = model.countries[stretch.place]
  if (country) {
    const kind: Behaviour = person.behaviour
    if (kind === 'occasional') occasionalTrips(model, country, stretch, journeys, random)
    else if (kind === 'frequent') frequentTrips(model, country, stretch, journeys, random)
    else if (kind === 'commuter') commuting(model, person, country, stretch, journeys, random)
    else if (kind === 'seasonal') seasonalWork(model, country, stretch, journeys, random)
    else if (kind === 'driver') haulage(model, country, stretch, journeys, random)
  }
  // Those who live abroad come home to visit, Christmas and Holy Week above all.
  const rooted = country !== undefined || person.citizenship < model.drawn
  if (person.citizenship !== stretch.place && rooted) {
    homeVisits(model, person, stretch, journeys, random)
  }
  return journeys
}

function occasionalTrips(
  model: RegionModel,
  country: CountryModel,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { rate } = model.travel.behaviours.occasional
  const perYear = rate * country.parameters.mobility
  for (const day of drawDays(
    model.seasons.get('leisure')!,
    stretch.from,
    stretch.to,
    perYear,
    random,
  )) {
    const purpose = drawChoice(model.mixes.occasional, random)
    addTrip(model, country, stretch.place, day, purpose, journeys, random)
  }
}

function addTrip(
  model: RegionModel,
  country: CountryModel,
  from: number,
  day: number,
  purpose: string,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const near = (purpose === 'shopping' || purpose === 'religion') && country.nearby
  const business = purpose === 'business' || purpose === 'official'
  const to = drawChoice(
    near ? country.nearby : business ? country.business : country.leisure,
    random,
  )
  if (!canTravel(model, from, to, day, random)) return
  const stayDays = drawQuantile(
    model.travel.stays[purpose] ?? model.travel.stays['leisure']!,
    random,
  )
  const start = departureMinute(day, random)
  journeys.push(roundTrip(model, { from, to, start, stayDays, purpose }, random))
}

function frequentTrips(
  model: RegionModel,
  country: CountryModel,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { rate } = model.travel.behaviours.frequent
  for (const day of drawDays(
    model.seasons.get('business')!,
    stretch.from,
    stretch.to,
    rate,
    random,
  )) {
    const purpose = drawChoice(model.mixes.frequent, random)
    addTrip(model, country, stretch.place, day, purpose, journeys, random)
  }
}

/** Works across the border for some years: by the day, or from Monday to Friday. */
function commuting(
  model: RegionModel,
  person: Person,
  country: CountryModel,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const here = country.parameters.commuting.find((one) => one.department === person.department)
  if (!here) return
  commute(model, stretch, model.placeOf(here.to), journeys, random)
}

export function commute(
  model: RegionModel,
  stretch: Stretch,
  to: number,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { commuter } = model.travel.behaviours
  const route = landRoute(model, stretch.place, to, random)
  if (!route) return
  const [first, last] = workingDays(stretch, drawQuantile(commuter.years, random), random)
  const weekly = random.chance(commuter.weekly)
  const often = drawQuantile(commuter.daysPerWeek, random) / 6
  for (let day = first; day < last; day += 1) {
    const today = weekday(day)
    if (today === 6 || (weekly && today !== 0)) continue
    if (!random.chance(weekly ? 0.8 : often)) continue
    if (!canTravel(model, stretch.place, to, day, random)) continue
    const start = day * 1440 + 290 + random.below(120)
    const stayDays = weekly ? 4.4 + random.below(60) / 1440 : (480 + random.below(150)) / 1440
    const purpose = 'cross-border-work'
    journeys.push(
      roundTrip(model, { from: stretch.place, to, start, stayDays, purpose, route }, random),
    )
  }
}

/** Some years of work, of which a part may lie before the stretch or after it. */
function workingDays(
  stretch: Stretch,
  years: number,
  random: RandomGenerator,
): readonly [first: number, last: number] {
  const span = Math.round(years * 365.25)
  const begins = stretch.from - span + random.below(stretch.to - stretch.from + span)
  return [Math.max(begins, stretch.from), Math.min(begins + span, stretch.to)]
}

/** Harvests: one long stay a season, to the same place, by no means every year. */
function seasonalWork(
  model: RegionModel,
  country: CountryModel,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { seasonal } = country.parameters
  const all = seasonal.reduce((sum, one) => sum + one.weight, 0)
  let target = random.uniform() * all
  const chosen = seasonal.find((one) => (target -= one.weight) < 0) ?? seasonal[0]!
  const to = model.placeOf(chosen.to)
  for (let year = yearOf(stretch.from); year <= yearOf(stretch.to - 1); year += 1) {
    if (!random.chance(model.travel.behaviours.seasonal.seasonShare)) continue
    const month = chosen.months[random.below(chosen.months.length)]!
    const day = dayNumber(year, month, 1) + random.below(28)
    if (
      day < stretch.from ||
      day >= stretch.to ||
      !canTravel(model, stretch.place, to, day, random)
    )
      continue
    const stayDays = drawQuantile(model.travel.stays['seasonal-work']!, random)
    const start = departureMinute(day, random)
    const plan = { from: stretch.place, to, start, stayDays, purpose: 'seasonal-work' }
    journeys.push(roundTrip(model, plan, random))
  }
}

/** Drivers of lorries: many journeys over land; goods went on crossing when people could not. */
function haulage(
  model: RegionModel,
  country: CountryModel,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { driver } = model.travel.behaviours
  const to = drawChoice(country.haulage, random)
  const route = landRoute(model, stretch.place, to, random)
  if (!route) return
  const [first, last] = workingDays(stretch, drawQuantile(driver.years, random), random)
  for (const day of drawDays(model.seasons.get('even')!, first, last, driver.rate, random)) {
    const stayDays = drawQuantile(model.travel.stays['crew']!, random)
    const start = departureMinute(day, random)
    const plan = { from: stretch.place, to, start, stayDays, purpose: 'crew', route }
    journeys.push(roundTrip(model, plan, random))
  }
}

function homeVisits(
  model: RegionModel,
  person: Person,
  stretch: Stretch,
  journeys: Journey[],
  random: RandomGenerator,
): void {
  const { homeVisits: rate } = model.travel.behaviours
  for (const day of drawDays(model.seasons.get('visit')!, stretch.from, stretch.to, rate, random)) {
    const to = person.citizenship
    if (!canTravel(model, stretch.place, to, day, random)) continue
    const stayDays = drawQuantile(model.travel.stays['visit']!, random)
    const start = departureMinute(day, random)
    journeys.push(
      roundTrip(model, { from: stretch.place, to, start, stayDays, purpose: 'visit' }, random),
    )
  }
}

/** The visits of someone from elsewhere: once mostly, sometimes on to a neighbour, or by ship. */
export function visitorTrips(
  model: RegionModel,
  country: CountryModel,
  home: number,
  random: RandomGenerator,
): Journey[] {
  const { visitors, stays } = model.travel
  const journeys: Journey[] = []
  const hops = model.land.paths[home]?.[country.index]?.length
  const curve = model.seasons.get('overseas')!
  for (let visits = Math.round(drawQuantile(visitors.visits, random)); visits > 0; visits -= 1) {
    const day = drawDay(curve, model.warmupDay, model.lastDay + 1, random)
    if (!canTravel(model, home, country.index, day, random)) continue
    const start = departureMinute(day, random)
    const purpose = drawChoice(model.mixes.visitors, random)
    const stayDays = drawQuantile(
      stays[purpose === 'leisure' ? 'overseas' : purpose] ?? stays['overseas']!,
      random,
    )
    const plan = { from: home, to: country.index, start, stayDays, purpose }
    if (purpose === 'leisure' && country.seaports && random.chance(visitors.cruise)) {
      const route = seaRoute(model, home, country.index, random)
      const ashore = drawQuantile(stays['cruise']!, random)
      journeys.push(roundTrip(model, { ...plan, stayDays: ashore, route }, random))
    } else if (purpose === 'leisure' && country.nearby && random.chance(visitors.circuit)) {
      const stops = [{ place: country.index, stayDays: stayDays * 0.6 }]
      stops.push({ place: drawChoice(country.nearby, random), stayDays: stayDays * 0.4 })
      journeys.push(circuit(model, home, stops, start, purpose, random))
    } else if (hops === 2 && random.chance(visitors.landEntry)) {
      journeys.push(
        roundTrip(
          model,
          { ...plan, route: landRoute(model, home, country.index, random)! },
          random,
        ),
      )
    } else journeys.push(roundTrip(model, plan, random))
  }
  return journeys
}
