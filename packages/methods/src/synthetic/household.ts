import {
  civilNumber,
  dayNumber,
  drawChoice,
  yearOf,
  type Choice,
  type RandomGenerator,
} from '../numerics/index.ts'
import type { FamilyMember } from './family.ts'
import { drawGroupFamily, type HouseholdGroup } from './household-groups.ts'
import { moveJourney, ranks, withoutOverlap } from './journeys.ts'
import type { Behaviour, Crossing, Journey, Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import {
  findSpell,
  householdPath,
  personalMoves,
  residenceSpells,
  type ResidencePath,
} from './residence.ts'
import { transitJourney } from './transit.ts'
import { commute, drawTrips, travelStretch, visitorTrips } from './trips.ts'

/** A household with all that truly happened to it in the drawn years. */
export function drawHousehold(
  model: RegionModel,
  groups: Choice<HouseholdGroup>,
  household: number,
  firstId: number,
  room: number,
  random: RandomGenerator,
): Person[] {
  const group = drawChoice(groups, random)
  const members = drawGroupFamily(model, group, random).slice(0, room)
  const path = householdPath(model, group, members, random)
  const papers = drawPapers(model, group, random)
  const persons = members.map((member, i) =>
    makePerson(model, group, path, papers, member, household, firstId + i, random),
  )
  const journeys = members.map((member, i) =>
    memberJourneys(model, group, path, persons[i]!, member, random),
  )
  moveTogether(model, path, persons, journeys, random)
  shareFamilyTrips(model, members, persons, journeys, random)
  persons.forEach((person, i) => (person.crossings = trueCrossings(model, person, journeys[i]!)))
  return persons
}

interface Papers {
  readonly citizenship: number
  readonly second: number
  readonly department: string
  readonly municipality: string
}

function drawPapers(model: RegionModel, group: HouseholdGroup, random: RandomGenerator): Papers {
  const { dualCitizenship } = model.travel.documents
  const national = group.kind === 'resident' || group.kind === 'abroad'
  const citizenship = national ? group.country : group.other
  let second = -1
  if (group.kind === 'abroad' && random.chance(dualCitizenship.diaspora)) second = group.other
  else if (group.kind === 'resident' && random.chance(dualCitizenship.resident)) {
    second = drawChoice(model.mixes.dualWith, random)
  }
  if (!national) return { citizenship, second, department: '', municipality: '' }
  const department = drawChoice(model.countries[group.country]!.departments, random)
  // The seat of the department holds more people than any other: the lower of two draws.
  const number =
    1 + Math.min(random.below(department.municipalities), random.below(department.municipalities))
  const municipality = `${department.code}.${String(number).padStart(2, '0')}`
  return { citizenship, second, department: department.code, municipality }
}

function makePerson(
  model: RegionModel,
  group: HouseholdGroup,
  path: ResidencePath,
  papers: Papers,
  member: FamilyMember,
  household: number,
  id: number,
  random: RandomGenerator,
): Person {
  const { birthDay } = member
  const deathDay = drawDeathDay(model, birthDay, random)
  const behaviour = drawBehaviour(model, group, papers.department, member, random)
  // Whole households move together; an adult of one that stays may go alone.
  const alone =
    group.kind === 'resident' && path.moves.length === 0
      ? { origin: path.origin, moves: personalMoves(model, group.country, member, random) }
      : path
  const spells = residenceSpells(alone, birthDay, deathDay)
  const birthPlace = spells[0]!.place
  // Born in a country that gives its citizenship to whoever is born there.
  const byBirth = birthPlace !== papers.citizenship && birthPlace !== papers.second
  const second = byBirth && papers.second < 0 ? birthPlace : papers.second
  return {
    id,
    household,
    sex: member.sex,
    birthDay,
    deathDay,
    given: member.given,
    paternal: member.paternal,
    maternal: member.maternal,
    marriedName: member.marriedName,
    marriedOn: member.marriedOn,
    citizenship: papers.citizenship,
    secondCitizenship: second === papers.citizenship ? -1 : second,
    birthPlace,
    department: papers.department,
    municipality: papers.municipality,
    behaviour,
    spells,
    crossings: [],
  }
}

function drawBehaviour(
  model: RegionModel,
  group: HouseholdGroup,
  department: string,
  member: FamilyMember,
  random: RandomGenerator,
): Behaviour {
  if (group.kind === 'visitor' || group.kind === 'border-life' || group.kind === 'transit') {
    return group.kind
  }
  const drawn = drawChoice(model.mixes.behaviours, random)
  if (member.birthDay > model.lastDay - 18 * 365) return 'child'
  if (group.kind === 'abroad' && group.other >= model.drawn) return 'diaspora'
  if (drawn === 'driver' && member.sex === 'F') return 'occasional'
  if (drawn !== 'commuter') return drawn
  const { commuting } = model.countries[group.country]!.parameters
  return commuting.some((one) => one.department === department) ? drawn : 'occasional'
}

/** The day of death within the drawn years, `Infinity` for who outlives them. */
function drawDeathDay(model: RegionModel, birthDay: number, random: RandomGenerator): number {
  const { deathsPer1000 } = model.travel
  const from = Math.max(yearOf(model.firstDay), yearOf(birthDay))
  for (let year = from; year <= model.options.lastYear; year += 1) {
    const age = year - Math.floor(civilNumber(birthDay) / 10000)
    const yearly = deathsPer1000[Math.min(Math.floor(age / 5), deathsPer1000.length - 1)]! / 1000
    if (!random.chance(yearly)) continue
    const day = dayNumber(year, 1, 1) + random.below(365)
    return day > birthDay ? day : birthDay + 1
  }
  return Infinity
}

function memberJourneys(
  model: RegionModel,
  group: HouseholdGroup,
  path: ResidencePath,
  person: Person,
  member: FamilyMember,
  random: RandomGenerator,
): Journey[] {
  const journeys: Journey[] = []
  if (group.kind === 'transit') {
    if (member.role === 'head') {
      const passage = transitJourney(model, random)
      if (passage) journeys.push(passage)
    }
    return journeys
  }
  const adult = model.lastDay - person.birthDay > 18 * 365
  if (group.kind === 'visitor') {
    if (member.role === 'head') {
      return visitorTrips(model, model.countries[group.country]!, path.origin, random)
    }
    return journeys
  }
  // Households that move do it together; see moveTogether.
  for (let i = 1; i < person.spells.length && path.moves.length === 0; i += 1) {
    const spell = person.spells[i]!
    if (spell.from < model.warmupDay || spell.from > model.lastDay) continue
    const { irregular } = spell
    const plan = { day: spell.from, to: spell.place, reason: spell.reason, irregular }
    journeys.push(moveJourney(model, person.spells[i - 1]!.place, plan, random))
  }
  if (!adult) return journeys
  for (const spell of person.spells) {
    const stretch = travelStretch(model, spell, person.birthDay)
    if (!stretch) continue
    if (group.kind === 'border-life') commute(model, stretch, group.country, journeys, random)
    else for (const journey of drawTrips(model, person, stretch, random)) journeys.push(journey)
  }
  return journeys
}

/** The moves of a whole household: one journey, made by everybody alive who lives in it. */
function moveTogether(
  model: RegionModel,
  path: ResidencePath,
  persons: readonly Person[],
  journeys: Journey[][],
  random: RandomGenerator,
): void {
  let from = path.origin
  for (const move of path.moves) {
    if (move.day >= model.warmupDay && move.day <= model.lastDay) {
      const journey = moveJourney(model, from, move, random)
      const asFamily = accompanying(journey)
      persons.forEach((person, i) => {
        const moves = person.spells.some((spell, n) => n > 0 && spell.from === move.day)
        const alone = i === 0 || move.day - person.birthDay > 18 * 365
        if (moves) journeys[i]!.push(alone ? journey : asFamily)
      })
    }
    from = move.to
  }
}

/** The same journey for a child: who is taken along comes for the family's sake. */
function accompanying(journey: Journey): Journey {
  if (journey.purpose !== 'work' && journey.purpose !== 'settlement') return journey
  const crossings = journey.crossings.map((crossing) =>
    crossing.purpose === journey.purpose ? { ...crossing, purpose: 'family' } : crossing,
  )
  return { ...journey, purpose: 'family', crossings }
}

const familyPurposes = new Set(['leisure', 'visit', 'transit'])

/** Some of the head's holidays are the family's; who passes through does so with the family. */
function shareFamilyTrips(
  model: RegionModel,
  members: readonly FamilyMember[],
  persons: readonly Person[],
  journeys: Journey[][],
  random: RandomGenerator,
): void {
  if (members.length === 1) return
  const { familyTripShare, partnerJoins, childJoins } = model.travel.behaviours
  const head = persons[0]!
  const together = head.behaviour === 'visitor' || head.behaviour === 'transit'
  const own = journeys[0]!
  for (let i = 0; i < own.length; i += 1) {
    const journey = own[i]!
    if (journey.rank === ranks.move && !together) continue
    if (!familyPurposes.has(journey.purpose)) continue
    if (!together && !random.chance(familyTripShare)) continue
    const day = Math.floor(journey.start / 1440)
    const shared = { ...journey, rank: Math.max(journey.rank, ranks.family) }
    let joined = false
    for (let j = 1; j < members.length; j += 1) {
      const joins = together ? 1 : members[j]!.role === 'partner' ? partnerJoins : childJoins
      if (!livesWith(head, persons[j]!, day) || !random.chance(joins)) continue
      journeys[j]!.push(shared)
      joined = true
    }
    if (joined) own[i] = shared
  }
}

function livesWith(head: Person, person: Person, day: number): boolean {
  const here = findSpell(person.spells, day)
  return (
    here !== undefined &&
    day > person.birthDay + 60 &&
    here.place === findSpell(head.spells, day)?.place
  )
}

/** The crossings of the journeys a person can have made, within life and the drawn years. */
function trueCrossings(model: RegionModel, person: Person, journeys: Journey[]): Crossing[] {
  const possible = journeys.filter(
    (journey) =>
      journey.end < (person.deathDay - 1) * 1440 && journey.start > person.birthDay * 1440,
  )
  const first = model.firstDay * 1440
  const last = (model.lastDay + 1) * 1440
  const crossings: Crossing[] = []
  for (const journey of withoutOverlap(possible)) {
    for (const crossing of journey.crossings) {
      if (crossing.minute >= first && crossing.minute < last) crossings.push(crossing)
    }
  }
  return crossings
}
