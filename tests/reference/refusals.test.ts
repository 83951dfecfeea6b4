import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { languages, type RefusalDefinition } from '@caudal/methods/vocabulary'

const packages = fileURLToPath(new URL('../../packages', import.meta.url))

interface Refusals {
  readonly stage: string
  readonly definitions: Readonly<Record<string, RefusalDefinition>>
}

const refusals = await listRefusals()

/** Details that are identifiers of something with a name: what people read says `…Label` instead. */
const identifiers = ['institution', 'owner', 'recipient', 'actor', 'role', 'operation', 'own']

/** Those that quote what was asked for, because nobody knows a name of it; one gives a name as it is. */
const quoting = new Set([
  'govern.accounts.institution-unknown',
  'govern.accounts.country-differs',
  'govern.accounts.roles-invalid',
  'registers.institution-unknown',
  'registers.country-differs',
  // its advice is a command, which wants the identifier
  'registers.country-kept',
  'release.institution-unknown',
])

test('a refusal tells people names, and no identifier of what has one', () => {
  expect(refusals.size).toBeGreaterThan(400)
  const told = [...refusals].flatMap(([code, definition]) =>
    quoting.has(code)
      ? []
      : placesOf(definition)
          .filter((place) => identifiers.includes(place))
          .map((place) => `${code}: {${place}}`),
  )
  expect(told).toEqual([])
})

test('a refusal says the same of the same things in every language', () => {
  for (const [code, { what, advice }] of refusals) {
    for (const text of [what, advice]) {
      const [es, en, fr] = languages.map((language) =>
        [...new Set(placesIn(text[language]))].sort(),
      )
      expect([code, en, fr]).toEqual([code, es, es])
    }
  }
})

function placesOf({ what, advice }: RefusalDefinition): string[] {
  return [...new Set([what, advice].flatMap((text) => placesIn(Object.values(text).join(' '))))]
}

function placesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
}

async function listRefusals(): Promise<Map<string, RefusalDefinition>> {
  const found = new Map<string, RefusalDefinition>()
  for (const name of ['methods', 'platform']) {
    const source = join(packages, name, 'src')
    expect(existsSync(source)).toBe(true)
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('refusals.ts')) continue
      const exported = (await import(pathToFileURL(join(source, file)).href)) as object
      for (const value of Object.values(exported).filter(isRefusals)) {
        for (const [key, definition] of Object.entries(value.definitions)) {
          found.set(`${value.stage}.${key}`, definition)
        }
      }
    }
  }
  return found
}

function isRefusals(value: unknown): value is Refusals {
  return typeof value === 'object' && value !== null && 'stage' in value && 'definitions' in value
}
