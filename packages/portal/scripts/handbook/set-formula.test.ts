import { expect, test } from 'vitest'
import { wordsOf, type ProseElement } from '../../src/prose/prose-tree.ts'
import { setFormula } from './set-formula.ts'

test('a fraction is set as one, in MathML without looks of its own', () => {
  const formula = setFormula('\\frac{d_j}{n_j}', true) as ProseElement
  expect(formula.tag).toBe('math')
  expect(formula.attributes).toMatchObject({ display: 'block' })
  const text = JSON.stringify(formula)
  expect(text).toContain('"tag":"mfrac"')
  expect(text).not.toMatch(/"(style|class)"/)
  expect(wordsOf([formula])).toBe('djnj')
})

test('what is not TeX is a fault that names the formula', () => {
  expect(() => setFormula('\\frac{a', false)).toThrow(/\\frac\{a/)
})
