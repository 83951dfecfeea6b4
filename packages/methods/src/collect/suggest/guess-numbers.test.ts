import { expect, test } from 'vitest'
import { guessNumbers } from './guess-numbers.ts'
import { sampleColumns } from './sampled-column.ts'

const guessed = (...texts: readonly string[]) =>
  guessNumbers(
    sampleColumns(
      ['valor'],
      texts.map((text) => [text]),
    )[0]!,
  )

test.each([
  [['1.234.567', '12.345', '7'], { decimal: ',', thousands: '.' }],
  [['12.345', '3.120'], { decimal: ',', thousands: '.' }],
  [['1.234,5', '88'], { decimal: ',', thousands: '.' }],
  [['1,234', '12,345'], { thousands: ',' }],
  [['1,234.50', '7'], { thousands: ',' }],
  [['12 345', '7'], { thousands: ' ' }],
  [["12'345", "1'000'000"], { thousands: "'" }],
  [['4,5', '12,25'], { decimal: ',' }],
  [['4,5 %', '12 %'], { decimal: ',', extract: '(.+?) ?%' }],
  [['4.5', '12.345'], {}],
  [['12.345', '7', '8.5'], {}],
  [['12.345', '7'], {}],
  [['7', '12'], {}],
])('%j are written with %j', (texts, marks) => expect(guessed(...texts)).toEqual(marks))
