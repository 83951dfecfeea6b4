import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { measureResidenceFile } from './service.ts'
import { answerFileDayByDay } from './testing-day-by-day.ts'

const start = Date.UTC(2019, 11, 20) / 86_400_000
const isoOf = (day: number) => new Date((start + day) * 86_400_000).toISOString().slice(0, 10)

const time = fc.constantFrom('', '', 'T00:00', 'T08:30', ' 08:30:00', 'T08:45', 'T23:59:59')
const zone = fc.constantFrom('', '', 'Z', '-06:00', '+0530')
const crossedAt = fc
  .tuple(fc.integer({ min: 0, max: 75 }), time, zone)
  .map(([day, hour, offset]) => `${isoOf(day)}${hour}${hour === '' ? '' : offset}`)
const row = fc.record({
  person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
  crossedAt: fc.oneof(
    { weight: 60, arbitrary: crossedAt },
    {
      weight: 1,
      arbitrary: fc.constantFrom('2020-02-30', '2021-02-29', '2020-01-05T24:00', 'soon'),
    },
  ),
  direction: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom('arrival', 'departure', 'Arrival') },
    { weight: 1, arbitrary: fc.constantFrom('in', '') },
  ),
})
const criterion = fc.integer({ min: 2, max: 30 }).chain((windowDays) =>
  fc.record({
    windowDays: fc.constant(windowDays),
    thresholdDays: fc.integer({ min: Math.floor(windowDays / 2) + 1, max: windowDays }),
  }),
)
const file = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 60 }),
  criterion,
  until: fc.integer({ min: -1, max: 110 }),
  from: fc.option(fc.integer({ min: -40, max: -2 }), { nil: undefined }),
  duplicateMinutes: fc.constantFrom(0, 0, 15, 600),
  given: fc.uniqueArray(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd'),
      state: fc.constantFrom(0 as const, 1 as const),
      day: fc.integer({ min: -3, max: 80 }).map((day) => start + day),
    }),
    { maxLength: 6, selector: ({ person, day }) => `${person} ${day}` },
  ),
})

it('files drawn at random are answered as a calendar of their days answers them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'caudal-crossings-'))
  try {
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, given, until, from, ...options }) => {
        const crossings = join(folder, 'crossings.csv')
        const lines = rows.map((each) => `${each.person},${each.crossedAt},${each.direction}`)
        await writeFile(crossings, `person_id,crossed_at,direction\n${lines.join('\n')}\n`)
        const initial = join(folder, 'states.csv')
        const states = given.map(
          ({ person, state, day }) => `${person},${state},${isoOf(day - start)}\n`,
        )
        await writeFile(initial, `person_id,state,as_of\n${states.join('')}`)
        const asked = {
          ...options,
          observedUntil: start + until,
          observedFrom: from === undefined ? undefined : start + from,
        }
        const parts: Uint8Array[] = []
        await measureResidenceFile(crossings, { ...asked, initial }, async (part) => {
          parts.push(part)
        })
        const written = Buffer.concat(parts).toString().trimEnd().split('\n').slice(1)
        expect(written).toEqual(answerFileDayByDay(rows, asked, given))
      }),
      { numRuns: 40 },
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})
