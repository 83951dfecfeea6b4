import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** One requirement, and how it stands. */
interface Requirement {
  readonly id: string
  readonly level: 1 | 2
  readonly about: string
  readonly status: 'met' | 'not applicable' | 'open'
  /** Of what is met: a test, or the page that documents it, and words of the title of the test. */
  readonly evidence?: string
  readonly test?: string
  /** Of what is not. */
  readonly reason?: string
}

describe('conformance with ASVS 5.0, level 2', () => {
  const { requirements } = JSON.parse(read('docs/reference/asvs.json')) as {
    requirements: readonly Requirement[]
  }

  test('answers for each of the 70 requirements of level 1 and the 183 of level 2, once', () => {
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length)
    expect(requirements.filter(({ level }) => level === 1)).toHaveLength(70)
    expect(requirements.filter(({ level }) => level === 2)).toHaveLength(183)
  })

  test('says of each how it stands, and why where it is not met', () => {
    for (const { id, about, status, reason, evidence } of requirements) {
      expect(id).toMatch(/^V\d+\.\d+\.\d+$/)
      expect(about.length).toBeGreaterThan(2)
      expect(['met', 'not applicable', 'open']).toContain(status)
      const grounds = status === 'met' ? evidence : reason
      expect([id, (grounds ?? '').length > 2]).toEqual([id, true])
    }
  })

  test('shows for whatever is met a test or a page that is there and says so', () => {
    for (const requirement of requirements) {
      if (requirement.status !== 'met') continue
      const { id, evidence = '', test: title } = requirement
      const text = read(evidence).replace(/\s+/g, ' ')
      expect([id, title === undefined || text.includes(title)]).toEqual([id, true])
      // Whatever a test could show is not met by words, and a test is named by its title.
      const isTest = evidence.endsWith('.test.ts')
      expect([id, isTest ? title !== undefined : true]).toEqual([id, true])
      expect([
        id,
        isTest || /^(docs\/|packages\/.*README\.md$|package-lock)/.test(evidence),
      ]).toEqual([id, true])
    }
  })

  test('leaves open no requirement of level 1 but those that rest with whoever runs a node', () => {
    const open = requirements.filter(({ level, status }) => level === 1 && status === 'open')
    expect(open.map(({ id }) => id)).toEqual(['V15.2.1'])
  })
})

test('each library of a node is one version with its checksum, and none was given up by its makers', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<
      Record<
        string,
        {
          readonly version?: string
          readonly resolved?: string
          readonly integrity?: string
          readonly dev?: true
          readonly link?: true
          readonly deprecated?: string
        }
      >
    >
  }
  const loaded = Object.entries(packages).filter(
    ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
  )
  expect(loaded.length).toBeGreaterThan(100)
  for (const [path, { version = '', resolved = '', integrity = '', deprecated }] of loaded) {
    expect([path, /^\d+\.\d+\.\d+/.test(version)]).toEqual([path, true])
    expect([path, /^(https:|$)/.test(resolved)]).toEqual([path, true])
    expect([path, integrity.startsWith('sha512-')]).toEqual([path, true])
    expect([path, deprecated]).toEqual([path, undefined])
  }
  // what a workspace asks for is exact: no range lets another version in
  for (const workspace of ['methods', 'platform', 'portal']) {
    const { dependencies = {} } = JSON.parse(read(`packages/${workspace}/package.json`)) as {
      dependencies?: Readonly<Record<string, string>>
    }
    for (const [name, wanted] of Object.entries(dependencies)) {
      const own = name.startsWith('@caudal/')
      expect([name, own || /^(npm:[^@]*@?[^@]+@)?\d+\.\d+\.\d+/.test(wanted)]).toEqual([name, true])
    }
  }
})

test('no program text is made of data: nothing evaluates strings', () => {
  for (const file of sources('packages')) {
    expect([file, /\beval\(|\bnew Function\(/.test(read(file))]).toEqual([file, false])
  }
})

test('a node loads no test, no benchmark and no tool of development', () => {
  const loaded = new Set<string>()
  const packages = new Set<string>()
  const load = (path: string): void => {
    if (loaded.has(path)) return
    loaded.add(path)
    // types are gone when it runs
    const text = read(path).replace(/import type [^']*'[^']+'/g, '')
    const named = [
      ...text.matchAll(/(?:(?<!distinct )\bfrom|\bimport)\s*\(?\s*'([^']+)'/g),
      ...text.matchAll(/new URL\('(\.[^']+\.[jt]s)', import\.meta\.url\)/g),
    ].map((match) => match[1]!)
    for (const name of named) {
      if (name.startsWith('.')) {
        const next = join(path, '..', name)
        if (/\.tsx?$/.test(next)) load(next)
      } else if (name.startsWith('@caudal/')) {
        const [, workspace, part] = name.split('/')
        load(`packages/${workspace}/src/${part}/index.ts`)
      } else if (/^(@[a-z-]+\/)?[a-z][a-z0-9.-]*(\/[\w./-]+)?$/.test(name)) {
        packages.add(name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
      }
    }
  }
  for (const entry of ['cli', 'worker']) load(`packages/platform/src/app/${entry}.ts`)
  expect(loaded.size).toBeGreaterThan(500)
  expect(
    [...loaded].filter((path) => /\.test\.|\/testing-|^tests\/|^benchmarks\//.test(path)),
  ).toEqual([])
  const kept = ['methods', 'platform', 'portal'].flatMap((workspace) =>
    Object.keys(
      (JSON.parse(read(`packages/${workspace}/package.json`)) as { dependencies?: object })
        .dependencies ?? {},
    ),
  )
  expect([...packages].filter((name) => !kept.includes(name))).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return []
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : []
  })
}
