import { expect, test } from 'vitest'
import { readPublicCells } from '../attack/public-cells.ts'
import { makeDimension } from './dimension.ts'
import { makeSelectedProgramme } from './selected-programme.ts'

const lines = [
  ['GTM', 'central'],
  ['NIC', 'central'],
  ['FRA', 'western'],
  ['central', 'america'],
  ['western', 'europe'],
  ['america', ''],
  ['europe', ''],
].map(([code, parent]) => ({ code: code!, parent: parent! }))
const leaves = ['GTM', 'NIC', 'FRA']
const place = makeDimension('place', leaves, lines)

/** What the totals of a table of these codes are the sums of: by the programme, and by the attacker on his own. */
function sumsOf(...codes: string[]) {
  const positions = codes.map((code) => place.codes.indexOf(code))
  const programme = makeSelectedProgramme(
    [place],
    [{ axes: [{ dimension: 0, codes: positions }], held: [] }],
  )
  const { starts, cells, count } = programme.relations
  const own = Array.from({ length: count }, (_, at) =>
    Array.from(
      cells.slice(starts[at], starts[at + 1]),
      (cell) => programme.dimensions[0]!.codes[programme.codes[cell]!]!,
    ),
  )
  const { equations } = readPublicCells(
    [
      {
        name: 'places',
        dimensions: ['place'],
        rows: codes.map((code) => ({ codes: [code], value: null })),
        selected: true,
      },
    ],
    { place: new Map(lines.map(({ code, parent }) => [code, parent])) },
  )
  const said = equations.map((names) => names.map((name) => name.split('=')[1] ?? '_T'))
  const inOrder = (sums: string[][]) =>
    sums.map(([whole, ...parts]) => `${whole} = ${parts.sort().join(' + ')}`).sort()
  return { programme: inOrder(own), attacker: inOrder(said) }
}

test.each([
  ['countries, their regions unseen', [...leaves, '_T'], ['_T = FRA + GTM + NIC']],
  [
    'countries and one of the regions',
    [...leaves, 'central', '_T'],
    ['_T = FRA + central', 'central = GTM + NIC'],
  ],
  ['regions, their continents unseen', ['central', 'western', '_T'], ['_T = central + western']],
  ['all countries but one', ['GTM', 'FRA', '_T'], ['_T = FRA + GTM + NIC']],
  ['one country', ['GTM', '_T'], ['_T = GTM + _T − GTM']],
])('a total of %s is the sum of what is shown below it', (_, codes, sums) => {
  expect(sumsOf(...codes)).toEqual({ programme: sums, attacker: sums })
})

test('a row over two columns is the sum of all cells in it, by sums that no table shows', () => {
  const [direction, sex] = [
    makeDimension('direction', ['in', 'out']),
    makeDimension('sex', ['F', 'M']),
  ]
  const inTable = [0, 1].flatMap((d) => [0, 1].map((s) => [d, s]))
  const programme = makeSelectedProgramme(
    [direction, sex],
    [
      // cells of both, and their total alone
      { axes: [0, 1].map((dimension) => ({ dimension, codes: [0, 1] })), held: [] },
      { axes: [], held: [] },
    ],
  )
  const { starts, cells, count } = programme.relations
  const total = programme.find([direction.total, sex.total])!
  const below = (cell: number): number[] => {
    const own = Array.from({ length: count }, (_, at) => at).find(
      (at) => cells[starts[at]!] === cell,
    )
    return own === undefined
      ? [cell]
      : [...cells.subarray(starts[own]! + 1, starts[own + 1])].flatMap(below)
  }
  expect(new Set(below(total))).toEqual(new Set(inTable.map((codes) => programme.find(codes)!)))
  expect([...programme.rests!].reduce((sum, flag) => sum + flag, 0)).toBeGreaterThanOrEqual(2)
})
