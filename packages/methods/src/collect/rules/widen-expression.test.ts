import { expect, test } from 'vitest'
import { additionTo } from '../../vocabulary/index.ts'
import { createCodeListBook, getCodeList } from '../../vocabulary/code-lists/index.ts'
import { evaluateExpression } from '../evaluate-expression.ts'
import { getRecordType } from '../records/index.ts'
import { compileChecks } from './compile-checks.ts'
import { rulesFor } from './rules-for.ts'

const apprentice = {
  list: 'purpose',
  code: 'HN-apprentice',
  label: { es: 'Aprendiz', en: 'Apprentice', fr: 'Apprenti' },
  standard: 'work',
  validFrom: '2020-01-01',
}
const book = createCodeListBook([additionTo(getCodeList('purpose'), [apprentice])])
const movement = getRecordType('movement')

test('what a rule says of a code it says of the own codes that count as it', () => {
  const [rule] = rulesFor(movement, undefined, (id) => book.find(id)).filter(({ holds }) =>
    JSON.stringify(holds).includes('HN-apprentice'),
  )
  const child = { purpose: 'work', age: 5, crossed_on: '2020-03-05', direction: 'arrival' }
  const asked = { codeList: (id: string) => book.get(id), parameters: {} }
  expect(evaluateExpression(rule!.holds, child, asked)).toBe(false)
  expect(evaluateExpression(rule!.holds, { ...child, purpose: 'HN-apprentice' }, asked)).toBe(false)
  expect(evaluateExpression(rule!.holds, { ...child, purpose: 'leisure' }, asked)).toBe(true)
  const compiled = compileChecks(movement, undefined, asked).find(
    ({ ruleId }) => ruleId === rule!.id,
  )
  expect(compiled!.failsSql).toContain("'HN-apprentice'")
})

test('without own codes the rules are what they are', () => {
  const standard = createCodeListBook()
  expect(rulesFor(movement, undefined, (id) => standard.find(id))).toEqual(rulesFor(movement))
})
