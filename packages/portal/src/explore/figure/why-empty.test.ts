import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { loadWords } from '../../words/catalogue.ts'
import { whyEmpty } from './why-empty.ts'

test('a table whose figures are all hidden is never told as one without records', async () => {
  const said = await Promise.all(
    languages.map(async (language) =>
      whyEmpty({ statuses: { 0: 'suppressed' }, filters: [] }, await loadWords(language), language),
    ),
  )
  expect(said[0]).toMatch(/ocultas \(⊘\)/)
  expect(said[1]).toMatch(/hidden \(⊘\)/)
  expect(said[2]).toMatch(/masqués \(⊘\)/)
})

test('a table without records is told by the filters that none fits', async () => {
  const words = await loadWords('en')
  const filters = [{ dimension: 'sex', label: 'Sex', values: ['Women'] }]
  expect(whyEmpty({ statuses: {}, filters: [] }, words, 'en')).toBe(words.empty.whole)
  expect(whyEmpty({ statuses: { 0: 'missing' }, filters }, words, 'en')).toContain('Women')
})
