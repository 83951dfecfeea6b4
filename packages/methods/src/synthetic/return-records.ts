import { municipalityNumber } from './municipality-number.ts'
import {
  choiceOf,
  civilNumber,
  completedYears,
  drawChoice,
  type RandomGenerator,
} from '../numerics/index.ts'
import type { DeskEvent } from './desk-event.ts'
import type { Crossing, Person } from './person.ts'
import type { RegionModel } from './region-model.ts'

const motives = choiceOf([
  ['employment', 62],
  ['family-reunion', 14],
  ['violence', 14],
  ['domestic-violence', 3],
  ['disaster', 4],
  ['study', 3],
] as const)

const needs = choiceOf([
  ['transport', 22],
  ['food', 18],
  ['employment', 20],
  ['medical', 12],
  ['psychosocial', 8],
  ['documents', 8],
  ['legal', 4],
  ['none', 8],
] as const)

const referralOf: Readonly<Record<string, string>> = {
  employment: 'employment-service',
  medical: 'health-service',
  psychosocial: 'mental-health-service',
  documents: 'registry',
  legal: 'legal-service',
}

const education = choiceOf([
  ['0', 12],
  ['1', 43],
  ['2', 22],
  ['3', 19],
  ['6', 4],
] as const)

const occupations = choiceOf([
  ['OC6', 28],
  ['OC7', 18],
  ['OC5', 16],
  ['OC9', 22],
  ['OC8', 7],
  ['OC2', 3],
  ['not-employed', 6],
] as const)

/** Share of those who come back by choice that a reception centre meets. */
const voluntaryMet = 0.3

/**
 * What reception centres wrote of a person: every forced return, and some of those who came back
 * by choice. Each is a true crossing, so that the same event stands in the file of the border.
 */
export function returnRecords(
  model: RegionModel,
  person: Person,
  random: RandomGenerator,
): readonly DeskEvent[] {
  let before = 0
  return person.crossings.flatMap((crossing): DeskEvent[] => {
    const forced = crossing.purpose === 'forced-return'
    const home = crossing.country === person.citizenship && crossing.direction === 'arrival'
    if (!home || !(forced || crossing.purpose === 'return')) return []
    if (!forced && !random.chance(voluntaryMet)) return []
    const event = received(model, person, crossing, forced, before, random)
    before += 1
    return [event]
  })
}

function received(
  model: RegionModel,
  person: Person,
  crossing: Crossing,
  forced: boolean,
  before: number,
  random: RandomGenerator,
): DeskEvent {
  const day = Math.floor(crossing.minute / 1440)
  const age = completedYears(person.birthDay, day)
  const need = drawChoice(needs, random)
  const abroad = person.spells.findLast(
    (spell) => spell.from < day && spell.place !== crossing.country,
  )
  const departments = model.countries[crossing.country]!.departments
  const own = departmentName(model, crossing.country, person.department)
  const town = municipalityNumber(person.municipality)
  const destination = random.chance(0.8) ? own : drawChoice(departments, random).name
  return {
    country: crossing.country,
    day,
    record: {
      'returned-on': civilNumber(day),
      'return-type': forced ? 'forced' : random.chance(0.4) ? 'assisted-voluntary' : 'voluntary',
      'return-means': meansOf(crossing.mode, forced),
      mode: crossing.mode,
      'border-post': model.posts[crossing.post]!.code,
      centre: crossing.mode === 'air' ? 'CRR Aeropuerto' : 'CRR Frontera',
      'counterpart-country': crossing.counterpart,
      ...companions(person, age, random),
      ...(abroad && abroad.from > person.birthDay && random.chance(0.8)
        ? { 'departed-on': civilNumber(abroad.from) }
        : {}),
      ...(age >= 12 ? { motive: drawChoice(motives, random) } : {}),
      'previous-returns': before,
      need,
      ...(referralOf[need] === undefined ? {} : { referral: referralOf[need] }),
      'victim-on-journey': random.chance(0.12) ? 'yes' : 'no',
      ...(abroad ? { 'intended-country': abroad.place } : {}),
      ...(own === '' ? {} : { department: own }),
      ...(own === '' || town === '' ? {} : { municipality: town }),
      ...(destination === '' ? {} : { 'destination-department': destination }),
      ...(age >= 15
        ? {
            education: drawChoice(education, random),
            occupation: drawChoice(occupations, random),
            'marital-status':
              age < 20 || random.chance(0.45) ? 'single' : random.chance(0.5) ? 'union' : 'married',
          }
        : {}),
    },
  }
}

function companions(person: Person, age: number, random: RandomGenerator) {
  if (age >= 18) return { accompaniment: random.chance(0.92) ? 'alone' : 'group' }
  const alone = age >= 12 && random.chance(0.55)
  if (alone) return { accompaniment: 'unaccompanied-child' }
  return {
    accompaniment: 'accompanied-child',
    'family-unit': `UF-${String(person.household)}`,
    'family-size': 2 + (person.household % 3),
  }
}

function meansOf(mode: string, forced: boolean): string {
  if (mode === 'air') return forced ? 'charter-flight' : 'scheduled-flight'
  return mode === 'sea' ? 'ship' : 'bus'
}

function departmentName(model: RegionModel, country: number, code: string): string {
  const { departments } = model.countries[country]!.parameters
  return departments.find((department) => department.code === code)?.name ?? ''
}
