import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folders = ['.', '../../app/server']
const examples = folders.flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(folder, import.meta.url)))
    .filter((name) => name.endsWith('.ts') && !name.includes('test'))
    .flatMap((name) => {
      const url = new URL(`${folder}/${name}`, import.meta.url)
      const source = readFileSync(fileURLToPath(url), 'utf8')
      return [...source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)].map((match) => ({
        file: url.href,
        expression: match[1]!,
        answer: match[2]!,
      }))
    }),
)

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(8)
})

test.each(examples)('$expression is $answer', async ({ file, expression, answer }) => {
  const names = (await import(file)) as Record<string, unknown>
  const evaluate = (text: string): unknown =>
    // The examples are code of this project, written beside what they explain.
    // oxlint-disable-next-line typescript/no-implied-eval
    new Function(...Object.keys(names), `return (${text})`)(...Object.values(names))
  expect(evaluate(expression)).toEqual(evaluate(answer))
})
