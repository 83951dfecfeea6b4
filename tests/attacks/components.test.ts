import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { askFolder, isAffected } from '../../scripts/advisory-folder.ts'
import {
  type ComponentRecord,
  findBreaches,
  type LibraryRecord,
} from '../../scripts/library-times.ts'
import { type Lock, lockedComponents } from '../../scripts/locked-components.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'))
const lock = read('package-lock.json') as Lock
const record = read('docs/reference/components.json') as ComponentRecord
const times = read('docs/reference/libraries.json') as LibraryRecord

describe('the record of what was answered of each library', () => {
  test('is of the versions that are locked, each of them, and of no other', () => {
    const locked = lockedComponents(lock).map(({ name, version }) => `${name}@${version}`)
    const recorded = [
      ...record.newest,
      ...record.builds,
      ...record.behind.map(({ library, version }) => `${library}@${version}`),
    ]
    expect(locked.length).toBeGreaterThan(100)
    // where this fails, libraries have changed since: `npm run components` asks anew
    expect(recorded.toSorted()).toEqual(locked.toSorted())
  })

  test('shows no library for which a newer version was there for longer than the times allow', () => {
    expect(record.askedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(findBreaches(times, record.advisories.known, record.behind, record.askedOn)).toEqual([])
  })

  test('holds no version that whoever publishes it has withdrawn', () => {
    expect(lockedComponents(lock).filter(({ withdrawn }) => withdrawn !== undefined)).toEqual([])
  })

  test('settles whether the times are shown to be kept: not while nobody says what is weak', () => {
    const { requirements } = read('docs/reference/asvs.json') as {
      requirements: readonly { id: string; status: string }[]
    }
    const { status } = requirements.find(({ id }) => id === 'V15.2.1')!
    const { source, newest = '' } = record.advisories
    const age = (Date.parse(record.askedOn) - Date.parse(newest)) / 86_400_000
    expect(status).toBe(source !== null && age <= times.times.remedyDays.reachable ? 'met' : 'open')
  })

  test('counts a library once for each version, without those of development', () => {
    const packages = {
      '': {},
      'packages/methods': { version: '1.0.0' },
      'node_modules/@caudal/methods': { link: true },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b/node_modules/a': { version: '2.0.0' },
      'node_modules/c/node_modules/a': { version: '2.0.0' },
      'node_modules/d': { version: '1.0.0', dev: true },
      'node_modules/@e/linux-x64': { version: '3.0.0', os: ['linux'] },
      'node_modules/alias': { name: 'f', version: '4.0.0', deprecated: 'use g' },
    } as const
    expect(
      lockedComponents({ packages }).map(({ name, version, build, withdrawn }) => [
        name,
        version,
        build,
        withdrawn,
      ]),
    ).toEqual([
      ['@e/linux-x64', '3.0.0', true, undefined],
      ['a', '1.0.0', false, undefined],
      ['a', '2.0.0', false, undefined],
      ['f', '4.0.0', false, 'use g'],
    ])
  })
})

describe('a copy of a database of advisories', () => {
  const range = (...events: object[]) => ({
    package: { ecosystem: 'npm', name: 'a' },
    ranges: [{ type: 'SEMVER', events }],
  })

  test('says of a version whether it lies where a weakness is', () => {
    const remedied = range({ introduced: '1.2.0' }, { fixed: '1.10.3' })
    expect(
      ['1.1.9', '1.2.0', '1.10.2', '1.10.3', '2.0.0'].map((each) => isAffected(each, remedied)),
    ).toEqual([false, true, true, false, false])
    const always = range({ introduced: '0' })
    expect(isAffected('9.9.9', always)).toBe(true)
    const twice = range(
      { introduced: '0' },
      { fixed: '1.0.1' },
      { introduced: '2.0.0' },
      { last_affected: '2.3.0' },
    )
    expect(['1.0.0', '1.5.0', '2.3.0', '2.3.1'].map((each) => isAffected(each, twice))).toEqual([
      true,
      false,
      true,
      false,
    ])
    const named = { package: { ecosystem: 'npm', name: 'a' }, versions: ['1.0.0-beta.1'] }
    expect(isAffected('1.0.0-beta.1', named)).toBe(true)
  })

  test('is held against each library by its name, and says until when it knows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'caudal-advisories-'))
    try {
      mkdirSync(join(folder, '2026/11'), { recursive: true })
      const put = (id: string, more: object, ecosystem = 'npm') => {
        const affected = [{ ...range({ introduced: '0' }), package: { ecosystem, name: 'a' } }]
        const advisory = { id, published: '2026-11-02T00:00:00Z', affected, ...more }
        writeFileSync(join(folder, `2026/11/${id}.json`), JSON.stringify(advisory))
      }
      put('GHSA-1', {})
      put('GHSA-2', { withdrawn: '2026-11-03T00:00:00Z', published: '2026-11-20T00:00:00Z' })
      put('GHSA-3', {}, 'PyPI')
      writeFileSync(join(folder, 'package.json'), '{"name":"not an advisory"}')
      const own = [
        { name: 'a', version: '1.0.0', build: false },
        { name: 'b', version: '1.0.0', build: false },
      ]
      expect(askFolder(folder, own)).toEqual({
        advisories: 3,
        newest: '2026-11-20',
        known: [{ id: 'GHSA-1', library: 'a' }],
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
