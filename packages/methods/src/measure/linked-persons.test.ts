import { expect, test } from 'vitest'
import { languages } from '../vocabulary/index.ts'
import { addLinkedRecords, linkedPersonsSentences, type LinkedRecords } from './index.ts'

const of = (country: string, records: number, linked: number, waiting = 0): LinkedRecords => ({
  country,
  records,
  linked,
  waiting,
})

const label = (country: string) => ({ GTM: 'Guatemala', SLV: 'El Salvador' })[country]!

test('records of a country are added up over batches, and countries stand in order', () => {
  expect(addLinkedRecords([of('SLV', 10, 9)], [of('GTM', 5, 5), of('SLV', 2, 0, 2)])).toEqual([
    of('GTM', 5, 5),
    of('SLV', 12, 9, 2),
  ])
})

test('where nothing is linked that alone is said, with what to do, in every language', () => {
  for (const language of languages) {
    const said = linkedPersonsSentences([of('GTM', 10, 0), of('SLV', 5, 0)], label, language)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('caudal link run')
    expect(said[0]).not.toMatch(/[{}]/)
  }
})

test('countries with too few linked records are named with what was found, the others counted', () => {
  const records = [of('GTM', 100, 89), of('SLV', 200, 190, 4)]
  const [without, nobody, waiting] = linkedPersonsSentences(records, label, 'en')
  expect(without).toMatch(/for Guatemala, nor a total .* less than 90% .* \(89%\)/)
  expect(nobody).toContain('10 of 200 (5%)')
  expect(waiting).toContain('Of these 4 came after')
  for (const language of languages) {
    const said = linkedPersonsSentences(records, label, language)
    expect(said).toHaveLength(3)
    for (const sentence of said) expect(sentence).not.toMatch(/[{}]|undefined/)
  }
})

test('where every record has a person nothing is left to say', () => {
  expect(linkedPersonsSentences([of('GTM', 100, 100)], label, 'es')).toEqual([])
  expect(linkedPersonsSentences([], label, 'es')).toEqual([])
})
