import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureIndicatorFile } from '../indicators/service.ts'
import { estimateSurveyFile, measureSurvivalFile, type Statistic } from './service.ts'

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
  const grades = [
    ['suite 1', 3.08, 2.6, 3.44, 3.04],
    ['suite 2', 2.36, 3.04, 3.28, 2.68],
    ['suite 3', 2.0, 2.56, 2.52, 1.88],
    ['suite 4', 3.0, 2.88, 3.44, 3.64],
    ['suite 5', 2.68, 1.92, 3.28, 3.2],
  ].flatMap(([suite, ...values]) => values.map((value) => `${suite},20,100,${value}`))
  const columns = { weight: 'w', cluster: 'suite', population: 'suites' }
  const mean: Statistic = { kind: 'mean', variable: 'gpa' }

  it('gives the published mean and standard error (Lohr, example 5.2)', async () => {
    const file = await write(['suite,w,suites,gpa', ...grades])
    const [header, line] = await answer((out) => estimateSurveyFile(file, columns, [mean], [], out))
    expect(header).toBe(
      'statistic,variable,estimate,standard_error,low_95,high_95,coefficient_of_variation,respondents',
    )
    const [statistic, variable, estimate, error, , , , n] = line!.split(',')
    expect([statistic, variable, n]).toEqual(['mean', 'gpa', '20'])
    expect(Number(estimate)).toBeCloseTo(2.826, 9)
    expect(Number(error)).toBeCloseTo(0.164, 3)
  })

  it('leaves blank answers out of the domain, and counts them', async () => {
    const file = await write(['suite,w,suites,gpa', ...grades, 'suite 5,20,100,'])
    let report
    await answer(async (out) => {
      report = await estimateSurveyFile(file, columns, [mean], [], out)
    })
    expect(report).toEqual({ estimates: 1, unanswered: 1 })
  })

  it('a value that is no number is refused', async () => {
    const file = await write(['suite,w,suites,gpa', 'a,1,9,good', 'b,1,9,2'])
    await expect(
      estimateSurveyFile(file, columns, [mean], [], async () => {}),
    ).rejects.toMatchObject({
      code: 'measure.sample-value-unreadable',
    })
  })
})

describe('stays in a file', () => {
  it('have their curve, group by group', async () => {
    const file = await write(['days,over,sex', '5,1,F', '7,0,F', '3,1,M', '4,1,M'])
    const lines = await answer((out) =>
      measureSurvivalFile(file, { time: 'days', ended: 'over' }, ['sex'], out),
    )
    expect(lines.map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
      'sex,time,at_risk,ended,survival',
      'F,5,2,1,0.5',
      'M,3,2,1,0.5',
      'M,4,1,1,0',
    ])
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
