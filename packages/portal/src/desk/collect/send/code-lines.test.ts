import { expect, test } from 'vitest'
import { specialLines, withPlainCodes, withSpecialLines } from './code-lines.ts'

const ofOneYear = { from: 'X', to: 'F', validFrom: '2020-01-01', validTo: '2020-12-31' }
const byExpression = { from: '^FEM', to: 'F', regex: true }
const folded = { from: 'masc', to: 'M', ignoreCase: true }

test('what a text means is changed without touching lines that are expressions or hold for a time', () => {
  const sex = { column: 'SEXO', codes: [{ from: 'H', to: 'F' }, ofOneYear, byExpression, folded] }
  expect(withPlainCodes(sex, new Set(['H', '1']), { H: 'M', 1: 'F' })).toEqual({
    column: 'SEXO',
    codes: [ofOneYear, byExpression, folded, { from: '1', to: 'F' }, { from: 'H', to: 'M' }],
  })
})

test('a text that is emptied goes from the map, one that the file does not have stays', () => {
  const sex = { column: 'SEXO', codes: { H: 'M', M: 'F', '9': 'U' } }
  expect(withPlainCodes(sex, new Set(['H', 'M']), { M: 'F' }).codes).toEqual({ '9': 'U', M: 'F' })
  expect(withPlainCodes({ column: 'SEXO', codes: { H: 'M' } }, new Set(['H']), {})).toEqual({
    column: 'SEXO',
  })
})

test('a map is lines while it has a special one, and pairs again without', () => {
  const sex = { column: 'SEXO', codes: { H: 'M' } }
  const special = withSpecialLines(sex, [byExpression])
  expect(special.codes).toEqual([{ from: 'H', to: 'M' }, byExpression])
  expect(specialLines(special)).toEqual([byExpression])
  expect(withSpecialLines(special, [])).toEqual(sex)
  expect(specialLines({ column: 'SEXO' })).toEqual([])
})
