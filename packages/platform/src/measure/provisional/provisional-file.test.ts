import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { residenceCriteria } from '@caudal/methods/measure/residence'
import { dayOfIso, isoDay } from '@caudal/methods/numerics'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { estimateProvisionalFile, type ProvisionalFileOptions } from './service.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-provisional-test-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Twenty arrivals a month for six years: nationals stay one time in two, others one in ten. */
function arrivals(): string {
  const lines = ['person_id,crossed_at,direction,nationality']
  for (let month = 0; month < 72; month += 1) {
    const day = dayOfIso(
      `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`,
    )
    for (let i = 0; i < 20; i += 1) {
      const id = `p${month}-${i}`
      const national = i % 2 === 0
      lines.push(`${id},${isoDay(day)},arrival,${national ? 'national' : 'other'}`)
      const stays = national ? i % 4 === 0 : i === 1
      if (!stays)
        lines.push(`${id},${isoDay(day + 20)},departure,${national ? 'national' : 'other'}`)
    }
  }
  return `${lines.join('\n')}\n`
}

async function estimate(options: Partial<ProvisionalFileOptions> = {}) {
  const file = join(folder, 'crossings.csv')
  await writeFile(file, arrivals())
  let text = ''
  const report = await estimateProvisionalFile(
    file,
    {
      criterion: residenceCriteria['twelve-in-sixteen'],
      releases: [dayOfIso('2019-01-01')],
      observedFrom: dayOfIso('2015-01-01'),
      duplicateMinutes: 0,
      group: 'nationality',
      traits: ['nationality'],
      ...options,
    },
    async (part) => {
      text += part
    },
  )
  const [header, ...rows] = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return {
    report,
    rows: rows.map((row) => Object.fromEntries(header!.map((name, at) => [name, row[at]!]))),
  }
}

describe('provisional figures of a file', () => {
  it('months followed for W days are final, later ones estimated near what comes of them', async () => {
    const { rows } = await estimate()
    const at = (month: string, group: string) =>
      rows.find((row) => row.month === month && row.group === group && row.direction === 'arrival')!
    expect(at('2017-06', 'national')).toMatchObject({
      decided: '5',
      undecided: '0',
      estimate: '5',
      standard_error: '0',
      low_95: '5',
      status: 'final',
    })
    const open = at('2018-11', 'national')
    expect(open).toMatchObject({ decided: '0', undecided: '10', status: 'provisional' })
    expect(Number(open.estimate)).toBeCloseTo(5, 0)
    expect(Number(open.low_95)).toBeLessThanOrEqual(5)
    expect(Number(open.high_95)).toBeGreaterThanOrEqual(5)
    expect(Number(at('2018-11', 'other').estimate)).toBeCloseTo(1, 0)
  })

  it('every release has its own vintage', async () => {
    const releases = [dayOfIso('2018-06-01'), dayOfIso('2019-01-01')]
    const { rows } = await estimate({ releases })
    const months = rows.filter(({ month, group }) => month === '2017-12' && group === 'national')
    expect(
      months.filter(({ direction }) => direction === 'arrival').map((row) => row.release),
    ).toEqual(['2018-06-01', '2019-01-01'])
  })

  it('without a group all crossings are in one', async () => {
    const { rows } = await estimate({ group: undefined, traits: [] })
    const june = rows.find((row) => row.month === '2017-06' && row.direction === 'arrival')
    expect(june).toMatchObject({ group: '', decided: '6' })
  })

  it('a column that the file lacks is refused', async () => {
    await expect(estimate({ traits: ['permit'] })).rejects.toMatchObject({
      code: 'plain-file.column-missing',
      details: { column: 'permit' },
    })
  })
})
