import { possiblyOnePerson } from '../attack/possible-persons.ts'
import type { Figures } from './figures.ts'
import type { Programme } from './programme.ts'

/**
 * Contributors of single cells of whom a source that names nobody does not tell whether they are one person.
 *
 * @param figures in which those who are alone in cells are named as far as cells tell who is the same
 * @param counts whether they count: then everybody gives one at least
 */
export function possibleContributors(
  programme: Programme,
  { values, contributors, largest, sole }: Omit<Figures, 'parts'>,
  counts: boolean,
): NonNullable<Figures['mayBeOne']> {
  const { relations, dimensions, codes } = programme
  const width = dimensions.length
  const isWithin = (part: string, whole: string) =>
    dimensions.every(({ parents, total }, d) => {
      const above = codes[Number(whole) * width + d]!
      if (above === total) return true
      let at = codes[Number(part) * width + d]!
      while (at !== above && at !== -1 && at !== total) at = parents[at]!
      return at === above
    })
  const lone = new Map(
    sole.flatMap((person, cell) => (person === undefined ? [] : [[String(cell), person] as const])),
  )
  const mostOf = (cell: number) => {
    const others = counts ? Math.max(0, contributors[cell]! - 1) : 0
    const known = largest[0]?.[cell] ?? Number.POSITIVE_INFINITY
    return Math.min(known, values[cell]! - others)
  }
  const sums = Array.from({ length: relations.count }, (_, relation) =>
    Array.from(
      relations.cells.subarray(relations.starts[relation], relations.starts[relation + 1]),
      String,
    ),
  )
  return possiblyOnePerson({
    lone,
    sums,
    isWithin,
    value: (cell) => values[Number(cell)]!,
    persons: (cell) => contributors[Number(cell)],
    most: (cell) => mostOf(Number(cell)),
  })
}
