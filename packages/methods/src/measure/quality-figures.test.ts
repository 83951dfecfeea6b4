import { expect, test } from 'vitest'
import { knownSentence, qualitySentence, type QualityFigures } from './quality-figures.ts'

const quality: QualityFigures = {
  imputed: null,
  provisional: 0.031,
  unmatched: 0,
  days: 1,
  months: null,
  units: 0.996,
  unit: 'office',
  known: { sex: 0.984, age: 1 },
  countries: [],
}

test('a share that means nothing is not said, and nearly all is not all', () => {
  expect(qualitySentence(quality, 'en')).toBe(
    'Quality: there are records on 100% of the days; offices reported in >99% of the months in which they could; 3% still to be decided; 0% without a linked person.',
  )
  const nothing = { ...quality, provisional: null, unmatched: null, days: null, units: null }
  expect(qualitySentence(nothing, 'es')).toBeUndefined()
})

test('variables that all records have are not named', () => {
  const sex = { id: 'sex', label: { es: 'Sexo', en: 'Sex', fr: 'Sexe' } }
  const age = { id: 'age', label: { es: 'Edad', en: 'Age', fr: 'Âge' } }
  expect(knownSentence(quality, [sex, age], 'en')).toBe(
    'Records that have each variable of the table: Sex 98%.',
  )
  expect(knownSentence(quality, [age], 'fr')).toBeUndefined()
})
