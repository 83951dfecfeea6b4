import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { cellLabels } from './cell-labels.ts'

test('a cell of an age says that it is one, in each language', () => {
  const named = languages.map((language) =>
    cellLabels('movements', language, createCodeListBook())(['age', 'sex'], ['Y20T24', 'F']),
  )
  expect(named).toEqual(['20–24 años · Mujeres', 'aged 20–24 · Women', '20–24 ans · Femmes'])
})
