import type { CubeTie } from '../../measure/ties/index.ts'
import { additionOf, isOfFew, reachOfAdded, type Chain } from './ledger-chain.ts'
import type { LedgerUnknown } from './ledger-insiders.ts'
import { cellIn, unseenCell, type Vintage, type VintageCell } from './ledger-vintages.ts'
import { cellName, type CellName, type PublicTable } from './public-cells.ts'
import { findTied, hasCodeOf, type TiedCells } from './tied-cells.ts'
import { smallChange, type ChangedCell, type SmallChange } from './small-changes.ts'
import type { Wanted } from './wanted.ts'

/** What ties between cubes add to what their tables say. */
export interface Bonds {
  /** The first cell of each is the sum of the others. */
  readonly sums: readonly (readonly CellName[])[]
  readonly tables: readonly PublicTable[]
  readonly unknowns: readonly LedgerUnknown[]
  readonly wanted: readonly Wanted[]
  readonly samePerson: readonly (readonly [CellName, CellName])[]
  /** Releases between which additions of these bonds lie, by their code. */
  readonly spans: ReadonlyMap<string, readonly [string, string]>
  /** Changes of few where records were taken out. */
  readonly changes: readonly SmallChange[]
  /** Ties that the figures contradict somewhere, by their names: they are not reckoned with. */
  readonly contradicted: readonly string[]
}

/** A cell of one cube in one vintage. */
interface Placed {
  readonly cube: string
  /** By the trees of its cube. */
  readonly codes: Readonly<Record<string, string>>
  readonly cell: VintageCell
  /** Its name among all cells that are attacked. */
  readonly name: CellName
  readonly vintage: string
  readonly releases: string
}

/**
 * What the definitions of cubes say of their cells, where both were counted from the same records (releases of
 * one vintage). What two cubes count alike is one number: where only one of them shows it in a vintage, it
 * stands in the chain of the other too, so that what was added since another vintage is attacked as well.
 * Of cells that are not alike nothing is said between vintages.
 *
 * @param order vintages, the oldest first
 */
export function bondsBetween(
  chains: readonly Chain[],
  order: readonly string[],
  threshold: number,
  ties: readonly CubeTie[],
): Bonds {
  const bonds = new BondMaker(threshold)
  if (chains.length < 2 || ties.length === 0) return bonds
  const placed = chains.flatMap(placedIn)
  const contradicted = new Set(
    order.flatMap((vintage) =>
      findTied(
        placed.filter((each) => each.vintage === vintage),
        ties,
        hasCodeIn(chains, vintage),
      ).flatMap((tied) => (holds(tied) ? [] : [tied.tie.id])),
    ),
  )
  bonds.contradicted.push(...contradicted)
  const sound = ties.filter(({ id }) => !contradicted.has(id))
  const implied = impliedCells(placed, chains, sound)
  for (const vintage of order) {
    const cells = [...placed, ...implied.map(({ placed: each }) => each)]
    for (const tied of findTied(
      cells.filter((each) => each.vintage === vintage),
      sound,
      hasCodeIn(chains, vintage),
    ))
      bonds.tie(tied)
  }
  for (const each of implied) bonds.imply(each, placed, order)
  return bonds
}

function hasCodeIn(chains: readonly Chain[], vintage: string) {
  return hasCodeOf(
    new Map(
      chains.map(({ cube, space, vintages, hierarchies }) => {
        const trees = vintages.find(({ id }) => id === vintage)?.trees ?? hierarchies
        const own = Object.entries(trees).map(([tree, codes]) => [tree.slice(space.length), codes])
        return [cube, Object.fromEntries(own)]
      }),
    ),
  )
}

function placedIn({ cube, space, vintages }: Chain): Placed[] {
  return vintages.flatMap((vintage) =>
    [...vintage.cells.values()].map((cell) => place(cube, space, vintage, cell)),
  )
}

function place(
  cube: string,
  space: string,
  { id, code, releases }: Pick<Vintage, 'id' | 'code' | 'releases'>,
  cell: VintageCell,
): Placed {
  const codes = Object.fromEntries(
    Object.entries(cell.codes).map(([tree, own]) => [tree.slice(space.length), own]),
  )
  return { cube, codes, cell, name: cellIn(cell.codes, code), vintage: id, releases }
}

function holds({ whole, parts, isExact }: TiedCells<Placed>): boolean {
  const sum = parts.reduce((total, { cell }) => total + cell.value, 0)
  return isExact ? sum === whole.cell.value : sum <= whole.cell.value
}

/** A cell that its cube does not show in a vintage, and of which another cube tells what it is. */
interface Implied {
  readonly placed: Placed
  /** Its code of the vintage. */
  readonly code: string
  readonly twin: Placed
}

const keyOf = ({ cube, codes }: Pick<Placed, 'cube' | 'codes'>) =>
  `${cube} ${cellName(Object.keys(codes), Object.values(codes))}`

