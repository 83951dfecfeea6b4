import { expect, test } from 'vitest'
import { decideLanguage } from './index.ts'

test.each([
  ['es', 'fr', 'es'],
  [undefined, 'pt-BR, fr-CA;q=0.5', 'fr'],
  [undefined, 'en;q=0, fr;q=0.1', 'fr'],
  [undefined, '*', 'es'],
  [undefined, undefined, 'es'],
  ['de', 'en', 'en'],
])('%s with Accept-Language %s is answered in %s', (asked, header, language) => {
  expect(decideLanguage(asked, header)).toBe(language)
})
