import {
  dayNumber,
  drawChoice,
  drawQuantile,
  interpolate,
  yearOf,
  type Choice,
  type RandomGenerator,
} from '../numerics/index.ts'
import { drawFamilyName, drawGivenNames, type NameTradition, type Sex } from './names.ts'
import type { RegionModel } from './region-model.ts'

/** A member of a family before it has papers, homes or journeys. */
export interface FamilyMember {
  readonly role: 'head' | 'partner' | 'child'
  readonly sex: Sex
  readonly birthDay: number
  readonly given: readonly string[]
  readonly paternal: string
  readonly maternal: string
  readonly marriedName: string
  readonly marriedOn: number
}

/** What decides who lives together. */
export interface FamilyTraits {
  readonly tradition: NameTradition
  /** Age group of the head: its lowest age, five years wide. */
  readonly adultAges: Choice<number>
  readonly couple: number
  readonly singleWoman: number
  readonly birthsPerWoman: number
}

/**
 * One family as of the first drawn day, its children younger than 20 then or born in the drawn
 * years. Children take the father's and the mother's first family name, in that order; a child of
 * a woman alone takes both of hers.
 */
export function drawFamily(
  model: RegionModel,
  traits: FamilyTraits,
  random: RandomGenerator,
): FamilyMember[] {
  const { households } = model.travel
  const kind = random.uniform()
  const couple = kind < traits.couple
  const headSex: Sex = couple || kind >= traits.couple + traits.singleWoman ? 'M' : 'F'
  const headAge = drawChoice(traits.adultAges, random)
  const head = drawAdult(model, traits.tradition, headSex, headAge, random)
  if (!couple && headSex === 'M') return [head]
  let mother = head
  const members = [head]
  if (couple) {
    const younger = drawQuantile(households.partnerOlderYears, random)
    // A partner who came out younger than 20 would be counted among the children of that age.
    const latest = model.firstDay - 20 * 366
    const drawn = head.birthDay + Math.round(younger * 365.25)
    const birthDay = drawn > latest ? latest - random.below(8 * 365) : drawn
    const partner = namedAdult('partner', 'F', birthDay, traits.tradition, random)
    const marriedOn = birthDay + 19 * 365 + random.below(12 * 365)
    mother = random.chance(traits.tradition.marriedName)
      ? { ...partner, marriedName: head.paternal, marriedOn }
      : partner
    members.push(mother)
  }
  addChildren(model, traits, members, couple ? head : undefined, mother, random)
  return members
}

/** An adult alone, of an age drawn within five years. */
export function drawAdult(
  model: RegionModel,
  tradition: NameTradition,
  sex: Sex,
  age: number,
  random: RandomGenerator,
): FamilyMember {
  const birthDay = model.firstDay - Math.floor(age * 365.25) - random.below(1826) - 1
  return namedAdult('head', sex, birthDay, tradition, random)
}

function namedAdult(
  role: 'head' | 'partner',
  sex: Sex,
  birthDay: number,
  tradition: NameTradition,
  random: RandomGenerator,
): FamilyMember {
  return {
    role,
    sex,
    birthDay,
    given: drawGivenNames(tradition, sex, yearOf(birthDay), random),
    paternal: drawFamilyName(tradition, random),
    maternal: random.chance(tradition.secondSurname) ? drawFamilyName(tradition, random) : '',
    marriedName: '',
    marriedOn: Infinity,
  }
}

function addChildren(
  model: RegionModel,
  traits: FamilyTraits,
  members: FamilyMember[],
  father: FamilyMember | undefined,
  mother: FamilyMember,
  random: RandomGenerator,
): void {
  const { firstYear } = model.options
  addBirths(model, traits, members, father, mother, firstYear - 20, random)
  // Daughters grow up while the years are drawn, and have children of their own.
  const daughters = members.filter((one) => one.role === 'child' && one.sex === 'F')
  for (const daughter of daughters) {
    const name = drawFamilyName(traits.tradition, random)
    const known = random.chance(0.85) ? { given: [], paternal: name } : undefined
    addBirths(model, traits, members, known, daughter, firstYear, random)
  }
}

/** What a child takes from its father. */
type FatherNames = Pick<FamilyMember, 'given' | 'paternal'>

function addBirths(
  model: RegionModel,
  traits: FamilyTraits,
  members: FamilyMember[],
  father: FatherNames | undefined,
  mother: FamilyMember,
  fromYear: number,
  random: RandomGenerator,
): void {
  const { households } = model.travel
  const motherBorn = yearOf(mother.birthDay)
  const first = Math.max(fromYear, motherBorn + 15)
  const last = Math.min(model.options.lastYear, motherBorn + 44)
  for (let year = first; year <= last; year += 1) {
    const group = Math.floor((year - motherBorn - 15) / 5)
    const rate = traits.birthsPerWoman * interpolate(households.birthTrend, year)
    if (!random.chance((rate * households.birthAges[group]!) / 500)) continue
    const birthDay = dayNumber(year, 1, 1) + random.below(365)
    const born = random.chance(households.twins) ? 2 : 1
    for (let i = 0; i < born; i += 1) {
      members.push(drawChild(model, traits, father, mother, birthDay, random))
    }
  }
}

function drawChild(
  model: RegionModel,
  { tradition }: FamilyTraits,
  father: FatherNames | undefined,
  mother: FamilyMember,
  birthDay: number,
  random: RandomGenerator,
): FamilyMember {
  // 105 boys to 100 girls.
  const sex: Sex = random.chance(0.5122) ? 'M' : 'F'
  const forFather =
    father &&
    father.given.length > 0 &&
    sex === 'M' &&
    random.chance(model.travel.households.sonNamedForFather)
  const given = forFather ? father.given : drawGivenNames(tradition, sex, yearOf(birthDay), random)
  const both = tradition.secondSurname > 0
  return {
    role: 'child',
    sex,
    birthDay,
    given,
    paternal: father ? father.paternal : mother.paternal,
    maternal: both ? (father ? mother.paternal : mother.maternal) : '',
    marriedName: '',
    marriedOn: Infinity,
  }
}
