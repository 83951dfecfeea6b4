import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureResidenceFile, type ResidenceFileOptions } from './service.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-crossings-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const usual = {
  criterion: { thresholdDays: 365, windowDays: 487 },
  observedUntil: day('2020-01-01'),
  duplicateMinutes: 0,
}

async function measure(
  crossings: string,
  options: Partial<ResidenceFileOptions> = {},
  states?: string,
): Promise<string[]> {
  const file = join(folder, 'crossings.csv')
  await writeFile(file, `person_id,crossed_at,direction\n${crossings}`)
  const initial = states === undefined ? undefined : join(folder, 'states.csv')
  if (initial !== undefined) await writeFile(initial, `person_id,state,as_of\n${states}`)
  const parts: Uint8Array[] = []
  await measureResidenceFile(file, { ...usual, ...options, initial }, async (part) => {
    parts.push(part)
  })
  return Buffer.concat(parts).toString().trimEnd().split('\n').slice(1)
}

describe('the residence rule on a file', () => {
  it('answers in the order of the file, with the dates of the published examples', async () => {
    const lines = await measure(
      'b,2018-01-06,arrival\na,2017-01-11,arrival\nb,2017-01-01,departure\na,2017-01-01,departure\n',
    )
    expect(lines).toEqual([
      'b,2018-01-06,arrival,0,1,1,2018-01-06,2019-01-06,2019-01-06,487,0,',
      'a,2017-01-11,arrival,1,1,0,2017-05-13,2017-05-13,2017-01-11,487,0,',
      'b,2017-01-01,departure,1,0,1,2017-01-01,2018-01-01,2018-01-01,117,0,',
      'a,2017-01-01,departure,1,1,0,2017-01-01,2017-05-13,2017-05-13,477,0,',
    ])
  })

  it('leaves undecided what the end of observation leaves open', async () => {
    const lines = await measure('a,2019-06-01,arrival\n')
    expect(lines).toEqual(['a,2019-06-01,arrival,0,,,2019-06-01,,,214,0,'])
  })

  it('gives a problem, and no answer, to a row that cannot be part of a history', async () => {
    const lines = await measure(
      'a,2017-02-30,arrival\na,2017-03-01,departure\nb,2017-01-01,sideways\nc,2020-01-01,arrival\n' +
        'd,2017-01-01,arrival\nd,2017-01-01,arrival\ne,2017-01-01T10:00,arrival\ne,2017-01-01T10:00,departure\n,2017-01-01,arrival\n',
    )
    expect(lines.map((line) => line.split(',').slice(3).join(','))).toEqual([
      ',,,,,,,,date-invalid',
      ',,,,,,,,history-set-aside',
      ',,,,,,,,direction-unknown',
      ',,,,,,,,after-observation',
      '0,1,1,2017-01-01,2018-01-01,2018-01-01,487,0,',
      ',,,,,,,,duplicate',
      ',,,,,,,,same-instant',
      ',,,,,,,,same-instant',
      ',,,,,,,,history-set-aside',
    ])
  })

  it('orders one day by the time, a time zone counted', async () => {
    const lines = await measure('a,2017-01-01T08:00-06:00,departure\na,2017-01-01T10:00Z,arrival\n')
    expect(lines[1]).toMatch(/^a,2017-01-01T10:00Z,arrival,0,/)
    expect(lines[0]).toMatch(/^a,2017-01-01T08:00-06:00,departure,0,/)
  })

  it('says which rows stand beside a crossing that had to be supposed', async () => {
    const lines = await measure(
      'a,2017-01-01,arrival\na,2017-03-01,arrival\na,2017-04-01,departure\n',
    )
    expect(lines.map((line) => line.split(',')[10])).toEqual(['1', '1', '0'])
  })

  it('takes the first state from a file where observation does not tell it', async () => {
    const states = 'a,1,2016-12-31\nb,0,2016-01-01\n'
    const lines = await measure('a,2017-01-01,arrival\n', {}, states)
    expect(lines[0]).toMatch(/^a,2017-01-01,arrival,1,1,0,/)
  })

  it('a criterion, a missing column and a state that is none are refused', async () => {
    await expect(
      measure('a,2017-01-01,arrival\n', { criterion: { thresholdDays: 400, windowDays: 365 } }),
    ).rejects.toMatchObject({ code: 'measure.criterion-impossible' })
    await expect(measure('a,2017-01-01,arrival\n', {}, 'a,2,2016-01-01\n')).rejects.toMatchObject({
      code: 'measure.state-unreadable',
      details: { line: 2 },
    })
    const file = join(folder, 'other.csv')
    await writeFile(file, 'who,when\n1,2\n')
    await expect(measureResidenceFile(file, usual, async () => {})).rejects.toMatchObject({
      code: 'plain-file.column-missing',
    })
  })
  it('reads other delimiters, line ends and orders of columns, and quotes what it must', async () => {
    const file = join(folder, 'other.csv')
    await writeFile(
      file,
      '\uFEFFdirection;note;person_id;crossed_at\r\nArrival;x;"a,1";2017-01-01\r\n',
    )
    const parts: Uint8Array[] = []
    await measureResidenceFile(file, usual, async (part) => void parts.push(part))
    expect(Buffer.concat(parts).toString().split('\n')[1]).toBe(
      '"a,1",2017-01-01,Arrival,0,1,1,2017-01-01,2018-01-01,2018-01-01,487,0,',
    )
  })

  it('a line with too few columns refuses the file, by its number', async () => {
    await expect(measure('a,2017-01-01,arrival\nb,2017-01-01\n')).rejects.toMatchObject({
      code: 'plain-file.line-ragged',
      details: { line: '3', expected: '3', found: '2' },
    })
  })

  it('two states of one person on one day are refused, the same state twice is not', async () => {
    const crossings = 'a,2017-01-01,arrival\n'
    await expect(measure(crossings, {}, 'a,1,2016-12-31\na,0,2016-12-31\n')).rejects.toMatchObject({
      code: 'measure.state-contradicted',
      details: { line: 3 },
    })
    const lines = await measure(crossings, {}, 'a,1,2016-12-31\na,1,2016-12-31\n')
    expect(lines[0]).toMatch(/^a,2017-01-01,arrival,1,1,0,/)
  })

  it('a file of nothing but a header has no outcomes', async () => {
    expect(await measure('')).toEqual([])
  })

  it('an end of observation before the data leaves every row a reason', async () => {
    const lines = await measure('a,2017-01-01,arrival\n', { observedUntil: day('2016-01-01') })
    expect(lines).toEqual(['a,2017-01-01,arrival,,,,,,,,,after-observation'])
  })
})
