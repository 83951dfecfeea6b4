import {
  aliasTable,
  choiceOf,
  dayNumber,
  drawChoice,
  drawIndex,
  isoDay,
  Xoshiro128,
  type RandomGenerator,
} from '../numerics/index.ts'
import type { FigureParameters } from './figure-parameters.ts'
import { populationGroups, type PopulationCount, type PopulationGroup } from './population.ts'
import type { RegionModel } from './region-model.ts'

/** A person who was interviewed, with the design of the sample. */
export interface SyntheticAnswer {
  readonly country: string
  readonly year: number
  readonly interviewedOn: string
  readonly household: number
  /** Persons of the country that the answer stands for. */
  readonly weight: number
  readonly stratum: 'urban' | 'rural'
  readonly unit: number
  readonly sex: 'F' | 'M'
  readonly age: number
  readonly birthCountry: string
  /** Empty where it is not that of residence or of birth. */
  readonly citizenship: string
  readonly isEmployed: boolean
  readonly injuries: number
  readonly inChildLabour: boolean
  /** Country of the first job abroad; empty of those who never had one. */
  readonly jobCountry: string
  /** US dollars, with cents. */
  readonly recruitmentCost: number
  readonly firstMonthEarnings: number
}

/** Stream of the survey, apart from those of the households. */
const surveyStream = 0
const surveyKey = 1

/** However few people are drawn, so many answer in each country: fewer would tell nothing of work abroad. */
const leastRespondents = 400

/**
 * A household survey of each country every few years: two strata, units drawn with replacement in each,
 * residents drawn from the population of 1 July; no more answers than there are people drawn. What is asked of work differs by sex and by birth.
 */
export function* drawSurvey(
  model: RegionModel,
  population: PopulationCount,
  { survey }: FigureParameters,
): Generator<SyntheticAnswer> {
  const abroad = Object.entries(survey.corridors)
  for (const { index, parameters } of model.countries) {
    const corridor = choiceOf(abroad.filter(([code]) => code !== parameters.code))
    for (const [at, year] of population.years.entries()) {
      if (at % survey.everyYears !== 0) continue
      const groups = populationGroups(model, population, index, at)
      if (groups.length === 0) continue
      const residents = groups.reduce((sum, { count }) => sum + count, 0)
      const who = aliasTable(groups.map(({ count }) => count))
      const random = new Xoshiro128(model.options.seed, surveyStream, surveyKey, index, year)
      const asked = Math.min(survey.respondents, Math.max(leastRespondents, residents))
      const perUnit = Math.max(1, Math.round(asked / (2 * survey.unitsPerStratum)))
      for (let unit = 0; unit < 2 * survey.unitsPerStratum; unit += 1) {
        const stratum = unit < survey.unitsPerStratum ? 'urban' : 'rural'
        const share = stratum === 'urban' ? survey.urban : 1 - survey.urban
        const weight = cents((residents * share) / (perUnit * survey.unitsPerStratum))
        for (let person = 0; person < perUnit; person += 1) {
          const group = groups[drawIndex(who, random)]!
          yield {
            country: parameters.code,
            year,
            interviewedOn: isoDay(dayNumber(year, 7, 1) + random.below(60)),
            household: unit * 1000 + person + 1,
            weight,
            stratum,
            unit: unit + 1,
            ...answersOf(model, index, group, survey, () => drawChoice(corridor, random), random),
          }
        }
      }
    }
  }
}

function answersOf(
  model: RegionModel,
  country: number,
  group: PopulationGroup,
  survey: FigureParameters['survey'],
  drawCorridor: () => string,
  random: RandomGenerator,
) {
  const sex = group.sex === 0 ? 'F' : 'M'
  const age = group.age * 5 + random.below(5)
  const times = (by: number) => (group.birthPlace === country ? 1 : by)
  const isChild = age >= 5 && age <= 17
  const { childLabour, employed, injuries } = survey
  const inChildLabour =
    isChild && random.chance(childLabour[sex] * times(childLabour.foreignBornTimes))
  const isEmployed = age >= 15 && age < 70 && random.chance(employed[sex])
  const isHurt = isEmployed && random.chance(injuries[sex] * times(injuries.foreignBornTimes))
  const workedAbroad = age >= 18 && age < 65 && random.chance(survey.workedAbroad)
  const birthCountry = model.places[group.birthPlace]!.code
  const earned = workedAbroad ? between(survey.monthlyEarnings, random) : 0
  return {
    sex,
    age,
    birthCountry,
    citizenship: [model.places[country]!.code, birthCountry, ''][group.citizen]!,
    isEmployed,
    injuries: isHurt ? 1 : 0,
    inChildLabour,
    jobCountry: workedAbroad ? drawCorridor() : '',
    firstMonthEarnings: cents(earned),
    // the product of two draws leans to the low side, as what is paid does
    recruitmentCost: workedAbroad
      ? cents(earned * between([survey.monthsPaid[0], between(survey.monthsPaid, random)], random))
      : 0,
  } as const
}

const cents = (dollars: number) => Math.round(dollars * 100) / 100

/** A number between two, each as likely. */
export function between([least, most]: readonly [number, number], random: RandomGenerator): number {
  return least + (most - least) * random.uniform()
}
