import {
  completedYears,
  drawChoice,
  drawQuantile,
  choiceOf,
  dayNumber,
  type RandomGenerator,
} from '../numerics/index.ts'
import type { FamilyMember } from './family.ts'
import type { HouseholdGroup } from './household-groups.ts'
import type { ResidenceSpell } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { drawDay, weightBetween } from './season-curve.ts'

/** A change of usual residence on a day. `irregular` moves avoid the posts. */
export interface Move {
  readonly day: number
  readonly to: number
  readonly reason: string
  readonly irregular: boolean
}

/** Where a household lives: from the beginning, and after each move. */
export interface ResidencePath {
  readonly origin: number
  /** In order of days, at least a year apart. */
  readonly moves: readonly Move[]
}

const yearDays = 365.25

/** The path of a household as a whole, moves before and within the drawn years. */
export function householdPath(
  model: RegionModel,
  group: HouseholdGroup,
  members: readonly FamilyMember[],
  random: RandomGenerator,
): ResidencePath {
  const { country, other } = group
  const { moves } = model.travel
  const head = members[0]!
  const settled = (to: number, reason: string): Move => ({
    day: pastDay(model, head, random),
    to,
    reason,
    irregular: false,
  })
  switch (group.kind) {
    case 'resident': {
      const plan = emigration(model, country, head, random)
      const together = members.length > 1 && random.chance(moves.wholeHousehold)
      return { origin: country, moves: together ? plan : [] }
    }
    case 'abroad': {
      const past = random.chance(moves.bornAbroad) ? [] : [settled(other, 'labour')]
      const origin = past.length === 0 ? other : country
      return { origin, moves: [...past, ...homecoming(model, country, other, random)] }
    }
    case 'foreign':
      return { origin: other, moves: [settled(country, 'labour')] }
    case 'arriving':
      return { origin: other, moves: arrival(model, group, random) }
    default:
      return { origin: other, moves: [] }
  }
}

/** The moves of an adult alone, the rest of the household staying where it is. */
export function personalMoves(
  model: RegionModel,
  country: number,
  member: FamilyMember,
  random: RandomGenerator,
): readonly Move[] {
  return emigration(model, country, member, random)
}

/** A day before the drawn years on which the head, once born, may have come to live abroad. */
function pastDay(model: RegionModel, head: FamilyMember, random: RandomGenerator): number {
  const span = Math.max(model.firstDay - 500 - head.birthDay, 1)
  return head.birthDay + 1 + random.below(span)
}

function emigration(
  model: RegionModel,
  country: number,
  member: FamilyMember,
  random: RandomGenerator,
): readonly Move[] {
  const { moves } = model.travel
  const { emigration: flows } = model.countries[country]!.parameters
  const adultFrom = Math.max(member.birthDay + Math.ceil(18 * yearDays), model.warmupDay)
  if (adultFrom >= model.lastDay) return []
  const curve = model.seasons.get('moves')!
  const years = weightBetween(curve, adultFrom, model.lastDay) / yearDays
  const age = completedYears(member.birthDay, adultFrom)
  if (!random.chance((flows.per1000 / 1000) * years * ageShare(moves.ageShares, age))) return []
  const day = drawDay(curve, adultFrom, model.lastDay, random)
  const to = drawChoice(model.countries[country]!.emigration, random)
  const reason = drawChoice(model.mixes.reasons, random)
  const overLand = model.places[to]!.code === 'USA' || model.land.paths[country]?.[to] !== undefined
  const irregular = overLand && reason !== 'study' && random.chance(flows.irregularShare)
  const out: Move = { day, to, reason, irregular }
  const stay = drawQuantile(reason === 'study' ? moves.studyYears : moves.stayYears, random)
  const backOn = day + Math.round(stay * yearDays)
  if (backOn >= model.lastDay) return [out]
  const forced = irregular && random.chance(moves.forcedReturnShare)
  const back = forced ? 'forced-return' : 'return'
  return [out, { day: backOn, to: country, reason: back, irregular: false }]
}

function homecoming(
  model: RegionModel,
  country: number,
  host: number,
  random: RandomGenerator,
): readonly Move[] {
  const { diasporaReturns, forcedReturnShare } = model.travel.moves
  if (!random.chance(diasporaReturns)) return []
  const day = drawDay(model.seasons.get('moves')!, model.warmupDay, model.lastDay, random)
  const deported = model.places[host]!.code === 'USA' || model.places[host]!.code === 'MEX'
  const reason = deported && random.chance(forcedReturnShare) ? 'forced-return' : 'return'
  return [{ day, to: country, reason, irregular: false }]
}

function arrival(
  model: RegionModel,
  group: HouseholdGroup,
  random: RandomGenerator,
): readonly Move[] {
  const years = Object.entries(group.years ?? {}).filter(
    ([year]) => Number(year) >= model.options.firstYear && Number(year) <= model.options.lastYear,
  )
  if (years.length === 0) return []
  const year = Number(drawChoice(choiceOf(years), random))
  const day = drawDay(
    model.seasons.get('moves')!,
    dayNumber(year, 1, 1),
    dayNumber(year + 1, 1, 1),
    random,
  )
  const move: Move = { day, to: group.country, reason: group.reason, irregular: false }
  const leave = day + Math.round(drawQuantile(model.travel.moves.arrivingStays, random) * yearDays)
  if (leave >= model.lastDay) return [move]
  return [move, { day: leave, to: group.other, reason: 'return', irregular: false }]
}

function ageShare(shares: Readonly<Record<string, number>>, age: number): number {
  let share = 0
  for (const [from, value] of Object.entries(shares)) if (age >= Number(from)) share = value
  return share
}

/** The spells of a person: the path from birth on, cut at death. */
export function residenceSpells(
  path: ResidencePath,
  birthDay: number,
  deathDay: number,
): ResidenceSpell[] {
  let place = path.origin
  const later: Move[] = []
  for (const move of path.moves) {
    if (move.day <= birthDay) place = move.to
    // Who dies within days of a move is taken not to have moved.
    else if (move.day < deathDay - 10) later.push(move)
  }
  const spells: ResidenceSpell[] = []
  let from = birthDay
  let reason = 'birth'
  let irregular = false
  for (const move of later) {
    spells.push({ place, from, to: move.day, reason, irregular })
    place = move.to
    from = move.day
    reason = move.reason
    irregular = move.irregular
  }
  spells.push({ place, from, to: deathDay, reason, irregular })
  return spells
}

/** The spell a person lives in on a day; undefined before birth and after death. */
export function findSpell(
  spells: readonly ResidenceSpell[],
  day: number,
): ResidenceSpell | undefined {
  return spells.find((spell) => day >= spell.from && day < spell.to)
}
