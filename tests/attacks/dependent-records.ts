import { Xoshiro128 } from '../../packages/methods/src/numerics/index.ts'
import {
  makeDimension,
  makeSelectedProgramme,
  type Dependency,
  type Dimension,
  type Programme,
  type TableSelection,
} from '../../packages/methods/src/protect/index.ts'
import { combinationsOf, type Crossing, type World } from './selected-records.ts'

// SYNTHETIC: crossings over posts, of which most are reached in one way, of persons whose ages are shown by two levels
// that cut across each other.

const modesOf: Readonly<Record<string, readonly string[]>> = {
  airport: ['air'],
  canal: ['land', 'sea'],
  harbour: ['sea'],
  north: ['land'],
  south: ['land'],
}
const posts = Object.keys(modesOf)
const coasts: Readonly<Record<string, string>> = {
  airport: 'east',
  canal: 'east',
  harbour: 'west',
  north: 'west',
  south: 'east',
}
const ages = Array.from({ length: 12 }, (_, at) => String(at + 10))
const groupOf = (age: string) => (Number(age) < 15 ? '10-14' : Number(age) < 20 ? '15-19' : '20-24')
const schoolOf = (age: string) =>
  Number(age) < 12 ? 'child' : Number(age) < 18 ? 'youth' : 'adult'
const groups = ['10-14', '15-19', '20-24']
const schools = ['adult', 'child', 'youth']

const dimensions: readonly Dimension[] = [
  makeDimension('post', posts, [
    ...['east', 'west'].map((code) => ({ code, parent: '' })),
    ...posts.map((code) => ({ code, parent: coasts[code]! })),
  ]),
  makeDimension('mode', ['air', 'land', 'sea']),
  makeDimension('age', ages, [
    ...groups.map((code) => ({ code, parent: '' })),
    ...ages.map((code) => ({ code, parent: groupOf(code) })),
  ]),
  makeDimension('age.school', schools),
  makeDimension('sex', ['F', 'M']),
]

const dependencies: readonly Dependency[] = [
  {
    dimensions: ['post', 'mode'],
    together: posts.flatMap((post) => modesOf[post]!.map((mode) => [post, mode])),
  },
  { dimensions: ['age', 'age.school'], together: ages.map((age) => [age, schoolOf(age)]) },
]

const place = (d: number, code: string): number => dimensions[d]!.codes.indexOf(code)

/** Only what there can be: nobody comes over an airport by land. */
export const dependent: World = {
  dimensions,
  leaves: combinationsOf(dimensions).filter((leaf) => {
    const [post, mode, age, school] = leaf.map((code, d) => dimensions[d]!.codes[code]!)
    return modesOf[post!]!.includes(mode!) && schoolOf(age!) === school
  }),
}

/** @param added crossings that come to be known later */
export function drawDependent(seed: number, added = 0): Crossing[] {
  const generator = new Xoshiro128(seed)
  const oneOf = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(items.length * generator.uniform() ** 2.5)]!
  const first = 12 + generator.below(60)
  return Array.from({ length: first + added }, (_, at) => {
    const [post, age, sex] = [oneOf(posts), oneOf(ages), oneOf(['F', 'M'])]
    const codes = [post, oneOf(modesOf[post]!), age, schoolOf(age), sex]
    return {
      ...(at < first ? {} : { isAdded: true as const }),
      person: `p${generator.uniform() < 0.8 ? at : generator.below(at + 1)}`,
      leaves: codes.map((code, d) => place(d, code)),
    }
  })
}

/** Tables by one or two dimensions, at any level. */
export function drawDependentTables(generator: Xoshiro128): TableSelection[] {
  const oneOf = <Item>(items: readonly Item[]): Item => items[generator.below(items.length)]!
  const levels: readonly (readonly [number, readonly string[]])[] = [
    [0, posts],
    [0, ['east', 'west']],
    [1, ['air', 'land', 'sea']],
    [2, groups],
    [3, schools],
    [4, ['F', 'M']],
  ]
  return Array.from({ length: 1 + generator.below(2) }, (): TableSelection => {
    const [one, other] = [oneOf(levels), oneOf(levels)]
    const own = generator.below(2) === 0 || one[0] === other[0] ? [one] : [one, other]
    const axes = own.map(([dimension, codes]) => ({
      dimension,
      codes: [...codes, '_T'].map((code) => place(dimension, code)),
    }))
    return { axes, held: [] }
  })
}

export const dependentProgramme = (selections: readonly TableSelection[]): Programme =>
  makeSelectedProgramme(dimensions, selections, dependencies)
