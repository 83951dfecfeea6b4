import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { residenceCriteria } from '@caudal/methods/measure/residence'
import { measureResidenceFile, type ResidenceFileOptions } from './service.ts'

// Every expected line was worked out by hand from the definition.

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-crossings-'))
})
afterAll(() => rm(folder, { recursive: true }))

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

interface Case {
  readonly rows: readonly string[]
  readonly states?: readonly string[]
  readonly options?: Partial<ResidenceFileOptions>
}

/** What is written behind person, instant and direction of each row. */
async function answersOf({ rows, states, options }: Case): Promise<string[]> {
  const file = join(folder, 'crossings.csv')
  await writeFile(file, `person_id,crossed_at,direction\n${rows.join('\n')}\n`)
  const initial = states && join(folder, 'states.csv')
  if (initial !== undefined) {
    await writeFile(initial, `person_id,state,as_of\n${states!.join('\n')}\n`)
  }
  const parts: Uint8Array[] = []
  await measureResidenceFile(
    file,
    {
      criterion: residenceCriteria['twelve-in-sixteen'],
      observedUntil: day('2020-01-01'),
      duplicateMinutes: 0,
      initial,
      ...options,
    },
    async (part) => void parts.push(part),
  )
  const lines = Buffer.concat(parts).toString().trimEnd().split('\n').slice(1)
  expect(lines.map((line) => line.split(',').slice(0, 3).join(','))).toEqual(rows)
  return lines.map((line) => line.split(',').slice(3).join(','))
}

describe('criteria on small histories', () => {
  test('twelve months are 365 days, over a leap day too', async () => {
    expect(await answersOf({ rows: ['a,2016-02-29,arrival'] })).toEqual([
      '0,1,1,2016-02-29,2017-02-28,2017-02-28,487,0,',
    ])
  })

  test('nine in twelve: 270 days of the year make a migration, 269 do not', async () => {
    const options = { criterion: residenceCriteria['nine-in-twelve'] }
    const rows = [
      'a,2017-01-01,arrival',
      'a,2017-09-28,departure',
      'b,2017-01-01,arrival',
      'b,2017-09-27,departure',
    ]
    expect(await answersOf({ rows, options })).toEqual([
      '0,1,1,2017-01-01,2017-09-28,2017-09-28,270,0,',
      '1,0,1,2017-09-28,2018-06-25,2018-06-25,0,0,',
      '0,0,0,2017-01-01,2017-12-31,2017-12-31,269,0,',
      '0,0,0,2017-12-31,2017-12-31,2017-12-31,0,0,',
    ])
  })

  test('six months and a day: 183 days of the year make a migration, 182 do not', async () => {
    const options = { criterion: residenceCriteria['six-months-and-a-day'] }
    const rows = [
      'a,2017-01-01,arrival',
      'a,2017-07-03,departure',
      'b,2017-01-01,arrival',
      'b,2017-07-02,departure',
    ]
    const answers = await answersOf({ rows, options })
    expect([answers[0], answers[2]]).toEqual([
      '0,1,1,2017-01-01,2017-07-03,2017-07-03,183,0,',
      '0,0,0,2017-01-01,2017-12-31,2017-12-31,182,0,',
    ])
  })

  test('where threshold and window are one, a single day away undoes a migration', async () => {
    const options = { criterion: { thresholdDays: 365, windowDays: 365 } }
    const rows = [
      'a,2017-01-01,arrival',
      'a,2018-01-01,departure',
      'b,2017-01-01,arrival',
      'b,2017-12-31,departure',
    ]
    expect(await answersOf({ rows, options })).toEqual([
      '0,1,1,2017-01-01,2018-01-01,2018-01-01,365,0,',
      '1,0,1,2018-01-01,2019-01-01,2019-01-01,0,0,',
      '0,0,0,2017-01-01,2017-12-31,2017-12-31,364,0,',
      '0,0,0,2017-12-31,2017-12-31,2017-12-31,0,0,',
    ])
  })
})

