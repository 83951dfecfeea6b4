import { Xoshiro128 } from '../../packages/methods/src/numerics/index.ts'
import {
  makeDimension,
  makeSelectedProgramme,
  type Dimension,
  type Figures,
  type Programme,
  type TableSelection,
} from '../../packages/methods/src/protect/index.ts'

/** SYNTHETIC: a crossing as tables count it. */
export interface Crossing {
  readonly person: string
  /** Positions of the leaves of the dimensions. */
  readonly leaves: readonly number[]
  /** It came to be known after the first releases. */
  readonly isAdded?: true
  /** It turned out to be none after the first releases. */
  readonly isTakenOut?: true
}

const months = ['2019-01', '2019-02', '2019-03', '2020-01', '2020-02', '2020-03']
const countries = ['north.1', 'north.2', 'south.1', 'south.2']

/** What tables are about: their dimensions, and the leaves that a crossing can have. */
export interface World {
  readonly dimensions: readonly Dimension[]
  readonly leaves: readonly (readonly number[])[]
}

const dimensions: readonly Dimension[] = [
  makeDimension('time', months, [
    ...['2019', '2020'].map((code) => ({ code, parent: '' })),
    ...months.map((code) => ({ code, parent: code.slice(0, 4) })),
  ]),
  makeDimension('country', countries, [
    ...['north', 'south'].map((code) => ({ code, parent: '' })),
    ...countries.map((code) => ({ code, parent: code.slice(0, 5) })),
  ]),
  makeDimension('sex', ['F', 'M']),
]

/** Every combination of month, country and sex. */
export const calendar: World = { dimensions, leaves: combinationsOf(dimensions) }

/** Every combination of the leaves of dimensions. */
export function combinationsOf(dimensions: readonly Dimension[]): number[][] {
  return dimensions.reduce<number[][]>(
    (found, { children, total }) =>
      found.flatMap((start) =>
        [...children.keys()].flatMap((code) =>
          code < total && children[code]!.length === 0 ? [[...start, code]] : [],
        ),
      ),
    [[]],
  )
}

const place = (d: number, code: string): number => dimensions[d]!.codes.indexOf(code)

/**
 * @param added crossings that come to be known later
 * @param takenOut crossings that turn out to be none
 */
export function drawCrossings(seed: number, added = 0, takenOut = 0): Crossing[] {
  const generator = new Xoshiro128(seed)
  const pick = (codes: readonly string[], skew: number) =>
    codes[Math.floor(codes.length * generator.uniform() ** skew)]!
  const first = 30 + generator.below(90)
  return Array.from({ length: first + added }, (_, at) => ({
    ...(at < first ? {} : { isAdded: true as const }),
    ...(at % 7 === 0 && at < 7 * takenOut ? { isTakenOut: true as const } : {}),
    person: `p${generator.uniform() < 0.8 ? at : generator.below(at + 1)}`,
    leaves: [
      place(0, months[generator.below(months.length)]!),
      place(1, pick(countries, 2)),
      place(2, pick(['F', 'M'], 1.5)),
    ],
  }))
}

/** Whether it is among the records of a vintage: `a`, or `b` after it. */
export const isCounted = ({ isAdded, isTakenOut }: Crossing, vintage: string): boolean =>
  vintage === 'a' ? isAdded !== true : isTakenOut !== true

/** What a release shows: sheets of a month or a year by country or by sex, and series of some months. */
export function drawSelections(generator: Xoshiro128): TableSelection[] {
  const oneOf = <Item>(items: readonly Item[]): Item => items[generator.below(items.length)]!
  const wholly = (d: number, codes: readonly string[]) => ({
    dimension: d,
    codes: [...codes, '_T'].map((code) => place(d, code)),
  })
  const by = () =>
    oneOf([wholly(1, countries), wholly(1, ['north', 'south']), wholly(2, ['F', 'M'])])
  const held = (d: number, code: string) => ({ dimension: d, code: place(d, code) })
  return Array.from({ length: 1 + generator.below(3) }, (): TableSelection => {
    const kind = oneOf(['month', 'year', 'series', 'months', 'ever'] as const)
    if (kind === 'month') return { axes: [by()], held: [held(0, oneOf(months))] }
    if (kind === 'year') return { axes: [by()], held: [held(0, oneOf(['2019', '2020']))] }
    if (kind === 'ever') return { axes: [by()], held: [] }
    const year = oneOf(['2019', '2020'])
    const own = months.filter((month) => month.startsWith(year))
    const listed = kind === 'series' ? [...own, year] : own.slice(0, 1 + generator.below(2))
    const time = { dimension: 0, codes: listed.map((code) => place(0, code)) }
    return { axes: [time, by()], held: [] }
  })
}

/** Counts the plain way: one record after the other, every cell it lies in. */
export function countCrossings(
  programme: Programme,
  crossings: readonly Crossing[],
): { readonly figures: Figures; readonly parts: readonly ReadonlyMap<string, number>[] } {
  const width = programme.dimensions.length
  const parts = Array.from({ length: programme.cellCount }, (_, cell) => {
    const own = new Map<string, number>()
    const codes = programme.codes.subarray(cell * width, (cell + 1) * width)
    for (const { person, leaves } of crossings) {
      if (!leaves.every((leaf, d) => liesIn(programme.dimensions[d]!, leaf, codes[d]!))) continue
      own.set(person, (own.get(person) ?? 0) + 1)
    }
    return own
  })
  const ranked = parts.map((own) => [...own.values()].sort((a, b) => b - a))
  const figures = {
    values: Float64Array.from(ranked, (amounts) => amounts.reduce((sum, each) => sum + each, 0)),
    contributors: Float64Array.from(ranked, (amounts) => amounts.length),
    largest: [0, 1].map((rank) => Float64Array.from(ranked, (amounts) => amounts[rank] ?? 0)),
    sole: parts.map((own) => (own.size === 1 ? [...own.keys()][0] : undefined)),
  }
  return { figures, parts }
}

export function liesIn(dimension: Dimension, leaf: number, code: number): boolean {
  const rest = dimension.rests?.find((each) => each.code === code)
  if (rest !== undefined) return rest.leaves.includes(leaf)
  for (let at = leaf; at !== -1; at = dimension.parents[at]!) if (at === code) return true
  return false
}

export const programmeOf = (selections: readonly TableSelection[]): Programme =>
  makeSelectedProgramme(dimensions, selections)
