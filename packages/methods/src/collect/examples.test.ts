import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'

const folders = ['.', '../vocabulary', '../govern'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)

type Run = (names: object) => unknown

interface Example {
  readonly expression: string
  readonly answer: string
}

/** The lines `@example expression // => answer` of a file. */
function examplesOf(source: string): Example[] {
  return [...source.matchAll(/@example (.+?) \/\/ => (.+?)(?: \*\/)?$/gm)].map((match) => ({
    expression: match[1] ?? '',
    answer: match[2] ?? '',
  }))
}

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name)),
)

const withExamples = files
  .map((file) => ({ file, examples: examplesOf(readFileSync(file, 'utf8')) }))
  .filter(({ examples }) => examples.length > 0)

const everyday = {
  ...(await import('./index.ts')),
  ...(await import('../vocabulary/index.ts')),
  ...(await import('../vocabulary/code-lists/index.ts')),
  ...(await import('../govern/index.ts')),
}

describe('the examples of the documentation are true', () => {
  test('there are examples', () => {
    expect(withExamples.length).toBeGreaterThan(15)
  })

  describe.each(withExamples)('$file', ({ file, examples }) => {
    test.each(examples)('$expression', async ({ expression, answer }) => {
      const own = (await import(pathToFileURL(file).href)) as Record<string, unknown>
      const names = { ...everyday, ...own }
      const evaluate = (text: string): unknown =>
        (runInThisContext(`(({ ${Object.keys(names).join(', ')} }) => (${text}))`) as Run)(names)
      expect(evaluate(expression)).toEqual(evaluate(answer))
    })
  })
})