describe('at the edges of days', () => {
  test('2V − W are 243 days: 242 away rule out a return at once, 243 do not', async () => {
    const rows = [
      'a,2018-09-02,departure',
      'a,2019-05-02,arrival',
      'b,2018-09-02,departure',
      'b,2019-05-03,arrival',
    ]
    expect(await answersOf({ rows })).toEqual([
      '1,1,0,2018-09-02,2019-09-01,2019-09-01,244,0,',
      '1,1,0,2019-09-01,2019-09-01,2019-05-02,244,0,',
      '1,1,0,2018-09-02,2019-09-02,2019-09-02,243,0,',
      '1,1,0,2019-09-02,2019-09-02,2019-09-02,243,0,',
    ])
  })

  test('V is reached on the last day of observation, and one day short it is undecided', async () => {
    expect(await answersOf({ rows: ['a,2019-01-01,arrival', 'b,2019-01-02,arrival'] })).toEqual([
      '0,1,1,2019-01-01,2020-01-01,2020-01-01,365,0,',
      '0,,,2019-01-02,,,364,0,',
    ])
  })

  test('half a second apart are two instants', async () => {
    const rows = ['a,2017-01-01T10:00:30.5,arrival', 'a,2017-01-01T10:00:30,departure']
    expect(await answersOf({ rows })).toEqual([
      '1,1,0,2017-05-03,2017-05-03,2017-01-01,487,0,',
      '1,1,0,2017-01-01,2017-05-03,2017-05-03,487,0,',
    ])
  })
})

describe('the state before the first crossing', () => {
  const rows = ['a,2017-01-01,departure']
  const states = ['a,0,2016-06-01']

  test('a person not seen for the 365 days before is what the direction says', async () => {
    const options = { observedFrom: day('2016-01-02') }
    expect(await answersOf({ rows, states, options })).toEqual([
      '1,0,1,2017-01-01,2018-01-01,2018-01-01,0,0,',
    ])
  })

  test('not seen for 364 days, a person is what is known from outside, if anything is', async () => {
    const options = { observedFrom: day('2016-01-03') }
    expect(await answersOf({ rows, states, options })).toEqual([
      '0,0,0,2017-01-01,2017-01-01,2017-01-01,0,0,',
    ])
    expect(await answersOf({ rows, options })).toEqual([
      '1,0,1,2017-01-01,2018-01-01,2018-01-01,0,0,',
    ])
  })

  test('a state dated in the middle counts from the first crossing certain on or after its day', async () => {
    const both = ['a,2017-01-01,departure', 'a,2017-01-11,arrival']
    // the departure is no migration, which is certain 132 days later: so is the state before the arrival
    expect(await answersOf({ rows: both, states: ['a,0,2017-05-13'] })).toEqual([
      '1,1,0,2017-01-01,2017-05-13,2017-05-13,477,0,',
      '0,1,1,2017-05-13,2018-01-11,2018-01-11,487,0,',
    ])
    expect(await answersOf({ rows: both, states: ['a,0,2017-05-14'] })).toEqual([
      '1,1,0,2017-01-01,2017-05-13,2017-05-13,477,0,',
      '1,1,0,2017-05-13,2017-05-13,2017-01-11,487,0,',
    ])
  })

  test('of several states before the first crossing the latest counts; strangers to the file are left aside', async () => {
    const known = ['z,1,2016-01-01', 'a,0,2016-12-31', 'a,1,2016-01-01']
    expect((await answersOf({ rows, states: known }))[0]).toMatch(/^0,0,0,/)
  })
})

