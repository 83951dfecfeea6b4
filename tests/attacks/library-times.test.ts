import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findBreaches, findNewerSince, type LibraryRecord } from '../../scripts/library-times.ts'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const record = JSON.parse(
  readFileSync(path('docs/reference/libraries.json'), 'utf8'),
) as LibraryRecord

const weakness = { id: 'GHSA-1', library: 'pg', knownOn: '2026-11-01', reachable: true } as const
const withSeen = (...weaknesses: LibraryRecord['weaknesses']) => ({ ...record, weaknesses })

describe('the times within which libraries are remedied and updated', () => {
  test('are those of the guide', () => {
    expect(record.times).toEqual({ remedyDays: { reachable: 7, other: 30 }, updateDays: 92 })
    const guide = readFileSync(path('docs/guides/security.md'), 'utf8').replace(/\s+/g, ' ')
    expect(guide).toContain('within 7 days where they can be used from outside, 30 otherwise')
    expect(guide).toContain('brought up to date each quarter')
  })

  test('are breached by a weakness that nobody has looked at, and by one that is known for too long', () => {
    const known = [{ id: 'GHSA-1', library: 'pg' }]
    expect(findBreaches(withSeen(), known, [], '2026-11-02')[0]).toContain('pg: GHSA-1 is new')
    const on = (day: string, reachable = true) =>
      findBreaches(withSeen({ ...weakness, reachable }), known, [], day)
    expect(on('2026-11-08')).toEqual([])
    expect(on('2026-11-09')).toEqual(['pg: GHSA-1 is known for 8 days; 7 are allowed.'])
    expect(on('2026-12-01', false)).toEqual([])
    expect(on('2026-12-02', false)).toEqual(['pg: GHSA-1 is known for 31 days; 30 are allowed.'])
    // one of another library is another one
    expect(
      findBreaches(withSeen(weakness), [{ id: 'GHSA-1', library: 'jose' }], [], '2026-11-02'),
    ).toHaveLength(1)
  })

  test('are breached by a newer version that is there for more than a quarter', () => {
    const behind = [{ library: 'pg', version: '1.0.0', newerSince: '2026-08-01T12:00:00Z' }]
    expect(findBreaches(record, [], behind, '2026-11-01')).toEqual([])
    expect(findBreaches(record, [], behind, '2026-11-03')).toEqual([
      'pg 1.0.0: a newer version is there for 93 days; 92 are allowed.',
    ])
  })

  test('count from the first newer version, without those before it, those to come and those held back', () => {
    const releases = {
      created: '2020-01-01',
      '1.9.0': '2026-01-01',
      '1.10.0': '2026-02-01',
      '2.0.0-beta.1': '2026-02-15',
      '1.9.1': '2026-03-01',
      '1.10.1': '2026-04-01',
      '2.0.0': '2026-05-01',
    }
    expect(findNewerSince(releases, '1.10.0')).toBe('2026-04-01')
    expect(findNewerSince(releases, '1.10.1')).toBe('2026-05-01')
    expect(findNewerSince(releases, '1.10.1', '2.0.0')).toBeUndefined()
    expect(findNewerSince(releases, '2.0.0')).toBeUndefined()
  })

  test('are excused for a version alone that says why it cannot be taken', () => {
    for (const { library, from, because } of record.held) {
      expect([library, /^\d+\.\d+\.\d+$/.test(from), because.length > 20]).toEqual([
        library,
        true,
        true,
      ])
    }
  })
})
