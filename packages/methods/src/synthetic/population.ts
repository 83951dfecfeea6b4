import { completedYears, dayNumber } from '../numerics/index.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { findSpell } from './residence.ts'

/** Age groups of the population figures: 0-4, 5-9, … 85-89, 90 and over. */
export const ageGroups = [
  ...Array.from({ length: 18 }, (_, i) => `Y${String(i * 5)}T${String(i * 5 + 4)}`),
  'Y_GE90',
] as const

/** Whose citizen a resident is: of the country of residence, of that of birth, of a third one. */
export const citizenOf = ['here', 'birthplace', 'elsewhere'] as const

/** Cells of one country and year: sex (F, M), age group, place of birth, citizenship, in that order. */
const perYear = (model: RegionModel) =>
  2 * ageGroups.length * model.places.length * citizenOf.length

/** Residents when 1 July begins by drawn country, year, sex, age group, place of birth and citizenship. */
export interface PopulationCount {
  readonly years: readonly number[]
  readonly counts: Float64Array
}

/** A group of residents: indices into sexes, {@link ageGroups}, places and {@link citizenOf}. */
export interface PopulationGroup {
  readonly sex: number
  readonly age: number
  readonly birthPlace: number
  readonly citizen: number
  readonly count: number
}

export function emptyPopulation(model: RegionModel): PopulationCount {
  const { firstYear, lastYear } = model.options
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return { years, counts: new Float64Array(model.drawn * years.length * perYear(model)) }
}

/**
 * Adds one person to the years in which he or she lived in a drawn country when 1 July began: births, deaths
 * and moves of that day itself belong to the twelve months that follow.
 */
export function countPerson(model: RegionModel, population: PopulationCount, person: Person): void {
  population.years.forEach((year, i) => {
    const day = dayNumber(year, 7, 1)
    const spell = findSpell(person.spells, day - 1)
    if (!spell || spell.place >= model.drawn) return
    const group = Math.min(
      Math.floor(completedYears(person.birthDay, day) / 5),
      ageGroups.length - 1,
    )
    const isNational = [person.citizenship, person.secondCitizenship].includes(spell.place)
    const citizen = isNational ? 0 : person.citizenship === person.birthPlace ? 1 : 2
    const sex = person.sex === 'F' ? 0 : 1
    const within =
      ((sex * ageGroups.length + group) * model.places.length + person.birthPlace) *
        citizenOf.length +
      citizen
    const at = yearStart(model, population, spell.place, i) + within
    population.counts[at] = population.counts[at]! + 1
  })
}

/** The groups of one country and year (an index into the years) that have residents. */
export function populationGroups(
  model: RegionModel,
  population: PopulationCount,
  country: number,
  year: number,
): PopulationGroup[] {
  const from = yearStart(model, population, country, year)
  const groups: PopulationGroup[] = []
  for (let within = 0; within < perYear(model); within += 1) {
    const count = population.counts[from + within]!
    if (count === 0) continue
    const born = Math.floor(within / citizenOf.length)
    const aged = Math.floor(born / model.places.length)
    groups.push({
      sex: Math.floor(aged / ageGroups.length),
      age: aged % ageGroups.length,
      birthPlace: born % model.places.length,
      citizen: within % citizenOf.length,
      count,
    })
  }
  return groups
}

const yearStart = (
  model: RegionModel,
  { years }: PopulationCount,
  country: number,
  year: number,
): number => (country * years.length + year) * perYear(model)

/** Persons that one drawn person stands for: inhabitants of the first year over residents drawn. */
export function populationScale(model: RegionModel, population: PopulationCount): number {
  const inhabitants = model.countries.reduce(
    (sum, country) => sum + country.parameters.population2015 * 1000,
    0,
  )
  let drawn = 0
  for (let country = 0; country < model.drawn; country += 1) {
    for (const { count } of populationGroups(model, population, country, 0)) drawn += count
  }
  return drawn === 0 ? 0 : inhabitants / drawn
}
