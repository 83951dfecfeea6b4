import { describe, expect, test } from 'vitest'
import type { CubeFindings, RecordedRelease } from './releases.ts'
import { statesOf } from './release-state.ts'
import { cubesOfSameRecords, cubesTiedTo, onlyShown } from './same-records.ts'

const plan = (cubes: readonly string[]) =>
  ({ figures: cubes.map((cube) => ({ id: cube, cube })) }) as unknown as RecordedRelease['plan']

/** A release that has been drafted, with what was found of its cubes. */
const drafted = (id: string, cubes: readonly string[]): RecordedRelease => ({
  id,
  series: id,
  vintage: 1,
  template: 'custom',
  plan: plan(cubes),
  sources: [],
  findings: cubes.map((cube) => ({ cube }) as CubeFindings),
  program: '0.1.0',
  manifestSha256: '',
  publicKey: '',
  draftedBy: 'ana',
  owner: null,
  ownerCountry: null,
  draftedAt: '2026-01-01T00:00:00Z',
})

const approved = (releaseId: string) => ({
  releaseId,
  kind: 'approved' as const,
  actor: 'eva',
  publishAt: null,
  successor: null,
  remark: null,
  at: '2026-01-02T00:00:00Z',
})

describe('cubes of the same records', () => {
  const before = statesOf(
    [
      drafted('permits-v1', ['permits']),
      drafted('crossings-v1', ['movements', 'returns']),
      drafted('events-v1', ['permit-events']),
    ],
    [approved('permits-v1'), approved('crossings-v1')],
    new Date('2026-02-01'),
  )

  test('are not named where definitions tie them: they are attacked together', () => {
    expect(cubesTiedTo('permit-events')).toEqual(['permits'])
    expect(cubesTiedTo('stays')).toEqual(['migrations'])
    expect(cubesTiedTo('returns')).toEqual([])
    const events = { id: 'events-v2', plan: plan(['permit-events', 'returns']) }
    expect(cubesOfSameRecords('permit-events', events, before)).toEqual([])
    expect(cubesOfSameRecords('returns', events, before)).toEqual([])
  })

  test('are crossings for what the residence rule makes of them, and others of the same release', () => {
    const outcomes = { id: 'year-v1', plan: plan(['migrations', 'stays', 'resident-stocks']) }
    expect(cubesOfSameRecords('migrations', outcomes, before)).toEqual([
      { release: 'crossings-v1', cube: 'movements' },
      { release: 'year-v1', cube: 'resident-stocks' },
    ])
    // a draft that nobody approved tells nothing
    const none = before.filter(({ id }) => id !== 'crossings-v1')
    expect(cubesOfSameRecords('stays', { ...outcomes, plan: plan(['stays']) }, none)).toEqual([])
  })
  test('are not those of which a release leaves every figure out', () => {
    const apart = [
      { release: 'crossings-v1', cube: 'movements' },
      { release: 'year-v1', cube: 'migrations' },
      { release: 'year-v1', cube: 'resident-stocks' },
    ]
    expect(onlyShown(apart, 'year-v1', plan(['stays', 'resident-stocks']))).toEqual([
      { release: 'crossings-v1', cube: 'movements' },
      { release: 'year-v1', cube: 'resident-stocks' },
    ])
  })
})
