import { choiceOf, drawChoice, type Choice, type RandomGenerator } from '../numerics/index.ts'
import type { NameParameters, TraditionParameters } from './parameters.ts'

/** How one part of the world names people, prepared for drawing. */
export interface NameTradition {
  readonly family: Choice<string>
  readonly rare: Choice<string> | undefined
  readonly rareShare: number
  readonly given: Readonly<Record<'F' | 'M', { older: Choice<string>; newer: Choice<string> }>>
  readonly secondSurname: number
  readonly secondGivenName: number
  readonly marriedName: number
}

export type Sex = 'F' | 'M'

/** Births from this year on are mostly named in the newer fashion. */
const newFashionFrom = 1990

/** Prepares every tradition of the parameters. */
export function compileTraditions(parameters: NameParameters): ReadonlyMap<string, NameTradition> {
  const ranked = (list: string) =>
    choiceOf(list.split(', ').map((name, i) => [name, 1 / (i + 1 + parameters.offset)] as const))
  const listOf = (list: string | string[]) => {
    if (typeof list === 'string') return ranked(list)
    const found = list.map((id) => parameters.lists[id])
    if (found.includes(undefined)) throw new RangeError(`no such list of names: ${list.join(', ')}`)
    return ranked(found.join(', '))
  }
  const compile = (tradition: TraditionParameters): NameTradition => ({
    family: ranked(tradition.family),
    rare: tradition.rare === '' ? undefined : listOf([tradition.rare]),
    rareShare: tradition.rareShare,
    given: {
      F: { older: listOf(tradition.given.F.older), newer: listOf(tradition.given.F.newer) },
      M: { older: listOf(tradition.given.M.older), newer: listOf(tradition.given.M.newer) },
    },
    secondSurname: tradition.secondSurname,
    secondGivenName: tradition.secondGivenName,
    marriedName: tradition.marriedName,
  })
  return new Map(Object.entries(parameters.traditions).map(([id, one]) => [id, compile(one)]))
}

/** One family name, particles included. */
export function drawFamilyName(tradition: NameTradition, random: RandomGenerator): string {
  return tradition.rare && random.chance(tradition.rareShare)
    ? drawChoice(tradition.rare, random)
    : drawChoice(tradition.family, random)
}

/** One, two or (rarely) three given names of the fashion of the birth year. */
export function drawGivenNames(
  tradition: NameTradition,
  sex: Sex,
  birthYear: number,
  random: RandomGenerator,
): string[] {
  const names = [drawGivenName(tradition, sex, birthYear, random)]
  if (names[0]!.includes(' ') || !random.chance(tradition.secondGivenName)) return names
  const count = random.chance(0.03) ? 3 : 2
  while (names.length < count) {
    const name = drawGivenName(tradition, sex, birthYear, random)
    if (!names.includes(name)) names.push(name)
  }
  return names
}

/** One given name: the newer fashion comes early to a few, and late to others. */
function drawGivenName(
  tradition: NameTradition,
  sex: Sex,
  birthYear: number,
  random: RandomGenerator,
): string {
  const newer = random.chance(birthYear >= newFashionFrom ? 0.78 : 0.12)
  const { older, newer: fashionable } = tradition.given[sex]
  return drawChoice(newer ? fashionable : older, random)
}
