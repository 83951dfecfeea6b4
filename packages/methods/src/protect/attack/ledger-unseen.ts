import { follow, followingCells } from './follow-equations.ts'
import type { Chain } from './ledger-chain.ts'
import type { LedgerUnknown } from './ledger-insiders.ts'
import { cellIn } from './ledger-vintages.ts'
import type { CellName, PublicKnowledge, UnseenCell } from './public-cells.ts'

/** What the node knows of cells that no release has. */
export interface KnownUnseen {
  /** Those that follow from cells of releases. */
  readonly unknowns: readonly LedgerUnknown[]
  /** What was added, where it is less than nothing or nobody knows. */
  readonly lessThanNothing: ReadonlySet<CellName>
  /** The figures do not add up so, or a cell that is not of what was added would be less than nothing. */
  readonly isContradicted: boolean
}

export function knowUnseen(
  { unseen, equations, shown }: Pick<PublicKnowledge, 'unseen' | 'equations' | 'shown'>,
  chains: readonly Chain[],
): KnownUnseen {
  const values = new Map<CellName, number>()
  const persons = new Map<CellName, number | undefined>()
  for (const { vintages, unknowns } of chains) {
    for (const { name, value, persons: own } of unknowns) {
      values.set(name, value)
      persons.set(name, own)
    }
    for (const { cells, code } of vintages) {
      for (const { codes, value, persons: own } of cells.values()) {
        values.set(cellIn(codes, code), value)
        persons.set(cellIn(codes, code), own)
      }
    }
  }
  const mayBeNegative = new Set(unseen.flatMap(({ cell, ifAdded }) => (ifAdded ? [cell] : [])))
  for (let before = -1; before < values.size;) {
    before = values.size
    for (const each of followingCells(equations, (cell) => values.has(cell))) {
      values.set(
        each.cell,
        follow(each, (cell) => values.get(cell)!),
      )
    }
    for (const [whole, ...parts] of equations) {
      if (values.get(whole!) !== 0) continue
      // what holds nobody has no part that does
      const left = parts.filter((part) => !values.has(part))
      if (left.some((part) => mayBeNegative.has(part))) continue
      for (const part of left) values.set(part, 0)
    }
  }
  const twins = twinsOf(equations, persons, (cell) => shown.get(cell) === 0)
  // whether or not anybody else knows that the others are empty, these are of the same persons
  const sameHolders = twinsOf(equations, persons, (cell) => values.get(cell) === 0)
  let isContradicted = equations.some((equation) => !addsUp(equation, values))
  const unknowns: LedgerUnknown[] = []
  const lessThanNothing = new Set<CellName>()
  const sums = chains.flatMap((chain) => chain.sums.map((cell): UnseenCell => ({ cell })))
  for (const { cell, ifAdded } of [...unseen, ...sums]) {
    const value = values.get(cell)
    if (ifAdded === true && !(value !== undefined && value >= 0)) lessThanNothing.add(cell)
    if (ifAdded !== true && value !== undefined && value < 0) isContradicted = true
    if (value === undefined || value < 0) continue
    const same = sameHolders.get(cell)
    const twin = twins.get(cell)
    const own = { name: cell, codes: {}, vintage: cell, value, alone: [] }
    unknowns.push(
      same === undefined
        ? // one that is counted is of one person; of more it is not known of how many
          { ...own, persons: value < 2 ? value : undefined, least: Math.min(1, value) }
        : { ...own, persons: persons.get(same), ...(twin === undefined ? {} : { twin }) },
    )
  }
  return { unknowns, lessThanNothing, isContradicted }
}

/**
 * The cells in no table that hold the same as one that is in some: who came over an airport came by air, and a region is
 * its only country from which anybody came.
 */
function twinsOf(
  equations: readonly (readonly CellName[])[],
  inTables: Pick<ReadonlyMap<CellName, unknown>, 'has'>,
  isEmpty: (cell: CellName) => boolean,
): ReadonlyMap<CellName, CellName> {
  const twins = new Map<CellName, CellName>()
  const of = (cell: CellName) => (inTables.has(cell) ? cell : twins.get(cell))
  const pairs = equations
    .map(([whole, ...parts]) => [whole!, ...parts.filter((part) => !isEmpty(part))])
    .filter(({ length }) => length === 2)
  for (let before = -1; before < twins.size;) {
    before = twins.size
    for (const [one, other] of pairs) {
      const [first, second] = [of(one!), of(other!)]
      if (first === undefined && second !== undefined) twins.set(one!, second)
      if (second === undefined && first !== undefined) twins.set(other!, first)
    }
  }
  return twins
}

/** Whether an equation holds, as far as all its cells are known. */
function addsUp(equation: readonly CellName[], values: ReadonlyMap<CellName, number>): boolean {
  const own = equation.map((cell) => values.get(cell) ?? Number.NaN)
  const [whole, ...parts] = own
  const off = Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole!)
  return !(off > 1e-6 * Math.max(1, Math.abs(whole!)))
}
