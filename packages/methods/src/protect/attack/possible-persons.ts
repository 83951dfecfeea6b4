import type { CellName } from './public-cells.ts'

/** Cells of one person each, of which it may not be known who is the same, and how persons add up around them. */
export interface LoneCells {
  /** Each lone cell and the one who is alone in it, as far as that is known: who bears one name is one person. */
  readonly lone: ReadonlyMap<CellName, string>
  /** The first cell of each holds the others, which share nothing. */
  readonly sums: readonly (readonly CellName[])[]
  /** Persons of a cell; undefined where that is not known. */
  readonly persons: (cell: CellName) => number | undefined
  /** What the one who is alone in a cell gives to it. */
  readonly value: (cell: CellName) => number
  /** The most that one person can have given to a cell. */
  readonly most: (cell: CellName) => number
  /** Whether the first cell lies within the second, or is it. */
  readonly isWithin: (part: CellName, whole: CellName) => boolean
}

/** Persons that are compared with each other, and groups of them that are looked at; of more nothing is said. */
const mostPersons = 120
const mostGroups = 400

/**
 * The largest groups of lone persons who may all be one. A source that names nobody says of two cells of one
 * person each that they are of two persons only where the persons of a sum are as many as those of its parts:
 * then nobody is in two of these. Whoever may be one person may know the cells of all.
 *
 * @returns groups of two or more; none where the persons are too many to compare
 */
export function possiblyOnePerson(given: LoneCells): readonly (readonly string[])[] {
  const persons = [...new Set(given.lone.values())]
  if (persons.length < 2 || persons.length > mostPersons) return []
  const apart = personsApart(given)
  const near = new Map(
    persons.map((one) => [
      one,
      new Set(persons.filter((other) => other !== one && apart.get(one)?.has(other) !== true)),
    ]),
  )
  return largestGroups(persons, near).filter((group) => group.length > 1)
}

/** Persons of whom sums tell that they are not the same. */
function personsApart(given: LoneCells): Map<string, Set<string>> {
  const { sums, persons, most } = given
  const apart = new Map<string, Set<string>>()
  const part = (one: string, other: string) => {
    const known = apart.get(one)
    if (known === undefined) apart.set(one, new Set([other]))
    else known.add(other)
  }
  for (const [whole, ...parts] of sums) {
    const all = persons(whole!)
    const ofParts = parts.reduce((sum, cell) => sum + (persons(cell) ?? Number.NaN), 0)
    const limit = most(whole!)
    const inside = parts.map((cell) => givenWithin(cell, given))
    inside.forEach((these, at) => {
      for (const those of inside.slice(at + 1)) {
        for (const [one, own] of these) {
          for (const [other, others] of those) {
            if (one === other || (all !== ofParts && own + others <= limit)) continue
            part(one, other)
            part(other, one)
          }
        }
      }
    })
  }
  return apart
}

/** Who is alone in a cell or in parts of it, with the most that each gives to one of these. */
function givenWithin(cell: CellName, { lone, value, isWithin }: LoneCells): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, person] of lone) {
    if (isWithin(name, cell)) found.set(person, Math.max(value(name), found.get(person) ?? 0))
  }
  return found
}

/**
 * Maximal cliques; where there are too many, everybody with all who may be the same, which is more than
 * any one knows.
 *
 * @see Bron and Kerbosch, "Algorithm 457: finding all cliques of an undirected graph", CACM 16 (1973)
 */
function largestGroups(
  persons: readonly string[],
  near: ReadonlyMap<string, ReadonlySet<string>>,
): string[][] {
  const found: string[][] = []
  const extend = (group: string[], open: readonly string[], done: readonly string[]): void => {
    if (found.length > mostGroups) return
    if (open.length === 0) {
      if (done.length === 0) found.push(group)
      return
    }
    const degree = (person: string) => open.filter((each) => near.get(person)!.has(each)).length
    const pivot = [...open, ...done].reduce((best, each) =>
      degree(each) > degree(best) ? each : best,
    )
    let left = open
    let passed = done
    for (const person of open) {
      if (near.get(pivot)!.has(person)) continue
      const own = near.get(person)!
      extend(
        [...group, person],
        left.filter((each) => own.has(each)),
        passed.filter((each) => own.has(each)),
      )
      left = left.filter((each) => each !== person)
      passed = [...passed, person]
    }
  }
  extend([], persons, [])
  if (found.length <= mostGroups) return found
  return persons.map((person) => [person, ...near.get(person)!])
}