describe('rows as sources have them', () => {
  test('a repeat within the minutes given is a duplicate; beyond, a crossing was missed', async () => {
    const rows = [
      'a,2017-01-01T11:01,arrival',
      'a,2017-01-01T10:30,arrival',
      'a,2017-01-01T10:00,arrival',
    ]
    expect(await answersOf({ rows, options: { duplicateMinutes: 30 } })).toEqual([
      '1,1,0,2018-01-01,2018-01-01,2018-01-01,487,1,',
      ',,,,,,,,duplicate',
      '0,1,1,2017-01-01,2018-01-01,2018-01-01,487,1,',
    ])
  })

  test('of equal rows the first of the file stands', async () => {
    const rows = ['a,2017-01-01,arrival', 'a,2017-01-01,arrival', 'a,2017-01-01T00:00,arrival']
    const answers = await answersOf({ rows })
    expect(answers[0]).toMatch(/^0,1,1,/)
    expect(answers.slice(1)).toEqual([',,,,,,,,duplicate', ',,,,,,,,duplicate'])
  })

  test('a date without a time is midnight: before every other hour, at one instant with another date', async () => {
    const rows = [
      'a,2017-01-01T08:00,arrival',
      'a,2017-01-01,departure',
      'b,2017-01-01,departure',
      'b,2017-01-01,arrival',
      'b,2018-01-01,arrival',
    ]
    expect(await answersOf({ rows })).toEqual([
      '1,1,0,2017-05-03,2017-05-03,2017-01-01,487,0,',
      '1,1,0,2017-01-01,2017-05-03,2017-05-03,487,0,',
      ',,,,,,,,same-instant',
      ',,,,,,,,same-instant',
      ',,,,,,,,history-set-aside',
    ])
  })

  test('the same instant written in two time zones is one; the day is the one written', async () => {
    const rows = ['a,2017-01-01T23:30-06:00,arrival', 'a,2017-01-02T05:30Z,arrival']
    expect(await answersOf({ rows })).toEqual([
      '0,1,1,2017-01-01,2018-01-01,2018-01-01,487,0,',
      ',,,,,,,,duplicate',
    ])
  })

  test('hours, minutes and zones that no clock shows are no dates', async () => {
    const bad = ['T24:00', 'T10:60', 'T10:00:60', 'T10:00+15:00', 'T10', '/', 'T10:00 Z']
    const rows = bad.map((text, at) => `p${at},2017-01-01${text},arrival`)
    expect(await answersOf({ rows: [...rows, 'q,01/02/2017,arrival'] })).toEqual(
      Array.from({ length: bad.length + 1 }, () => ',,,,,,,,date-invalid'),
    )
  })

  test('what comes after observation leaves the rest of a history as it is', async () => {
    const rows = ['a,2017-01-01,arrival', 'a,2020-01-01,departure', 'a,2999-12-31,sideways']
    expect(await answersOf({ rows })).toEqual([
      '0,1,1,2017-01-01,2018-01-01,2018-01-01,487,0,',
      ',,,,,,,,after-observation',
      ',,,,,,,,after-observation',
    ])
  })

  test('two arrivals in a row suppose a departure halfway, whole days rounded down', async () => {
    // 2017-01-01 to 2017-12-04 are 337 days; the departure is supposed after 168
    const rows = ['a,2017-01-01,arrival', 'a,2017-12-04,arrival']
    expect((await answersOf({ rows }))[0]).toBe('0,0,0,2017-01-01,2017-10-18,2017-10-18,318,1,')
  })

  test('a person with ten thousand crossings is answered row by row', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      const iso = new Date((day('1930-01-01') + 3 * at) * 86_400_000).toISOString().slice(0, 10)
      return `a,${iso},${at % 2 === 0 ? 'arrival' : 'departure'}`
    }).toReversed()
    const answers = await answersOf({ rows })
    expect(answers.filter((answer) => answer.split(',')[2] === '0')).toHaveLength(10_000)
  })

  test('an open quote and a file of nothing are refused', async () => {
    const open = { rows: ['"a,2017-01-01,arrival'] }
    await expect(answersOf(open)).rejects.toMatchObject({ code: 'plain-file.quote-open' })
    const file = join(folder, 'nothing.csv')
    await writeFile(file, '')
    const criterion = residenceCriteria['twelve-in-sixteen']
    const options = { criterion, observedUntil: 18_000, duplicateMinutes: 0 }
    await expect(measureResidenceFile(file, options, async () => {})).rejects.toMatchObject({
      code: 'plain-file.file-empty',
    })
  })
})

it('ends with 0 where rows carry problems and with 2 where the question is refused', async () => {
  const file = join(folder, 'odd.csv')
  await writeFile(file, 'person_id,crossed_at,direction\na,never,arrival\n')
  const caudal = fileURLToPath(new URL('../../../bin/caudal.js', import.meta.url))
  const run = (...more: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const args = [caudal, '--language', 'en', 'measure', 'residence', file, ...more]
      execFile(process.execPath, args, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr })
      })
    })
  const [done, refused] = await Promise.all([
    run('--observed-until', '2020-01-01'),
    run('--observed-until', '2020-01-01', '--threshold', '243', '--window', '487'),
  ])
  expect(done).toMatchObject({
    code: 0,
    stderr: 'Crossings: 1. Migrations: 0; undecided: 0; with a problem: 1.\n',
  })
  expect(done.stdout.split('\n')[1]).toBe('a,never,arrival,,,,,,,,,date-invalid')
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toContain('243 days in a window of 487')
}, 60_000)
