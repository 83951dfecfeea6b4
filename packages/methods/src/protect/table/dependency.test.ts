import { expect, test } from 'vitest'
import { readPublicCells } from '../attack/public-cells.ts'
import { publicHierarchies, publicTables } from '../attacked-programme.ts'
import type { Dependency } from './dependency.ts'
import { makeDimension, type Dimension } from './dimension.ts'
import { makeSelectedProgramme, type TableSelection } from './selected-programme.ts'

const flat = (name: string, ...codes: string[]) => makeDimension(name, codes)

/** A selection of all codes of some dimensions, with their totals. */
const whole = (dimensions: readonly Dimension[], ...names: string[]): TableSelection => ({
  axes: names.map((name) => {
    const dimension = dimensions.findIndex((each) => each.name === name)
    return { dimension, codes: [...dimensions[dimension]!.codes.keys()] }
  }),
  held: [],
})

/** How the cells of tables add up: by the programme, and by the attacker on his own. */
function sumsOf(
  dimensions: readonly Dimension[],
  selections: readonly TableSelection[],
  dependencies: readonly Dependency[],
) {
  const programme = makeSelectedProgramme(dimensions, selections, dependencies)
  const { starts, cells, count } = programme.relations
  const width = dimensions.length
  const nameOf = (cell: number) => {
    const own = programme.dimensions.flatMap(({ codes, total }, d) => {
      const code = programme.codes[cell * width + d]!
      return code === total ? [] : [codes[code]!]
    })
    return own.length === 0 ? '_T' : own.join(' ')
  }
  const said = (whole: string, parts: readonly string[]) =>
    `${whole} = ${[...parts].sort().join(' + ')}`
  const own = Array.from({ length: count }, (_, at) => {
    const [first, ...rest] = cells.slice(starts[at], starts[at + 1])
    return said(nameOf(first!), rest.map(nameOf))
  })
  const { equations } = readPublicCells(
    publicTables(
      programme,
      new Float64Array(programme.cellCount),
      new Uint8Array(programme.cellCount),
    ),
    publicHierarchies(programme),
    { dependencies },
  )
  const order = dimensions.map(({ name }) => name)
  const short = (name: string) => {
    const codes = new Map(name.split('|').map((part) => part.split('=') as [string, string]))
    const named = order.flatMap((dimension) => codes.get(dimension) ?? [])
    return named.length === 0 ? '_T' : named.join(' ')
  }
  const theirs = equations.map(([first, ...rest]) => said(short(first!), rest.map(short)))
  return { programme: [...new Set(own)].sort(), attacker: [...new Set(theirs)].sort() }
}

const posts: Dependency = {
  dimensions: ['post', 'mode'],
  together: [
    ['north', 'land'],
    ['south', 'land'],
    ['airport', 'air'],
  ],
}
const overPosts = [flat('post', 'airport', 'north', 'south'), flat('mode', 'air', 'land')]

test('what came by land is the sum of the posts on land', () => {
  const { programme, attacker } = sumsOf(
    overPosts,
    [whole(overPosts, 'post'), whole(overPosts, 'mode')],
    [posts],
  )
  expect(attacker).toEqual(programme)
  expect(programme).toEqual([
    '_T = air + land',
    '_T = airport + north + south',
    'air = airport air',
    'airport = airport air',
    'land = north land + south land',
    'north = north land',
    'south = south land',
  ])
})

test('who comes over an airport by land is in no sum', () => {
  const { programme, attacker } = sumsOf(overPosts, [whole(overPosts, 'post', 'mode')], [posts])
  expect(attacker).toEqual(programme)
  expect(programme).toContain('airport = airport air')
  expect(programme.join('\n')).not.toContain('airport land')
})

test('of a post that nothing is said of, anything may be', () => {
  const dimensions = [flat('post', 'airport', 'north', 'harbour'), overPosts[1]!]
  const { programme, attacker } = sumsOf(
    dimensions,
    [whole(dimensions, 'post'), whole(dimensions, 'mode')],
    [
      {
        dimensions: ['post', 'mode'],
        together: posts.together.filter(([post]) => post !== 'south'),
      },
    ],
  )
  expect(attacker).toEqual(programme)
  expect(programme).toContain('land = harbour land + north land')
  expect(programme).toContain('air = airport air + harbour air')
})

const places = makeDimension(
  'citizenship',
  ['GTM', 'HND', 'FRA'],
  [
    { code: 'central', parent: '' },
    { code: 'europe', parent: '' },
    { code: 'GTM', parent: 'central' },
    { code: 'HND', parent: 'central' },
    { code: 'FRA', parent: 'europe' },
  ],
)
const byStatus = [places, flat('status', 'foreign', 'national')]
const status: Dependency = {
  dimensions: ['citizenship', 'status'],
  together: [
    ['GTM', 'national'],
    ['HND', 'foreign'],
    ['FRA', 'foreign'],
  ],
}

test('a region holds the nationals, and the foreigners of its other countries', () => {
  const regions = {
    axes: [
      {
        dimension: 0,
        codes: ['central', 'europe', '_T'].map((code) => places.codes.indexOf(code)),
      },
    ],
    held: [],
  }
  const { programme, attacker } = sumsOf(byStatus, [regions, whole(byStatus, 'status')], [status])
  expect(attacker).toEqual(programme)
  expect(programme).toContain('central = central foreign + central national')
  expect(programme).toContain('foreign = central foreign + europe foreign')
  expect(programme).toContain('national = central national')
})

test('what a country tells of status is the same whether or not a post lies in it', () => {
  const dimensions = [
    flat('country', 'GTM', 'HND'),
    flat('post', 'airport', 'north'),
    flat('status', 'foreign', 'national'),
  ]
  const { programme, attacker } = sumsOf(
    dimensions,
    [whole(dimensions, 'country', 'post'), whole(dimensions, 'country', 'post', 'status')],
    [
      {
        dimensions: ['country', 'post'],
        together: [
          ['GTM', 'airport'],
          ['HND', 'north'],
        ],
      },
      {
        dimensions: ['country', 'status'],
        together: [
          ['GTM', 'foreign'],
          ['GTM', 'national'],
          ['HND', 'foreign'],
        ],
      },
    ],
  )
  expect(attacker).toEqual(programme)
  expect(programme).toContain('GTM airport = GTM airport foreign + GTM airport national')
  expect(programme).toContain('HND north = HND north foreign')
  expect(programme.filter((sum) => sum.startsWith('HND airport'))).toEqual([])
})
