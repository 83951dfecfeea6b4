import { civilNumber, completedYears } from '../numerics/index.ts'
import type { Person } from './person.ts'
import { ageGroups } from './population.ts'
import type { RegionModel } from './region-model.ts'

/** Births and deaths of residents, by drawn country and month. */
export interface VitalCount {
  /** January of the first drawn year to December of the last one. */
  readonly months: number
  readonly counts: Float64Array
}

/** A figure of the statistical office: births by sex, deaths by sex and age group, none of them left out. */
export interface VitalFigure {
  readonly country: string
  /** `2016-03`. */
  readonly month: string
  readonly measure: 'births' | 'deaths'
  readonly sex: 'F' | 'M'
  /** Age group of the dead; empty for births. */
  readonly age: string
  readonly value: number
}

/** Cells of a country and month and sex: the births, then the deaths by age group. */
const perSex = 1 + ageGroups.length
const perMonth = 2 * perSex

export function emptyVitalCount(model: RegionModel): VitalCount {
  const { firstYear, lastYear } = model.options
  const months = (lastYear - firstYear + 1) * 12
  return { months, counts: new Float64Array(model.drawn * months * perMonth) }
}

/**
 * Adds the birth and the death of one person where they fell into the drawn years, each to the country that
 * the person lived in: a birth belongs to where the mother resides, a death to where the dead resided, whatever
 * border they were travelling across.
 */
export function countVitalEvents(model: RegionModel, vital: VitalCount, person: Person): void {
  const sex = person.sex === 'F' ? 0 : 1
  count(model, vital, person.spells[0]?.place, person.birthDay, sex, 0)
  if (!Number.isFinite(person.deathDay)) return
  const years = completedYears(person.birthDay, person.deathDay)
  const group = Math.min(Math.floor(years / 5), ageGroups.length - 1)
  count(model, vital, person.spells.at(-1)?.place, person.deathDay, sex, 1 + group)
}

function count(
  model: RegionModel,
  { months, counts }: VitalCount,
  place: number | undefined,
  day: number,
  sex: number,
  kind: number,
): void {
  if (place === undefined || place >= model.drawn) return
  const civil = civilNumber(day)
  const year = Math.floor(civil / 10_000)
  const month = (year - model.options.firstYear) * 12 + (Math.floor(civil / 100) % 100) - 1
  if (month < 0 || month >= months) return
  const at = (place * months + month) * perMonth + sex * perSex + kind
  counts[at] = counts[at]! + 1
}

/** The figures of every drawn country, month by month; a month without any is written as zero, as offices do. */
export function* vitalFigures(model: RegionModel, vital: VitalCount): Generator<VitalFigure> {
  for (const { index, parameters } of model.countries) {
    for (let month = 0; month < vital.months; month += 1) {
      const year = model.options.firstYear + Math.floor(month / 12)
      const name = `${String(year)}-${String((month % 12) + 1).padStart(2, '0')}`
      for (const [at, sex] of (['F', 'M'] as const).entries()) {
        const from = (index * vital.months + month) * perMonth + at * perSex
        const said = { country: parameters.code, month: name, sex }
        yield { ...said, measure: 'births', age: '', value: vital.counts[from]! }
        for (const [group, age] of ageGroups.entries()) {
          yield { ...said, measure: 'deaths', age, value: vital.counts[from + 1 + group]! }
        }
      }
    }
  }
}
