import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

interface Current {
  readonly folder: string
  readonly inputs: [path: string, size: number, mtimeMs: number, sha256: string][]
}

const address = (name: string) =>
  new URL(`../../packages/platform/program/${name}.js`, import.meta.url).href
const { buildProgram } = (await import(address('build-program'))) as {
  readonly buildProgram: (folder: string) => Promise<Current>
}
const { programFile } = (await import(address('program-file'))) as {
  readonly programFile: (entry: string, folder?: string) => Promise<string>
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-program-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const current = async (): Promise<Current> =>
  JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')) as Current

test('a program is built once by processes that start at the same time', async () => {
  const built = await Promise.all([buildProgram(folder), buildProgram(folder)])
  expect(built[0].folder).toBe(built[1].folder)
  expect((await readdir(folder)).sort()).toEqual([built[0].folder, 'current.json'].sort())
  const paths = built[0].inputs.map(([path]) => path)
  expect(paths).toContain('packages/platform/src/app/cli.ts')
  expect(paths).toContain('packages/methods/src/vocabulary/index.ts')
  expect(paths).toContain('package-lock.json')
  expect(paths.some((path) => path.includes('node_modules'))).toBe(false)
})

test('a program is built anew where its source changed, and not where only its times did', async () => {
  const first = await programFile('cli', folder)
  const { inputs } = await current()
  const made = await stat(fileURLToPath(first))

  const copied = inputs.map(([path, size, mtimeMs, sha256]) => [path, size, mtimeMs - 5000, sha256])
  await writeFile(
    join(folder, 'current.json'),
    JSON.stringify({ ...(await current()), inputs: copied }),
  )
  expect(await programFile('cli', folder)).toBe(first)
  expect((await stat(fileURLToPath(first))).mtimeMs).toBe(made.mtimeMs)
  expect((await current()).inputs).toEqual(inputs)

  const other = inputs.map(([path, size, , sha256], at) =>
    at === 0 ? [path, size + 1, 0, sha256.toLowerCase()] : inputs[at],
  )
  await writeFile(
    join(folder, 'current.json'),
    JSON.stringify({ folder: 'cli-of-before', inputs: other }),
  )
  // The program of before is gone as well: what is run is the source as it is now.
  expect(await programFile('cli', folder)).toBe(first)
  expect((await current()).inputs).toEqual(inputs)
})
