import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { ageInWords, agesInWords } from './age.ts'

const said = (code: string) => languages.map((language) => ageInWords(code, language))

test('an age group says that it is an age, in each language', () => {
  expect(said('Y20T24')).toEqual(['20–24 años', 'aged 20–24', '20–24 ans'])
  expect(said('Y_GE90')).toEqual(['90 años y más', 'aged 90 and over', '90 ans et plus'])
  expect(said('Y1')).toEqual(['1 año', 'aged 1', '1 an'])
  expect(said('Y0')).toEqual(['0 años', 'aged 0', '0 an'])
})

test('what is no age has no words of ages', () => {
  expect(said('HND')).toEqual([undefined, undefined, undefined])
  expect(agesInWords('HND', 'SLV', 'es')).toBeUndefined()
})

test('a range of groups is told by its ends', () => {
  expect(agesInWords('Y20T24', 'Y30T34', 'es')).toBe('20–34 años')
  expect(agesInWords('Y65T69', 'Y_GE90', 'en')).toBe('aged 65 and over')
})
