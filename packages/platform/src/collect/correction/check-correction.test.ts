import { expect, test } from 'vitest'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { checkCorrection } from './check-correction.ts'

const codeOf = async (node: CaudalNode, values: Record<string, string | null>) => {
  try {
    await checkCorrection(node, 'movement', values)
    return undefined
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('a correction names fields of the type of record and codes of their lists, and with a date of birth what was computed from it', async () => {
  await withNode(async (node) => {
    const asked = (values: Record<string, string | null>) => codeOf(node, values)
    expect(await asked({ sex: 'M', family_names: 'Quetzalcoatl' })).toBeUndefined()
    expect(await asked({ sex: null })).toBeUndefined()
    expect(await asked({ sex: '_U' })).toBeUndefined()
    expect(await asked({ direction: null })).toBe('collect.correction.value-required')
    expect(await asked({ sex: 'male' })).toBe('collect.correction.code-not-listed')
    expect(await asked({ shoe_size: '42' })).toBe('collect.correction.field-not-of-type')
    expect(await asked({ birth_date: '1988-08-17' })).toBe(
      'collect.correction.correction-incomplete',
    )
    expect(await asked({ birth_date: '1988-08-17', birth_year: '1988', age: '31' })).toBeUndefined()
    await expect(checkCorrection(node, 'movement', { birth_date: '1988-08-17' })).rejects.toThrow(
      /Date of birth \(birth_date\).*\(birth_year\).*\(age\)|\(age\).*\(birth_year\)/s,
    )
  })
})
