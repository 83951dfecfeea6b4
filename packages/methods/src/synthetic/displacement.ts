import {
  choiceOf,
  drawChoice,
  drawPoisson,
  isoDay,
  dayNumber,
  Xoshiro128,
} from '../numerics/index.ts'
import type { RegionModel } from './region-model.ts'

/** Displaced persons of one sex in one place and round. */
export interface SyntheticDisplacement {
  readonly country: string
  readonly round: number
  readonly date: string
  readonly department: string
  readonly origin: string
  readonly group: string
  readonly cause: string
  readonly setting: string
  readonly sex: 'F' | 'M'
  readonly persons: number
  readonly households: number
}

/** Stream of the displaced, apart from those of the households. */
const displacementStream = 0
const displacementKey = 3

/** Rounds a year, places of a round, and persons of a place on average. */
const [roundsPerYear, places, personsPerPlace] = [2, 4, 240]

const causes = choiceOf([
  ['disaster', 60],
  ['generalized-violence', 32],
  ['development', 8],
] as const)
const settings = choiceOf([
  ['host-family', 55],
  ['collective-site', 25],
  ['rented', 14],
  ['improvised', 6],
] as const)
const groups = choiceOf([
  ['idp', 70],
  ['returned-idp', 20],
  ['locally-integrated-idp', 10],
] as const)

/**
 * Displaced persons by place, cause and sex, in two rounds a year of each drawn country. Nothing of them
 * is in the histories of persons: displacement within a country crosses no border.
 */
export function drawDisplacement(model: RegionModel): SyntheticDisplacement[] {
  const { seed, firstYear, lastYear } = model.options
  return model.countries.flatMap(({ index, parameters, departments }) => {
    const random = new Xoshiro128(seed, displacementStream, displacementKey, index)
    const rows: SyntheticDisplacement[] = []
    for (let round = 1; round <= roundsPerYear * (lastYear - firstYear + 1); round += 1) {
      const year = firstYear + Math.floor((round - 1) / roundsPerYear)
      const day = dayNumber(year, round % roundsPerYear === 1 ? 5 : 11, 1) + random.below(20)
      if (day > model.lastDay) break
      const met = new Set<string>()
      for (let place = 0; place < places; place += 1) {
        const department = drawChoice(departments, random).name
        const origin = drawChoice(departments, random).name
        const cause = drawChoice(causes, random)
        const setting = drawChoice(settings, random)
        const group = drawChoice(groups, random)
        const key = [department, origin, cause, setting, group].join('|')
        if (met.has(key)) continue
        met.add(key)
        for (const sex of ['F', 'M'] as const) {
          const persons = 20 + drawPoisson(personsPerPlace / 2, random)
          const households = Math.max(1, Math.round(persons / (3 + 2 * random.uniform())))
          rows.push({
            country: parameters.code,
            round,
            date: isoDay(day),
            department,
            origin,
            group,
            cause,
            setting,
            sex,
            persons,
            households,
          })
        }
      }
    }
    return rows
  })
}
