import { choiceOf, drawChoice, Xoshiro128, type RandomGenerator } from '../numerics/index.ts'
import type { FigureParameters } from './figure-parameters.ts'
import { ageGroups, populationGroups, type PopulationCount } from './population.ts'
import type { RegionModel } from './region-model.ts'
import { between } from './survey.ts'

/** A figure of another institution, as the file of indicators has it. */
export interface SyntheticFigure {
  readonly country: string
  readonly year: number
  readonly measure: string
  /** Service or question; empty where the measure has one only. */
  readonly item: string
  readonly counterpart: string
  readonly sex: string
  readonly age: string
  /** Country of birth and of citizenship; empty where not told apart. */
  readonly birthCountry: string
  readonly citizenship: string
  readonly value: number
  readonly unit: string
}

const figureStream = 0
const figureKey = 2

const rounded = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits

/**
 * What other institutions would publish of each country and year: output, remittances and their prices,
 * refugees abroad, health workers, victims detected, aid, scores, and answers on policies.
 */
export function* drawFigures(
  model: RegionModel,
  population: PopulationCount,
  { figures }: FigureParameters,
): Generator<SyntheticFigure> {
  const { policyAnswers } = figures
  const answer = choiceOf<number | null>([
    [1, policyAnswers.yes],
    [0.5, policyAnswers.half],
    [0, policyAnswers.no],
    [null, policyAnswers.missing],
  ])
  const none = { item: '', counterpart: '', sex: '', age: '', birthCountry: '', citizenship: '' }
  for (const { index, parameters } of model.countries) {
    const country = parameters.code
    const random = new Xoshiro128(model.options.seed, figureStream, figureKey, index)
    const level = levels(figures, random)
    const policies = Array.from({ length: 30 }, () => drawChoice(answer, random))
    const services = figures.senders
      .filter((code) => code !== country)
      .flatMap((counterpart) =>
        Array.from({ length: figures.services }, (_, n) => ({
          counterpart,
          item: `S${String(n + 1)}`,
          fee: between(figures.fee, random),
          margin: between(figures.margin, random),
          qualifies: random.chance(figures.qualifies) || n < 3 ? 1 : 0,
        })),
      )
    for (const [at, year] of population.years.entries()) {
      const groups = populationGroups(model, population, index, at)
      const residents = groups.reduce((sum, { count }) => sum + count, 0)
      if (residents === 0) continue
      const said = { ...none, country, year }
      const gdp = rounded(residents * level.gdp * (1 + 0.03 * at))
      yield { ...said, measure: 'gdp', value: gdp, unit: 'USD' }
      const sent = rounded(gdp * level.remittances)
      yield { ...said, measure: 'remittances-received', value: sent, unit: 'USD' }
      const aid = rounded(residents * level.aid)
      yield { ...said, measure: 'scholarship-aid', value: aid, unit: 'USD' }
      yield { ...said, measure: 'labour-rights', value: rounded(level.rights, 2), unit: 'SCORE' }
      yield {
        ...said,
        measure: 'statistical-capacity',
        value: rounded(level.capacity),
        unit: 'SCORE',
      }
      for (const { sex, age, birthPlace, citizen, count } of groups) {
        const who = {
          ...said,
          sex: sex === 0 ? 'F' : 'M',
          age: ageGroups[age]!,
          birthCountry: model.places[birthPlace]!.code,
          citizenship: [country, model.places[birthPlace]!.code, ''][citizen]!,
        }
        const isAdult = age >= 4 && age < 13
        const health = isAdult
          ? drawRounded(count * level.health * (sex === 0 ? 2.2 : 1), random)
          : 0
        if (health > 0) yield { ...who, measure: 'health-workers', value: health, unit: 'PS' }
        const victims = drawRounded(count * level.victims * (birthPlace === index ? 1 : 3), random)
        if (victims > 0)
          yield { ...who, measure: 'trafficking-victims', value: victims, unit: 'PS' }
        if (citizen !== 0 || birthPlace !== index) continue
        // those who fled are of the ages and the sexes of those who stayed
        const fled = drawRounded(count * level.refugees, random)
        const abroad = { ...who, country: 'MEX', counterpart: country }
        if (fled > 0) {
          yield {
            ...abroad,
            birthCountry: '',
            citizenship: '',
            measure: 'refugees',
            value: fled,
            unit: 'PS',
          }
        }
      }
      for (const { fee, margin, qualifies, ...service } of services) {
        const cheaper = Math.max(0.5, 1 - 0.015 * at)
        const of = { ...said, ...service, unit: 'PT' }
        yield { ...of, measure: 'remittance-fee', value: rounded(fee * cheaper, 2) }
        yield { ...of, measure: 'remittance-exchange-margin', value: rounded(margin * cheaper, 2) }
        yield { ...of, measure: 'remittance-service-qualifies', value: qualifies }
      }
      for (const [question, value] of policies.entries()) {
        // a half is an answer of the first domain alone; what was not answered is not written
        if (value === null) continue
        const domain = Math.floor(question / 5) + 1
        const item = `${String(domain)}.${String((question % 5) + 1)}`
        const given = value === 0.5 && domain > 1 ? 1 : value
        yield { ...said, measure: 'migration-policy', item, value: given, unit: 'SCORE' }
      }
    }
  }
}

function levels(figures: FigureParameters['figures'], random: RandomGenerator) {
  return {
    gdp: between(figures.gdpPerInhabitant, random),
    remittances: between(figures.remittancesOfGdp, random),
    refugees: between(figures.refugeesPer100000, random) / 100_000,
    health: between(figures.healthWorkersPer10000, random) / 10_000,
    victims: between(figures.victimsPer100000, random) / 100_000,
    aid: between(figures.scholarshipDollarsPerInhabitant, random),
    rights: between(figures.labourRights, random),
    capacity: between(figures.statisticalCapacity, random),
  }
}

/** A whole number near an amount, above or below by chance so that its mean is the amount. */
function drawRounded(amount: number, random: RandomGenerator): number {
  const whole = Math.floor(amount)
  return whole + (random.chance(amount - whole) ? 1 : 0)
}
