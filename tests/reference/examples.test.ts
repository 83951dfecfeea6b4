import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

const packages = fileURLToPath(new URL('../../packages', import.meta.url))
const sources = ['methods', 'platform'].map((name) => join(packages, name, 'src'))

/** The lines `@example expression // => answer` of a file. */
function examplesOf(file: string) {
  const lines = readFileSync(file, 'utf8').matchAll(
    /@example (?<expression>.+?) \/\/ => (?<answer>.+?)(?: \*\/)?$/gm,
  )
  return Array.from(lines, ({ groups }) => ({
    expression: groups!['expression']!,
    answer: groups!['answer']!,
  }))
}

const files = sources.flatMap((source) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ source, file: join(source, name) })),
)

const documented = files
  .map(({ source, file }) => ({
    source,
    file,
    name: relative(packages, file),
    examples: examplesOf(file),
  }))
  .filter(({ examples }) => examples.length > 0)

/** What an example may name: the words, what its folders offer, and what its own file exports. */
async function namesFor(source: string, file: string): Promise<Record<string, unknown>> {
  const words = [
    'vocabulary/index.ts',
    'vocabulary/code-lists/index.ts',
    'numerics/index.ts',
    // cubes, which the pages of publish explain themselves by
    'measure/index.ts',
  ]
  const offered = words.map((index) => join(packages, 'methods/src', index))
  for (let folder = dirname(file); folder !== source; folder = dirname(folder)) {
    offered.splice(words.length, 0, join(folder, 'index.ts'))
  }
  const modules = [...offered.filter((index) => existsSync(index)), file].map(
    (path) => import(pathToFileURL(path).href) as Promise<Record<string, unknown>>,
  )
  return Object.assign({}, ...(await Promise.all(modules))) as Record<string, unknown>
}

type Run = (names: object) => unknown

describe('the examples of the documentation are true', () => {
  test('every stage has some', () => {
    for (const stage of ['collect', 'link', 'measure', 'protect', 'exchange', 'publish', 'govern'])
      expect(
        documented.some(({ name }) => name.includes(`/src/${stage}/`)),
        stage,
      ).toBe(true)
  })

  describe.each(documented)('$name', ({ source, file, examples }) => {
    test.each(examples)('$expression', async ({ expression, answer }) => {
      const names = await namesFor(source, file)
      const evaluate = (text: string): unknown =>
        (runInThisContext(`(({ ${Object.keys(names).join(', ')} }) => (${text}))`) as Run)(names)
      expect(evaluate(expression)).toEqual(evaluate(answer))
    })
  })
})
