import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '@caudal/methods/govern'
import { dayOfIso, isoDay } from '@caudal/methods/numerics'
import { statistician, statisticianOf } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { measureNodeSurvival } from './node-survival.ts'
import { measureSurvivalFile } from './service.ts'

// Remission in weeks with maintenance and without it, acute myelogenous leukaemia (Miller 1981, p. 49), as
// the data `aml` of R's package survival have them; here days of stays, a plus where one is cut off.
const aml = {
  HND: '9 13 13+ 18 23 28+ 31 34 45+ 48 161+',
  SLV: '5 5 8 8 12 16+ 23 27 30 33 43 45',
} as const

/** As `survfit(Surv(time, status) ~ x, data = aml)` is printed. */
const printed = `HND 9 11 1 0.909 0.0867
HND 13 10 1 0.818 0.1163
HND 18 8 1 0.716 0.1397
HND 23 7 1 0.614 0.1526
HND 31 5 1 0.491 0.1642
HND 34 4 1 0.368 0.1627
HND 48 2 1 0.184 0.1535
SLV 5 12 2 0.833 0.1076
SLV 8 10 2 0.667 0.1361
SLV 12 8 1 0.583 0.1423
SLV 23 6 1 0.486 0.1481
SLV 27 5 1 0.389 0.1470
SLV 30 4 1 0.292 0.1387
SLV 33 3 1 0.194 0.1219
SLV 43 2 1 0.097 0.0919
SLV 45 1 1 0.000 0.0000`

const until = dayOfIso('2019-01-01')

/** Every stay with its days: one that is cut off began so many days before the end of observation. */
const stays = Object.entries(aml).flatMap(([citizenship, times]) =>
  times.split(' ').map((text) => {
    const days = Number.parseInt(text, 10)
    const isOpen = text.endsWith('+')
    const from = isOpen ? until - days : dayOfIso('2018-03-01')
    return { citizenship, arrival: isoDay(from), departure: isOpen ? '' : isoDay(from + days) }
  }),
)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-survival-test-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function write(lines: readonly string[]): Promise<string> {
  const file = join(folder, 'stays.csv')
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

async function told<Report>(work: (write: (text: string) => Promise<void>) => Promise<Report>) {
  let text = ''
  const report = await work(async (part) => {
    text += part
  })
  const [head, ...lines] = text.trimEnd().split('\r\n')
  return { report, head, lines }
}

/** A line in the decimals of what is printed. */
const rounded = (line: string) => {
  const [group, time, atRisk, ended, survival, error] = line.split(',')
  return `${group} ${time} ${atRisk} ${ended} ${Number(survival).toFixed(3)} ${Number(error).toFixed(4)}`
}

describe('stays in a file', () => {
  const columns = { arrival: 'arrival', departure: 'departure', observedUntil: until }
  const lines = stays.map((stay) => `${stay.citizenship},${stay.arrival},${stay.departure}`)

  test('with their days have the curve that is printed of the published example', async () => {
    // who leaves on the day on which observation ends, or later, was still there
    const later = lines.map((line, at) =>
      line.endsWith(',') && at % 2 === 0 ? `${line}${isoDay(until + at)}` : line,
    )
    const file = await write(['citizenship,arrival,departure', ...later, 'HND,2019-01-01,'])
    const { report, lines: curve } = await told((out) =>
      measureSurvivalFile(file, columns, ['citizenship'], out),
    )
    expect(curve.map(rounded).join('\n')).toBe(printed)
    expect(report).toEqual({ stays: 23, open: 5, unobserved: 1, medians: [31, 23] })
  })

  test('with how long they lasted have their curve, group by group', async () => {
    const file = await write(['days,over,sex', '5,1,F', '7,0,F', '3,1,M', '4,1,M'])
    const { head, lines: curve } = await told((out) =>
      measureSurvivalFile(file, { time: 'days', ended: 'over' }, ['sex'], out),
    )
    expect(head).toBe('sex,time,at_risk,ended,survival,standard_error')
    expect(curve.map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
      'F,5,2,1,0.5',
      'M,3,2,1,0.5',
      'M,4,1,1,0',
    ])
  })

  test('that end before they begin are refused', async () => {
    const file = await write(['arrival,departure', '2018-03-02,2018-03-01'])
    await expect(measureSurvivalFile(file, columns, [], async () => {})).rejects.toMatchObject({
      code: 'measure.stay-backwards',
    })
  })
})

describe('stays of a node', () => {
  const crossing = (person: number, place: number, day: string, direction: string, more = {}) => ({
    country: 'SLV',
    person,
    place,
    crossed_on: day,
    direction,
    origin: 'recorded',
    sex: person % 2 === 0 ? 'F' : 'M',
    birth_year: 1950 + person,
    ...more,
  })

  test('are cut off at the end of observation and have the curve that is printed', async () => {
    await withNode(async (node) => {
      const refused = measureNodeSurvival(node, anonymous, undefined, [], async () => {})
      await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^policy\./) })
      const none = measureNodeSurvival(node, statistician, undefined, [], async () => {})
      await expect(none).rejects.toMatchObject({ code: 'measure.stays-missing' })
      const records = stays.flatMap(({ citizenship, arrival, departure }, at) => [
        crossing(at + 1, 1, arrival, 'arrival', { citizenship }),
        ...(departure === ''
          ? []
          : [
              crossing(at + 1, 2, departure, 'departure', {
                citizenship,
                // one departure was not recorded
                ...(at === 0 && { origin: 'inserted' }),
              }),
            ]),
      ])
      // the last day that was observed
      records.push(crossing(99, 1, isoDay(until - 1), 'departure', { citizenship: 'GTM' }))
      await receiveFacts(node, { recordType: 'journey', dataset: 'journeys-slv', records })
      await buildCubes(node, statistician, { only: ['stays'] })
      const { report, lines } = await told((out) =>
        measureNodeSurvival(node, statistician, 'SLV', ['citizenship'], out),
      )
      expect(lines.map(rounded).join('\n')).toBe(printed)
      expect(report).toMatchObject({ stays: 23, open: 5, imputed: 1, medians: [31, 23] })
      const all = await told((out) => measureNodeSurvival(node, statistician, undefined, [], out))
      expect(all.lines[0]).toMatch(/^5,23,2,0\.913/)
      const elsewhere = measureNodeSurvival(node, statistician, 'GTM', [], async () => {})
      await expect(elsewhere).rejects.toMatchObject({ code: 'measure.stays-missing' })
      // exactly told are the stays of the own country
      const asked = (country: string | undefined) =>
        told((out) =>
          measureNodeSurvival(node, statisticianOf('SLV'), country, ['citizenship'], out),
        )
      expect((await asked('SLV')).lines.map(rounded).join('\n')).toBe(printed)
      for (const country of ['GTM', undefined])
        await expect(asked(country)).rejects.toMatchObject({ code: 'policy.figures-of-others' })
      await expect(asked('GTM')).rejects.toThrow(/Guatemala.*El Salvador/)
      const nowhere = measureNodeSurvival(node, statisticianOf(''), 'SLV', [], async () => {})
      await expect(nowhere).rejects.toMatchObject({ code: 'policy.country-missing' })
      const unknown = measureNodeSurvival(node, statistician, undefined, ['height'], async () => {})
      await expect(unknown).rejects.toMatchObject({ code: 'measure.stays-breakdown-unknown' })
    })
  })
})
