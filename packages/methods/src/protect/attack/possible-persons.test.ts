import { expect, test } from 'vitest'
import { possiblyOnePerson, type LoneCells } from './possible-persons.ts'

/** A total `T` of three cells, each of one person, and a second table of the same total. */
function lone(more: Partial<LoneCells> = {}): LoneCells {
  const within: Record<string, readonly string[]> = { T: ['a', 'b', 'c', 'x', 'y'] }
  return {
    lone: new Map(['a', 'b', 'c', 'x'].map((cell) => [cell, cell])),
    sums: [
      ['T', 'a', 'b', 'c'],
      ['T', 'x', 'y'],
    ],
    value: () => 1,
    persons: (cell) => ({ T: 2, a: 1, b: 1, c: 1, x: 1, y: 2 })[cell],
    most: () => 9,
    isWithin: (part, whole) => part === whole || (within[whole] ?? []).includes(part),
    ...more,
  }
}

const groups = (given: LoneCells) =>
  possiblyOnePerson(given)
    .map((group) => group.toSorted().join(' '))
    .toSorted()

test('those who are alone in cells of a sum with fewer persons than its parts may be one', () => {
  expect(groups(lone())).toEqual(['a b c x'])
})

test('where the persons of parts make those of their sum, nobody is in two of them', () => {
  const persons = (cell: string) => ({ T: 3, a: 1, b: 1, c: 1, x: 1, y: 3 })[cell]
  // each of them may be the one who is alone in a cell of the other table
  expect(groups(lone({ persons }))).toEqual(['a x', 'b x', 'c x'])
})

test('nobody is taken to give a sum more than its largest contribution', () => {
  const value = (cell: string) => ({ a: 5, b: 5, c: 1, x: 1 })[cell] ?? 0
  expect(groups(lone({ value }))).toEqual(['a c x', 'b c x'])
})

test('of persons whose number is not known nothing tells them apart', () => {
  expect(groups(lone({ persons: () => undefined }))).toEqual(['a b c x'])
})

test('one name is one person, and who is alone in one cell only has nobody to be', () => {
  const named = new Map(['a', 'b'].map((cell) => [cell, 'same']))
  expect(groups(lone({ lone: named }))).toEqual([])
})