function impliedCells(
  placed: readonly Placed[],
  chains: readonly Chain[],
  ties: readonly CubeTie[],
): Implied[] {
  const alike = ties.filter(({ isExact, parts }) => isExact && parts.length === 1)
  const known = new Map<string, Map<string, Placed>>()
  for (const each of placed) {
    const own = known.get(keyOf(each)) ?? new Map<string, Placed>()
    known.set(keyOf(each), own.set(each.vintage, each))
  }
  const found = new Map<string, Implied>()
  const once = [...known.values()].map((own) => [...own.values()][0]!)
  for (const { whole, parts } of findTied(once, alike)) {
    const pair = [whole, parts[0]!] as const
    for (const [one, other] of [pair, pair.toReversed()] as const) {
      for (const [vintage, twin] of known.get(keyOf(other))!) {
        const key = `${vintage} ${keyOf(one)}`
        if (known.get(keyOf(one))!.has(vintage) || found.has(key)) continue
        found.set(key, impliedCell(one, twin, chains))
      }
    }
  }
  return [...found.values()]
}

function impliedCell(model: Placed, twin: Placed, chains: readonly Chain[]): Implied {
  const { cube, space, vintages } = chains.find((chain) => chain.cube === model.cube)!
  const own = vintages.find(({ id }) => id === twin.vintage)
  const code = own?.code ?? `${space}as ${twin.vintage}`
  const { value, persons } = twin.cell
  const cell = { codes: model.cell.codes, value, persons, shown: false, alone: [] }
  const at = { id: twin.vintage, code, releases: twin.releases }
  return { placed: place(cube, space, at, cell), code, twin }
}

/** Puts bonds together. */
class BondMaker implements Bonds {
  readonly sums: CellName[][] = []
  readonly tables: PublicTable[] = []
  readonly unknowns: LedgerUnknown[] = []
  readonly wanted: Wanted[] = []
  readonly samePerson: [CellName, CellName][] = []
  readonly spans = new Map<string, readonly [string, string]>()
  readonly changes: SmallChange[] = []
  readonly contradicted: string[] = []
  readonly #threshold: number

  constructor(threshold: number) {
    this.#threshold = threshold
  }

  tie({ whole, parts, isExact }: TiedCells<Placed>): void {
    const sum = [whole.name, ...parts.map(({ name }) => name)]
    for (const { name } of parts) this.samePerson.push([whole.name, name])
    if (!isExact) sum.push(this.#rest(whole, parts))
    this.sums.push(sum)
  }

  /** What the whole holds besides its parts: nobody knows it, and it is not negative. */
  #rest(whole: Placed, parts: readonly Placed[]): CellName {
    const name = `_rest=${this.sums.length}`
    const value = parts.reduce((left, { cell }) => left - cell.value, whole.cell.value)
    this.unknowns.push({ name, codes: {}, vintage: name, value, persons: undefined, alone: [] })
    return name
  }

  /** Puts a cell into the chain of its cube, between the vintages that have it. */
  imply({ placed, code, twin }: Implied, all: readonly Placed[], order: readonly string[]): void {
    const { cell, name } = placed
    const { codes, value, persons } = cell
    this.tables.push(unseenCell(codes, code))
    this.spans.set(code, [placed.releases, placed.releases])
    this.unknowns.push({
      name,
      codes,
      value,
      persons,
      vintage: code,
      alone: [],
      sameAs: [twin.name],
    })
    const at = order.indexOf(placed.vintage)
    const own = all
      .filter((each) => keyOf(each) === keyOf(placed))
      .map((each) => ({ ...each, at: order.indexOf(each.vintage) }))
      .toSorted((one, other) => one.at - other.at)
    const here = { ...placed, at }
    const before = own.findLast((each) => each.at < at)
    const after = own.find((each) => each.at > at)
    if (before !== undefined) this.#add(before, here)
    if (after !== undefined) this.#add(here, after)
  }

  #add(from: Placed, to: Placed): void {
    const value = to.cell.value - from.cell.value
    const isFew = value !== 0 && isOfFew(from.cell, to.cell, this.#threshold)
    if (value < 0) {
      const cells = [changedCell(from), changedCell(to)] as const
      const change = smallChange(...cells, this.#threshold)
      if (change === undefined) return
      const cell = cellName(Object.keys(to.cell.codes), Object.values(to.cell.codes))
      this.changes.push({ cell, between: [from.releases, to.releases], ...change })
      return
    }
    const code = `${from.vintage} to ${to.vintage} of ${to.cube}`
    const added = additionOf(from.cell, to.cell, code, '')
    this.spans.set(code, [from.releases, to.releases])
    this.tables.push(unseenCell(to.cell.codes, code))
    this.unknowns.push({ ...added, sameAs: [to.name] })
    this.sums.push([to.name, from.name, added.name])
    if (!isFew) return
    this.wanted.push({ cell: added.name, reach: reachOfAdded(value, this.#threshold) })
  }
}

function changedCell({ name, cell: { value, persons } }: Placed): ChangedCell {
  return { name, value, persons }
}
