import { describe, expect, test } from 'vitest'
import type { TableResult } from '@caudal/methods/publish'
import {
  findAreaAxis,
  listMapChoices,
  rankAreas,
  type AreaValue,
} from '@caudal/methods/publish/map'
import { languages } from '@caudal/methods/vocabulary'
import { describeMap } from './describe-map.ts'
import { canShowShare, nameChoice, readFigures, readPool, settle } from './map-model.ts'
import { scaleMap, styleMap } from './map-style.ts'
import { mapWords } from './map-words.ts'

const axis = (id: string, ...codes: (string | readonly [string, string])[]) => ({
  id,
  label: id,
  codes: codes.map((code) =>
    typeof code === 'string' ? { code, label: code } : { code: code[0], label: code[1] },
  ),
})

function tableOf(
  columns: TableResult['columns'],
  values: (number | null)[],
  totals: boolean,
): TableResult {
  const width = columns.reduce((product, { codes }) => product * codes.length, 1)
  const rowTotals = [0, 1].map((row) =>
    values.slice(row * width, row * width + width).reduce<number>((a, b) => a + (b ?? 0), 0),
  )
  const keys = columns.reduce<string[][]>(
    (lists, { codes }) => lists.flatMap((list) => codes.map(({ code }) => [...list, code])),
    [[]],
  )
  return {
    measure: { id: 'returns', label: 'Returns', unit: 'persons', decimals: 0 },
    rows: [axis('country', 'GTM', 'SLV')],
    columns,
    rowKeys: [['GTM'], ['SLV']],
    columnKeys: keys,
    values,
    statuses: {},
    rowTotals: totals ? rowTotals : null,
    columnTotals: null,
    grandTotal: null,
  } as never
}

const opened = (table: TableResult, view = {}, coverage?: { first: string; last: string }) => {
  const areas = findAreaAxis(table)!
  const choices = listMapChoices(table, areas)
  return { areas, choices, settings: settle(table, areas, choices, view, coverage) }
}

describe('what a map opens with', () => {
  const yearly = tableOf(
    [axis('time.year', '2022', '2023', '2024')],
    [1, 2, null, 4, 5, null],
    true,
  )

  test('is the last period that has figures, as circles', () => {
    expect(opened(yearly).settings).toMatchObject({
      chosen: ['2023'],
      mark: 'circles',
      figure: 'value',
    })
  })

  test('is the last period that the data fill', () => {
    const { settings } = opened(yearly, {}, { first: '2022-01', last: '2023-04' })
    expect(settings.chosen).toEqual(['2022'])
  })

  test('is the total where the columns are no periods', () => {
    const bySex = tableOf([axis('sex', 'F', 'M')], [3, 1, 2, 2], true)
    const { areas, choices, settings } = opened(bySex)
    expect(settings.chosen).toEqual(['_T'])
    expect(
      readFigures(bySex, areas, settings.figure, settings.chosen).map(({ value }) => value),
    ).toEqual([4, 4])
    expect(canShowShare(choices, {})).toBe(true)
  })

  test('follows the address where it fits the table, and not where it does not', () => {
    expect(opened(yearly, { chosen: ['2022'], mark: 'tiles' }).settings).toMatchObject({
      chosen: ['2022'],
      mark: 'tiles',
    })
    expect(opened(yearly, { chosen: ['1999'] }).settings.chosen).toEqual(['2023'])
    expect(opened(yearly, { chosen: ['2022', 'F'] }).settings.chosen).toEqual(['2023'])
  })
})

test('shares are of the total of each area and open shaded', () => {
  const bySex = tableOf([axis('sex', 'F', 'M')], [3, 1, 2, 2], true)
  const { areas, settings } = opened(bySex, { figure: 'share', chosen: ['F'] })
  expect(settings.mark).toBe('shades')
  expect(
    readFigures(bySex, areas, settings.figure, settings.chosen).map(({ value }) => value),
  ).toEqual([75, 50])
})

test('shares over time are not offered', () => {
  const yearly = tableOf([axis('time.year', '2022', '2023')], [1, 2, 4, 5], true)
  expect(canShowShare(opened(yearly).choices, {})).toBe(false)
  expect(opened(yearly, { figure: 'share', chosen: ['2022'] }).settings.figure).toBe('value')
})

test('sizes and classes are the same for every period, counts are those of the period shown', () => {
  const yearly = tableOf([axis('time.year', '2022', '2023')], [1, 100, 4, 50], true)
  const { areas, choices, settings } = opened(yearly, { chosen: ['2022'] })
  const pool = readPool(yearly, areas, choices, settings.figure, settings.chosen)
  const series = readFigures(yearly, areas, settings.figure, settings.chosen)
  const circles = styleMap(scaleMap(pool, 'circles', 'quantile', 600), series)
  expect(circles.greatest).toBe(100)
  expect(circles.radiusOf(series.at(1)!)).toBeCloseTo(circles.largestRadius / 5)
  const shades = styleMap(scaleMap(pool, 'shades', 'equal', 600), series)
  expect(shades.classes).toHaveLength(5)
  expect(shades.classes.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0])
})

test('two other dimensions are named together', () => {
  const choices = [axis('time.year', '2023'), axis('sex', ['F', 'women'])].map((each) => ({
    ...each,
    canBeWhole: true,
  }))
  expect(nameChoice(choices, ['2023', 'F'], 'en')).toEqual({
    heading: '2023 · women',
    phrase: ' in 2023 (women)',
  })
  expect(nameChoice(choices, ['_T', '_T'], 'fr')).toEqual({ heading: '', phrase: '' })
})

const say = (
  values: readonly (number | null | 'suppressed')[],
  language: 'es' | 'en' | 'fr' = 'en',
  additive = true,
) => {
  const series = values.map((value, index): AreaValue => ({
    code: `A${index}`,
    label: `Area ${index}`,
    value: typeof value === 'number' ? value : null,
    whole: null,
    ...(value === 'suppressed' && { status: 'suppressed' as const }),
  }))
  return describeMap(rankAreas(series, additive), ' in 2023', String, mapWords[language], language)
}

describe('a map in words', () => {
  test('names the highest with its share, the next, the lowest, and what is missing', () => {
    expect(say([50, 30, 15, 5, null, 'suppressed'])).toBe(
      'The highest figure in 2023 is that of Area 0: 50, 50% of all areas. Next come Area 1 (30) and Area 2 (15). The lowest is that of Area 3: 5. 1 area has no figure. 1 figure is suppressed.',
    )
  })

  test('says no share of rates nor beside losses', () => {
    expect(say([9, 4, 2], 'en', false)).not.toContain('%')
    expect(say([9, 4, -2])).toBe(
      'The highest figure in 2023 is that of Area 0: 9. Next come Area 1 (4) and Area 2 (-2). 1 area is below zero.',
    )
  })

  test('holds for one area, equal areas, zeros and none', () => {
    expect(say([7])).toBe('Only Area 0 has a figure in 2023: 7.')
    expect(say([7, 7])).toBe('All 2 areas have the same figure: 7.')
    expect(say([7, 0, 0])).toBe(
      'The highest figure in 2023 is that of Area 0: 7, 100% of all areas. 2 areas have zero.',
    )
    expect(say([null, null])).toBe(
      'No area has a figure in this selection. 2 areas have no figure.',
    )
  })

  test('is whole in every language', () => {
    for (const language of languages) {
      const text = say([50, 30, 15, 5, 0, null], language)
      expect(text).not.toMatch(/undefined|NaN|\{|\}/)
      expect(text.split('. ').length).toBeGreaterThan(3)
    }
  })
})
