import { completedYears, dayNumber } from '../numerics/index.ts'
import type { Person } from './person.ts'
import type { RegionModel } from './region-model.ts'
import { findSpell } from './residence.ts'

/** Age groups of the population figures: 0-4, 5-9, … 85-89, 90 and over. */
export const ageGroups = [
  ...Array.from({ length: 18 }, (_, i) => `Y${String(i * 5)}T${String(i * 5 + 4)}`),
  'Y_GE90',
] as const

/** Residents on 1 July by drawn country, year, sex (F, M) and age group, in that order. */
export interface PopulationCount {
  readonly years: readonly number[]
  readonly counts: Float64Array
}

export function emptyPopulation(model: RegionModel): PopulationCount {
  const { firstYear, lastYear } = model.options
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return { years, counts: new Float64Array(model.drawn * years.length * 2 * ageGroups.length) }
}

/** Adds one person to the years in which he or she lived in a drawn country. */
export function countPerson(model: RegionModel, population: PopulationCount, person: Person): void {
  population.years.forEach((year, i) => {
    const day = dayNumber(year, 7, 1)
    const spell = findSpell(person.spells, day)
    if (!spell || spell.place >= model.drawn) return
    const group = Math.min(
      Math.floor(completedYears(person.birthDay, day) / 5),
      ageGroups.length - 1,
    )
    const at = populationIndex(population, spell.place, i, person.sex === 'F' ? 0 : 1, group)
    population.counts[at] = population.counts[at]! + 1
  })
}

export function populationIndex(
  population: PopulationCount,
  country: number,
  year: number,
  sex: number,
  group: number,
): number {
  return ((country * population.years.length + year) * 2 + sex) * ageGroups.length + group
}

/** Persons that one drawn person stands for: inhabitants of the first year over residents drawn. */
export function populationScale(model: RegionModel, population: PopulationCount): number {
  const inhabitants = model.countries.reduce(
    (sum, country) => sum + country.parameters.population2015 * 1000,
    0,
  )
  let drawn = 0
  for (let country = 0; country < model.drawn; country += 1) {
    const from = populationIndex(population, country, 0, 0, 0)
    for (let i = 0; i < 2 * ageGroups.length; i += 1) drawn += population.counts[from + i]!
  }
  return drawn === 0 ? 0 : inhabitants / drawn
}
