import { expect, test } from 'vitest'
import { tableOf } from '../explore/figure/testing-tables.ts'
import { drawChart } from './draw-chart.ts'
import { drawMap } from './draw-map.ts'
import { releaseWords } from './words.ts'

const words = releaseWords.es
const months = { id: 'time.month', codes: ['2019-01', '2019-02', '2019-03', '2019-04'] }
const ways = { id: 'direction', codes: ['arrival', 'departure'] }
const draw = (...given: Parameters<typeof tableOf>) => drawChart(tableOf(...given), 'a', 'T', words)

const wide = (svg: string) => svg.split('<svg').find((each) => each.includes('chart wide'))!

test('where figures of a line are hidden, their sign stands in the gap, once for each line', () => {
  const hidden = { statuses: { 6: 'suppressed', 7: 'suppressed' } } as const
  const svg = draw([months], [ways], [8, 3, 15, 17, 19, 16, null, null], hidden)!
  expect(wide(svg).match(/⊘/g)).toHaveLength(2)
  expect(svg).toContain('the arrival, the 2019-04')
})

test('a month that the table does not list is drawn in its place: a gap, or zero where nothing was counted', () => {
  const holed = { id: 'time.month', codes: ['2019-01', '2019-02', '2019-03', '2019-05', '2019-06'] }
  const path = (svg: string) => /<path d="([^"]*)"/.exec(wide(svg))![1]!
  const gap = draw([holed], [], [8, 3, 5, 9, 7])!
  // the line is broken in April, and its sign says that there is no figure
  expect(path(gap).match(/M/g)).toHaveLength(2)
  expect(wide(gap)).toMatch(/<title>[^<]*April 2019<\/title>:</)
  const zero = draw([holed], [], [8, 3, 5, 9, 7], { noneIn: ['2019-04'] })!
  expect(path(zero).match(/[ML]/g)).toHaveLength(6)
  expect(path(zero).match(/M/g)).toHaveLength(1)
})

test('an axis of whole numbers has no tick between them', () => {
  const ticks = (svg: string) =>
    [...wide(svg).matchAll(/text-anchor="end">([^<]*)</g)].map(([, t]) => t)
  expect(ticks(draw([months], [], [1, 0, 1, 1])!)).toEqual(['0', '1'])
  expect(ticks(draw([months], [], [2, 0, 1, 1])!)).toEqual(['0', '1', '2'])
})

test('a narrow screen has a drawing of its own, whose text is not made small with it', () => {
  const long = { id: 'motive', codes: ['a purpose with a very long name indeed', 'x'] }
  const svg = draw([long], [ways], [8, 3, 15, 17])!
  const widths = [...svg.matchAll(/class="chart (\w+)".*?viewBox="0 0 (\d+)/g)]
  expect(widths.map(([, name, width]) => `${name} ${width}`)).toEqual(['wide 720', 'narrow 360'])
  const [, narrow = ''] = svg.split('chart narrow')
  expect(narrow).toContain('>the a purpose …<')
  // of two drawings of one page each has its own title
  expect(new Set(svg.match(/ id="[^"]*"/g)).size).toBe(svg.match(/ id="/g)!.length)
})

test('of nothing but zeros and hidden figures there is neither chart nor map', () => {
  const statuses = { 1: 'suppressed' } as const
  expect(draw([months], [], [0, null, 0, 0], { statuses })).toBeUndefined()
  expect(draw([ways], [], [0, null], { statuses })).toBeUndefined()
  const countries = { id: 'country', codes: ['GTM', 'HND', 'NIC'] }
  const place = (id: string, x: number) => ({ type: 'Point', id, coordinates: [x, 14] })
  const geometries = [place('GTM', -90), place('HND', -86), place('NIC', -85)]
  const areas = { type: 'GeometryCollection', geometries }
  const world = { type: 'Topology', arcs: [], objects: { areas } } as unknown as Parameters<
    typeof drawMap
  >[4]
  const map = (values: readonly (number | null)[]) =>
    drawMap(tableOf([countries], [], values, { rowTotals: null }), 'a', 'T', words, world)
  expect(map([0, null, 0])).toBeUndefined()
  expect(map([2, null, 0])).toContain(words.mapHidden)
  expect(map([2, 1, 0])).not.toContain(words.mapHidden)
})
