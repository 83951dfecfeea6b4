import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as names from './index.ts'

/** The lines `@example expression // => answer` of this folder. */
const examples = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => {
    const source = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
    const lines = source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)
    return Array.from(lines, ([, expression = '', answer = '']) => ({ expression, answer }))
  })

describe('the examples of maps are true', () => {
  test('there are examples', () => {
    expect(examples.length).toBeGreaterThan(15)
  })

  test.each(examples)('$expression', ({ expression, answer }) => {
    expect(evaluate(expression)).toEqual(evaluate(answer))
  })
})

/** Examples are code of this folder, never input. */
function evaluate(text: string): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval
  return new Function(...Object.keys(names), `return (${text})`)(...Object.values(names))
}
