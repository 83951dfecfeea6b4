import { expect, test } from 'vitest'
import { anonymous, type Actor } from '@caudal/methods/govern'
import type { SurvivalAnswer } from '@caudal/methods/measure'
import { publisherOf, statistician } from '../../govern/testing-actors.ts'
import { createReleaseService } from '../../publish/release/service.ts'
import { createPublishService } from '../../publish/service.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { readNodeSurvival, type SurvivalQuestion } from './shown-survival.ts'
import { writeCurves } from './write-curves.ts'

/** Days of the stays of 2018: 120 of none to seven, 60 of a month, 20 of 60, 30 of 100, one of 200, four of 400, 40 that last on. */
const stays = `select i as person, (date '2018-02-01' + (i % 300)::integer)::date as arrival,
    case when i < 120 then i % 8 when i < 180 then 20 + i % 11 when i < 210 then 100 when i = 210 then 200
      when i < 231 then 60 when i < 235 then 400 end as days,
    case when i % 2 = 0 then 'F' else 'M' end as sex
  from range(275) as drawn(i)`

const journeys = `with stays as (${stays})
  select 'SLV' as country, person, 1 as place, arrival as crossed_on, 'arrival' as direction, 'recorded' as origin, sex
  from stays
  union all
  select 'SLV', person, 2, arrival + days::integer, 'departure', 'recorded', sex from stays where days is not null
  union all
  select 'SLV', 9999, 1, date '2020-05-31', 'arrival', 'recorded', 'F'`

const person = (id: string) => publisherOf('SLV', id)

const told = ({ curves }: SurvivalAnswer) =>
  curves.map(({ group, points }) => [group, ...points.map(({ still, mark }) => still ?? mark)])

test('a stranger sees of how long stays last what releases show, and no step of a single person', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'journey', dataset: 'journeys-slv', sql: journeys })
    await buildCubes(node, statistician, { only: ['stays'] })
    const read = (actor: Actor, more: Partial<SurvivalQuestion> = {}) => {
      const { figures } = createPublishService(node, { memory: 0, believedFor: 0 })
      const asker = { reader: async () => actor, from: '192.0.2.1' }
      return readNodeSurvival(node, figures, asker, { by: '', ...more }, 'en')
    }

    const exact = await read(statistician, { year: 2018 })
    expect(exact).toMatchObject({
      country: 'SLV',
      protection: 'unprotected',
      isDaily: true,
      observedUntil: '2020-06-01',
      imputed: 0,
    })
    const [curve] = exact.curves
    expect(curve).toMatchObject({ stays: 275, open: 40, median: 22 })
    expect(curve!.points.map(({ still }) => still)).toEqual([260, 155, 95, 75, 45, 44])
    // fifteen leave on the day on which they came
    expect(curve!.steps[0]).toEqual([0, 260, 260 / 275, expect.any(Number), expect.any(Number)])
    // the arrival of the last day was followed for one day, all others for more than a year
    const everyYear = await read(statistician)
    expect(everyYear).toMatchObject({ year: null, years: [2018, 2020] })
    expect(everyYear.curves[0]!.points.at(-1)!.survival).toBeCloseTo(44 / 275, 2)
    const bySex = await read(statistician, { by: 'sex', year: 2018 })
    expect(bySex.curves.map(({ groupLabel, stays: n }) => [groupLabel, n])).toEqual([
      ['Women', 138],
      ['Men', 137],
    ])

    // nothing is released: a stranger is told no figure at all, in the page or as a file
    const before = await read(anonymous)
    expect(before).toMatchObject({
      protection: 'release',
      isDaily: false,
      year: 2018,
      imputed: null,
    })
    expect(told(before)).toEqual([['', ...Array<string>(6).fill('withheld')]])
    expect(before.curves[0]).toMatchObject({ stays: null, open: null, median: null, steps: [] })
    expect(writeCurves(before)).not.toContain('275')

    const releases = createReleaseService(node)
    const { id } = await releases.draft(person('Ana'), {
      series: 'stays',
      title: { es: 'Estancias', en: 'Stays', fr: 'Séjours' },
      rules: { threshold: 3 },
      figures: [
        { id: 'lengths', cube: 'stays', table: 'rows=length&where=country:SLV;time.year:2018' },
      ],
    })
    await releases.approve(person('Bea'), id)
    await releases.publish(person('Bea'), id)
    const after = await read(anonymous)
    const lengths = (await releases.readFile(id, 'en/lengths.csv'))!.content.toString()
    // the one stay of 200 days is hidden, and the four of 400 days with it
    const hidden = lengths.split('\r\n').filter((line) => line.includes(',suppressed'))
    expect(hidden.map((line) => line.split(',')[0])).toEqual(['181-364', '365-'])
    const shown = after.curves[0]!
    expect(shown).toMatchObject({ stays: 275, open: 40, median: null, steps: [] })
    expect(shown.points.slice(0, 5)).toEqual(
      curve!.points.slice(0, 5).map((point) => ({
        ...point,
        low: expect.closeTo(point.low!, 10) as number,
        high: expect.closeTo(point.high!, 10) as number,
        survival: expect.closeTo(point.survival!, 10) as number,
      })),
    )
    // what lies between the two that are hidden is not told
    expect(shown.points[5]).toMatchObject({ days: 364, still: null, mark: 'withheld' })
    // figures by sex were never released
    const bySexShown = await read(anonymous, { by: 'sex' })
    expect(told(bySexShown)).toEqual(
      ['F', 'M'].map((sex) => [sex, ...Array<string>(6).fill('withheld')]),
    )

    await expect(read(anonymous, { country: 'HND' })).rejects.toMatchObject({
      code: 'measure.stays-country-unknown',
    })
    await expect(read(anonymous, { year: 2019 })).rejects.toMatchObject({
      code: 'measure.stays-year-unknown',
    })
  })
})

test('a node without stays says so, and tells nothing', async () => {
  await withNode(async (node) => {
    const { figures } = createPublishService(node, { memory: 0, believedFor: 0 })
    const asker = { reader: async () => anonymous }
    expect(await readNodeSurvival(node, figures, asker, { by: '' }, 'en')).toMatchObject({
      country: null,
      curves: [],
      protection: 'none',
    })
  })
})
