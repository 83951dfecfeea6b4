import {
  choiceOf,
  drawChoice,
  Xoshiro128,
  type Choice,
  type RandomGenerator,
} from '../numerics/index.ts'
import { drawFamily, type FamilyMember, type FamilyTraits } from './family.ts'
import type { RegionModel } from './region-model.ts'

/** A kind of household: what its members are to the region. */
export interface HouseholdGroup {
  readonly kind:
    | 'resident' // nationals at home
    | 'abroad' // nationals of a drawn country who live elsewhere
    | 'foreign' // nationals of no drawn country who live in one
    | 'arriving' // … who come to live there in the drawn years
    | 'visitor' // … who come to visit
    | 'border-life' // … who live across the border and cross it to work and trade
    | 'transit' // … who pass through
  /** The drawn country concerned. */
  readonly country: number
  /** Country of residence of those abroad; country of citizenship of all others not resident. */
  readonly other: number
  /** Thousands of persons on the first drawn day that the group stands for. */
  readonly thousands: number
  readonly reason: string
  /** Arrivals by year, where they are dated. */
  readonly years: Readonly<Record<string, number>> | undefined
}

/** Every group of the model with its weight in households. */
export function householdGroups(model: RegionModel): Choice<HouseholdGroup> {
  // Who lives together depends on the country and on whether it lives there, not on its origin.
  const sizes = new Map<string, number>()
  const sizeOf = (group: HouseholdGroup) => {
    const key = `${String(isTravelling(group))}-${String(group.country)}`
    const size = sizes.get(key) ?? meanSize(model, group)
    sizes.set(key, size)
    return size
  }
  return choiceOf(
    listGroups(model).map((group) => [group, group.thousands / sizeOf(group)] as const),
  )
}

function listGroups(model: RegionModel): HouseholdGroup[] {
  const groups: HouseholdGroup[] = []
  const add = (
    kind: HouseholdGroup['kind'],
    country: number,
    other: number,
    thousands: number,
    reason = '',
    years?: Readonly<Record<string, number>>,
  ) => {
    if (thousands > 0) groups.push({ kind, country, other, thousands, reason, years })
  }
  const residents = model.countries.map((country) => country.parameters.population2015)
  for (const { index, parameters } of model.countries) {
    for (const [code, thousands] of Object.entries(parameters.abroad)) {
      const host = model.placeOf(code)
      if (host < model.drawn) residents[host] = residents[host]! - thousands
      add('abroad', index, host, thousands)
    }
    for (const [code, thousands] of Object.entries(parameters.foreign)) {
      residents[index] = residents[index]! - thousands
      add('foreign', index, model.placeOf(code), thousands)
    }
    for (const one of parameters.arriving) {
      add('arriving', index, model.placeOf(one.citizenship), one.thousands, one.reason, one.years)
    }
    const { visitors } = parameters
    const all = Object.values(visitors.origins).reduce((sum, weight) => sum + weight, 0)
    for (const [code, weight] of Object.entries(visitors.origins)) {
      const origin = model.placeOf(code)
      // Neighbours that are drawn themselves visit as residents do.
      if (origin < model.drawn) continue
      add('visitor', index, origin, (visitors.thousands * weight) / all)
    }
  }
  residents.forEach((thousands, i) => add('resident', i, i, thousands))
  const { borderLife, transit } = model.travel
  const codes = model.options.countries
  if (codes.includes(borderLife.to) && !codes.includes(borderLife.from)) {
    const from = model.placeOf(borderLife.from)
    add('border-life', model.placeOf(borderLife.to), from, borderLife.thousands)
  }
  if (transit.path.some((code) => codes.includes(code))) {
    const share = model.drawn / 6
    const all = Object.values(transit.origins).reduce((sum, weight) => sum + weight, 0)
    for (const [code, weight] of Object.entries(transit.origins)) {
      const thousands = (Math.min(share, 1) * transit.thousands * weight) / all
      add('transit', 0, model.placeOf(code), thousands)
    }
  }
  return groups
}

/** The traits of a group's families; those of nowhere in particular borrow the first country's. */
export function familyTraits(
  model: RegionModel,
  group: HouseholdGroup,
  random: RandomGenerator,
): FamilyTraits {
  const national = group.kind === 'resident' || group.kind === 'abroad'
  const named = national ? group.country : group.other
  const traditions = model.traditions[named]!
  const country = model.countries[group.country]!
  const { households } = model.travel
  const travelling = isTravelling(group)
  return {
    tradition: drawChoice(traditions, random),
    adultAges: country.adultAges,
    couple: travelling ? households.visitors.partner : households.couple,
    singleWoman: travelling ? (1 - households.visitors.partner) / 2 : households.singleWoman,
    birthsPerWoman: travelling
      ? 3 * households.visitors.children
      : country.parameters.birthsPerWoman,
  }
}

/** Whether a group is in the region only on its way. */
function isTravelling(group: HouseholdGroup): boolean {
  return group.kind === 'visitor' || group.kind === 'transit'
}

/** One family of a group. */
export function drawGroupFamily(
  model: RegionModel,
  group: HouseholdGroup,
  random: RandomGenerator,
): FamilyMember[] {
  const members = drawFamily(model, familyTraits(model, group, random), random)
  // Who only passes through the region brings few children, and none that is not born yet.
  if (!isTravelling(group)) return members
  const kept = members.filter(
    (member) => member.role !== 'child' || member.birthDay < model.firstDay,
  )
  return kept.slice(0, 4)
}

/** Mean number of members alive on the first drawn day, by drawing families with a fixed seed. */
function meanSize(model: RegionModel, group: HouseholdGroup): number {
  const random = new Xoshiro128(19)
  const families = 240
  let alive = 0
  for (let i = 0; i < families; i += 1) {
    for (const member of drawGroupFamily(model, group, random)) {
      if (member.birthDay <= model.firstDay) alive += 1
    }
  }
  return alive / families
}
