import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureIndicatorFile } from '../indicators/service.ts'
import { estimateSurveyFile, type Statistic } from './service.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-sample-test-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function write(lines: readonly string[]): Promise<string> {
  const file = join(folder, 'file.csv')
  await writeFile(file, `${lines.join('\n')}\n`)
  return file
}

async function answer(work: (write: (text: string) => Promise<void>) => Promise<unknown>) {
  let text = ''
  await work(async (part) => {
    text += part
  })
  return text.trimEnd().split('\r\n')
}

describe('a sample in a file', () => {
  // three dwellings of twelve, two persons each: worked by hand in the tests of the methods
  const dwellings = ['d1,4,12,1', 'd1,4,12,2', 'd2,4,12,3', 'd2,4,12,4', 'd3,4,12,5', 'd3,4,12,6']
  const header = 'dwelling,w,dwellings,rooms'
  const columns = { weight: 'w', cluster: 'dwelling', population: 'dwellings' }
  const mean: Statistic = { kind: 'mean', variable: 'rooms' }

  it('gives the mean with the standard error of its design', async () => {
    const file = await write([header, ...dwellings])
    const [head, line] = await answer((out) => estimateSurveyFile(file, columns, [mean], [], out))
    expect(head).toBe(
      'statistic,variable,estimate,standard_error,low_95,high_95,coefficient_of_variation,respondents,problem',
    )
    const [statistic, variable, estimate, error, , , , n] = line!.split(',')
    expect([statistic, variable, n]).toEqual(['mean', 'rooms', '6'])
    expect(Number(estimate)).toBeCloseTo(3.5, 9)
    expect(Number(error)).toBeCloseTo(1, 9)
  })

  // leaving a dwelling out gives means of 4.5, 3.5 and 2.5: 2/3 · (1 + 0 + 1) = 4/3
  const replicated = ['0,6,6,1', '0,6,6,2', '6,0,6,3', '6,0,6,4', '6,6,0,5', '6,6,0,6']
  const jackknife = { weight: 'w', replicates: 'rep', replicateMethod: 'jk1' } as const

  it('gives the standard error of its replicate weights, where it brings them', async () => {
    const file = await write(['rep1,rep2,rep3,rooms,w', ...replicated.map((row) => `${row},4`)])
    const errorOf = async (given: Parameters<typeof estimateSurveyFile>[1], of = mean) => {
      const [, line] = await answer((out) => estimateSurveyFile(file, given, [of], [], out))
      return Number(line!.split(',')[3])
    }
    expect(await errorOf(jackknife)).toBeCloseTo(Math.sqrt(4 / 3), 9)
    expect(await errorOf({ ...jackknife, replicateMethod: 'brr' })).toBeCloseTo(Math.sqrt(2 / 3), 9)
    const fay = { ...jackknife, replicateMethod: 'fay', rho: '0.5' } as const
    expect(await errorOf(fay)).toBeCloseTo(Math.sqrt(8 / 3), 9)
    const scaled = { ...jackknife, replicateMethod: 'scaled', scale: '1, 5, 0.25' } as const
    expect(await errorOf(scaled)).toBeCloseTo(Math.sqrt(1.25), 9)
    // totals of 108, 84 and 60 against 84: 2/3 · 2 · 24²
    expect(await errorOf(jackknife, { kind: 'total', variable: 'rooms' })).toBeCloseTo(
      Math.sqrt(768),
      9,
    )
  })

  it('replicates that are not there, or not explained, are refused', async () => {
    const file = await write(['rep1,rep2,rep3,rooms,w', ...replicated.map((row) => `${row},4`)])
    const refused = (given: Parameters<typeof estimateSurveyFile>[1]) =>
      estimateSurveyFile(file, given, [mean], [], async () => {}).catch(
        (error: { code?: string }) => error.code,
      )
    expect(await refused({ ...jackknife, replicates: 'brr' })).toBe('measure.replicates-missing')
    for (const unclear of [
      { ...jackknife, replicateMethod: undefined },
      { ...jackknife, replicateMethod: 'fay' as const },
      { ...jackknife, replicateMethod: 'scaled' as const, scale: '1,2' },
      { ...jackknife, cluster: 'w' },
      { weight: 'w', rho: '0.5' },
    ]) {
      expect(await refused(unclear)).toBe('measure.replicates-unclear')
    }
  })

  it('leaves blank answers out of the domain, and counts them', async () => {
    const file = await write([header, ...dwellings, 'd3,4,12,'])
    let report
    await answer(async (out) => {
      report = await estimateSurveyFile(file, columns, [mean], [], out)
    })
    expect(report).toEqual({ estimates: 1, unanswered: 1, withoutVariance: 0 })
  })

  it('gives no standard error of a mean of a single dwelling, and says so', async () => {
    const file = await write([header, ...dwellings])
    let report
    const lines = await answer(async (out) => {
      report = await estimateSurveyFile(file, columns, [mean], [columns.cluster], out)
    })
    for (const line of lines.slice(1)) expect(line).toMatch(/,,,,,2,no-variance$/)
    expect(report).toMatchObject({ estimates: 3, withoutVariance: 3 })
    const replicates = await write([
      'rep1,rep2,rep3,rooms,w',
      ...replicated.map((row) => `${row},4`),
    ])
    const alone = await answer((out) =>
      estimateSurveyFile(replicates, jackknife, [mean], ['rooms'], out),
    )
    for (const line of alone.slice(1)) expect(line).toMatch(/,,,,,1,no-variance$/)
  })

  it('a value that is no number is refused', async () => {
    const file = await write([header, 'a,1,9,good', 'b,1,9,2'])
    await expect(
      estimateSurveyFile(file, columns, [mean], [], async () => {}),
    ).rejects.toMatchObject({
      code: 'measure.sample-value-unreadable',
    })
  })
})

describe('an indicator of a file', () => {
  it('has a value where inputs allow, a gap where not, country by country', async () => {
    const file = await write([
      'country,refugees,population_of_origin',
      'GTM,1000,999000',
      'SLV,500,',
    ])
    expect(
      await answer((out) => measureIndicatorFile('sdg-10-7-4', file, ['country'], out)),
    ).toEqual([
      'country,indicator,part,value,status,missing,note',
      'GTM,sdg-10-7-4,,100,available,,',
      'SLV,sdg-10-7-4,,,missing,population_of_origin,',
    ])
  })

  it('that does not exist is refused with the nearest one', async () => {
    const file = await write(['a', '1'])
    await expect(
      measureIndicatorFile('sdg-10-7-5', file, [], async () => {}),
    ).rejects.toMatchObject({
      code: 'measure.indicator-unknown',
    })
  })
})
