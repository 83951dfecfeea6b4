import { describe, expect, test } from 'vitest'
import { cubes, findBreakdown, isRecorded, renderCubesPage, wantedBreakdowns } from './index.ts'

// Observations and what is computed from figures have room for everything: their source decides.
const ofRecords = cubes.filter(
  ({ recordType }) => !['observation', 'estimate', 'indicator'].includes(recordType),
)

describe.each(ofRecords)('the cube $id', (cube) => {
  test.each(wantedBreakdowns)('is broken down by $id wherever its record has it', (breakdown) => {
    const isLeftOut = findBreakdown(cube, breakdown).kind === 'not-recorded'
    expect(isLeftOut && isRecorded(cube, breakdown)).toBe(false)
  })
})

test('persons are told apart by day, single year of age, sex, citizenship, birth and status', () => {
  const named = (id: string) => wantedBreakdowns.find((each) => each.id === id)!
  const levels = (cube: (typeof cubes)[number], id: string) => {
    const found = findBreakdown(cube, named(id))
    return found.kind === 'dimensions'
      ? found.dimensions.flatMap((dimension) => dimension.levels?.map((level) => level.id) ?? [])
      : []
  }
  for (const cube of ofRecords.filter(({ recordType }) => recordType !== 'incident')) {
    for (const id of ['sex', 'citizenship', 'birth-country', 'status']) {
      expect(findBreakdown(cube, named(id)).kind).toBe('dimensions')
    }
    expect(levels(cube, 'age')).toEqual(expect.arrayContaining(['single', 'group', 'broad']))
    // a stock is counted on a day of the year
    const periods = cube.id === 'resident-stocks' ? ['year'] : ['day', 'month', 'quarter', 'year']
    expect(levels(cube, 'period')).toEqual(periods)
  }
})

test('the page of the reference has every cube, breakdown and measure', () => {
  const page = renderCubesPage('en')
  for (const { id, measures } of cubes) {
    expect(page).toContain(`<a id="${id}"></a>`)
    for (const measure of measures) expect(page).toContain(`\`${measure.id}\` ${measure.label.en}`)
  }
  expect(page).toContain('exact at every margin')
})
