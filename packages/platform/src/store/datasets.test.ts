import { expect, test } from 'vitest'
import { sourceTexts } from './datasets.ts'

test('what sources say is told in every language, the same once', () => {
  const citation = { es: 'Cruces', en: 'Crossings', fr: 'Passages' }
  const datasets = [
    { source: { citation, owner: 'B' } },
    { source: { citation: { ...citation }, owner: 'A' } },
    { source: { citation: 'Yearbook 2024', owner: '' } },
  ]
  expect(sourceTexts(datasets, 'citation')).toEqual({
    es: 'Cruces; Yearbook 2024',
    en: 'Crossings; Yearbook 2024',
    fr: 'Passages; Yearbook 2024',
  })
  expect(sourceTexts(datasets, 'owner')?.en).toBe('A; B')
  expect(sourceTexts(datasets, 'licence')).toBeUndefined()
})
