import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** The lines `@example expression // => answer` of the files of a folder. */
function examplesOf(folder: string) {
  return readdirSync(fileURLToPath(new URL(folder, import.meta.url)), {
    encoding: 'utf8',
    recursive: true,
  })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const url = new URL(`${folder}/${name}`, import.meta.url)
      const source = readFileSync(fileURLToPath(url), 'utf8')
      return [...source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)].map((match) => ({
        file: url.href,
        expression: match[1]!,
        answer: match[2]!,
      }))
    })
}

const everyday = await import('./index.ts')

describe('the examples of the exchange are true', () => {
  const examples = examplesOf('.')

  test('there are examples', () => {
    expect(examples.length).toBeGreaterThan(15)
  })

  test.each(examples)('$expression', async ({ file, expression, answer }) => {
    const names = { ...everyday, ...((await import(file)) as Record<string, unknown>) }
    // The examples are code of this project, written beside what they explain.
    const evaluate = (text: string): unknown =>
      // oxlint-disable-next-line typescript/no-implied-eval
      new Function(...Object.keys(names), `return (${text})`)(...Object.values(names))
    expect(evaluate(expression)).toEqual(evaluate(answer))
  })
})
