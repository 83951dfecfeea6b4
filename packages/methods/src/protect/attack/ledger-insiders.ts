import type { Inside } from './offers.ts'
import type { CellName } from './public-cells.ts'

/** A cell that the public has to guess, in one vintage or between two, and what its node knows of it. */
export interface LedgerUnknown {
  readonly name: CellName
  readonly codes: Readonly<Record<string, string>>
  /** The vintage, or the addition between two; cells of one are parts of each other. */
  readonly vintage: string
  readonly value: number
  /** Everybody knows that it holds somebody: see `toldCells`. */
  readonly holdsSomebody?: true
  /** What came between two vintages: whoever was added knows that, and not that nobody else was. */
  readonly isAddition?: true
  /** Persons behind it, or behind what was added; undefined where that is not known. */
  readonly persons: number | undefined
  /** What whoever is in it knows it to hold, where that is not told by its persons. */
  readonly least?: number
  /** Of a cell in no table: the one in some that is the same, and is attacked as such. */
  readonly twin?: CellName
  /** Of an addition: how many persons more there are, whoever they are; undefined where that is not known. */
  readonly came?: number
  /** Who is alone in it, by each release that says so. */
  readonly alone: readonly string[]
  /** Cells in which, if one person is alone in both, it is the same. */
  readonly sameAs?: readonly CellName[]
}

/**
 * What contributors know over all vintages at once. Releases keep no names: whoever is alone in a cell
 * is the same person where one release says so, where the cell was theirs in the vintage before, and in
 * what contains that cell while they are alone there too. All others are taken for different persons.
 *
 * @param isPart whether the codes of the first cell lie within those of the second
 * @param samePerson cells of which one holds the other: whoever is alone in both is the same
 */
export function ledgerInsiders(
  unknowns: readonly LedgerUnknown[],
  isPart: (part: LedgerUnknown, whole: LedgerUnknown) => boolean,
  samePerson: readonly (readonly [CellName, CellName])[] = [],
): Inside {
  const truth = new Map(unknowns.map(({ name, value }) => [name, value]))
  const largest = new Map(
    unknowns.map(({ name, value, persons, least = 0 }) => [
      name,
      // the largest part is no smaller than the mean
      persons === undefined || persons <= 0 ? least : Math.ceil(value / persons),
    ]),
  )
  const floor = new Map<CellName, number>(
    unknowns.flatMap(({ name, holdsSomebody }) => (holdsSomebody === true ? [[name, 1]] : [])),
  )
  const lone = unknowns.filter(({ persons }) => persons === 1)
  const known = new Set(lone.map(({ name }) => name))
  const leader = new Map<string, string>()
  const find = (name: string): string => {
    let root = name
    while ((leader.get(root) ?? root) !== root) root = leader.get(root)!
    leader.set(name, root)
    return root
  }
  for (const { name, alone, sameAs } of lone) {
    for (const person of alone) leader.set(find(name), find(`person ${person}`))
    for (const same of sameAs ?? []) if (known.has(same)) leader.set(find(name), find(same))
  }
  for (const [one, other] of samePerson) {
    if (known.has(one) && known.has(other)) leader.set(find(one), find(other))
  }
  for (const vintage of new Set(lone.map((each) => each.vintage))) {
    const cells = lone.filter((each) => each.vintage === vintage)
    if (cells.length > mostCompared) continue
    for (const part of cells) {
      for (const whole of cells) {
        if (part !== whole && isPart(part, whole)) leader.set(find(part.name), find(whole.name))
      }
    }
  }
  const alone = new Map(lone.map(({ name }) => [name, find(name)]))
  const unsure = new Set(lone.flatMap(({ name, isAddition }) => (isAddition ? [name] : [])))
  return { truth, largest, floor, alone, unsure }
}

/** Cells of one person that are compared with each other; of more, only what releases say is used. */
const mostCompared = 2000
