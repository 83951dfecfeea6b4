import type { LedgerEntry } from './attack/ledger-entry.ts'
import type { LedgerLeak } from './attack/attack-ledger.ts'
import { cellName, type CellName, type PublicHierarchies } from './attack/public-cells.ts'
import { settledCells, type SettledCells } from './attack/settled-cells.ts'
import { findTied, hasCodeOf, type TieableCell, type TiedCells } from './attack/tied-cells.ts'
import type { CubeTie } from '../measure/ties/index.ts'

/** A cell of a release to be protected, with what stands in it. */
export interface DraftCell extends TieableCell {
  readonly name: CellName
  readonly value: number
  readonly persons: number
}

/** A cell of any cube, as releases have it. */
interface KnownCell extends TieableCell {
  readonly name: CellName
  readonly value: number
  readonly persons: number
  readonly hidden: boolean
}

/** A release to be protected, as ties see it. */
export interface TiedDraft {
  readonly cube: string
  readonly vintage: string
  readonly cells: readonly DraftCell[]
  /** Codes of its trees. */
  readonly hierarchies: PublicHierarchies
  readonly ties: readonly CubeTie[]
}

/** Releases of the draft's own cube, and those of cubes that have cells tied to any of its own. */
export function releasesBeside(
  { cube, cells, ties }: Pick<TiedDraft, 'cube' | 'cells' | 'ties'>,
  earlier: readonly LedgerEntry[],
): LedgerEntry[] {
  const tied = new Set([cube])
  for (const other of new Set(earlier.map((entry) => entry.cube ?? ''))) {
    if (other === cube) continue
    const theirs = earlier.filter((entry) => entry.cube === other).flatMap(cellsOf)
    const isTied = findTied([...asKnown(cells), ...theirs], ties).some(({ whole, parts }) =>
      [whole, ...parts].some((cell) => cell.cube === cube),
    )
    if (isTied) tied.add(other)
  }
  return earlier.filter((entry) => tied.has(entry.cube ?? ''))
}

/**
 * What earlier releases have settled about the cells of a draft: those of its own cube, and those of others
 * where ties say that a cell there is the same number.
 */
export function settledBeside(
  { cube, vintage, cells, hierarchies, ties }: TiedDraft,
  earlier: readonly LedgerEntry[],
  threshold: number,
): SettledCells {
  const values = new Map(cells.map(({ name, value, persons }) => [name, { value, persons }]))
  const isOwn = (entry: LedgerEntry) => (entry.cube ?? '') === cube
  const own = settledCells(values, earlier.filter(isOwn), threshold)
  const others = earlier.filter((entry) => !isOwn(entry))
  if (others.length === 0 || ties.length === 0) return own
  const alike = ties.filter(({ isExact, parts }) => isExact && parts.length === 1)
  const known = new Set<CellName>()
  const changed = new Set(own.changed)
  const atLeast = new Map(own.atLeast)
  const under = others.map((entry): LedgerEntry => {
    const theirs = cellsOf(entry)
    const all = [...asKnown(cells), ...theirs]
    if (entry.vintage === vintage) {
      const trees = new Map([
        [cube, hierarchies],
        [entry.cube ?? '', entry.hierarchies],
      ])
      for (const tied of findTied(all, ties, hasCodeOf(trees))) {
        const members = [tied.whole, ...tied.parts]
        const isHidden = members.some((cell) => cell.cube !== cube && cell.hidden)
        if (!isHidden) settleByShown(tied, cube, known, atLeast)
        else for (const cell of members) if (cell.cube === cube) changed.add(cell.name)
      }
    }
    const twins = findTied(all, alike).flatMap(({ whole, parts }) => {
      const [mine, their] = whole.cube === cube ? [whole, parts[0]!] : [parts[0]!, whole]
      // what the figures contradict settles nothing
      return mine.cube !== cube || (entry.vintage === vintage && mine.value !== their.value)
        ? []
        : [{ mine, their }]
    })
    return {
      ...entry,
      cube,
      tables: twins.map(({ mine, their: { value, persons, hidden } }) => ({
        name: '',
        dimensions: Object.keys(mine.codes),
        rows: [
          {
            codes: Object.values(mine.codes),
            value,
            persons,
            ...(hidden ? { hidden: true as const } : {}),
          },
        ],
      })),
    }
  })
  const told = settledCells(values, under, threshold)
  for (const [name, least] of told.atLeast) raise(atLeast, name, least)
  return {
    hidden: new Set([...own.hidden, ...told.hidden]),
    changed: new Set([...changed, ...told.changed]),
    atLeast,
    known,
  }
}

/** The cells of a cube that earlier releases of the same records show. */
export function shownBefore(
  { cube = '', vintage }: Pick<LedgerEntry, 'cube' | 'vintage'>,
  earlier: readonly LedgerEntry[],
): Set<CellName> {
  const same = earlier.filter((entry) => (entry.cube ?? '') === cube && entry.vintage === vintage)
  return new Set(same.flatMap(cellsOf).flatMap(({ name, hidden }) => (hidden ? [] : [name])))
}

/**
 * What of a draft follows where all that it is tied to is shown: a cell that cannot be more is known as good as
 * shown, so that hiding it keeps nothing; a total holds at least what is shown of its parts.
 */
function settleByShown(
  { whole, parts, isExact }: TiedCells<KnownCell>,
  cube: string,
  known: Set<CellName>,
  atLeast: Map<CellName, number>,
): void {
  const mine = [whole, ...parts].filter((cell) => cell.cube === cube)
  const [only] = mine
  if (only === undefined || mine.length > 1) return
  const sum = parts.reduce((total, { value }) => total + value, 0)
  const isTight = sum === whole.value
  if (only !== whole ? isTight : isExact && isTight) known.add(only.name)
  else if (only === whole && sum <= whole.value) raise(atLeast, only.name, sum)
}

function raise(least: Map<CellName, number>, name: CellName, value: number): void {
  least.set(name, Math.max(value, least.get(name) ?? 0))
}

/** Whether nothing at all is settled. */
export function isNothing({ hidden, atLeast, changed, known }: SettledCells): boolean {
  return hidden.size + atLeast.size + changed.size + (known?.size ?? 0) === 0
}

/**
 * Gives needs to the cells of a draft by which cells leak beside other cubes: those tied to what leaks there, and,
 * where there are none or that did not do, those that are shown though they are tied to something hidden.
 *
 * @param widely whether the latter are hidden in any case
 * @returns whether there were any
 */
export function raiseTied(
  needs: Map<CellName, number>,
  draft: LedgerEntry,
  earlier: readonly LedgerEntry[],
  leaks: readonly LedgerLeak[],
  ties: readonly CubeTie[],
  widely: boolean,
): boolean {
  const cube = draft.cube ?? ''
  const cells = new Map<string, KnownCell>()
  for (const cell of [...earlier, draft].flatMap(cellsOf)) {
    const key = `${cell.cube} ${cell.name}`
    cells.set(key, { ...cell, hidden: cell.hidden || (cells.get(key)?.hidden ?? false) })
  }
  const tied = findTied([...cells.values()], ties)
  const raise = (name: CellName, least: number) => {
    const before = needs.get(name)
    needs.set(name, Math.max(1, Math.ceil(least), before === undefined ? 0 : before + 1))
  }
  const mine = ({ whole, parts }: TiedCells<KnownCell>) =>
    [whole, ...parts].filter((cell) => cell.cube === cube && cell.value > 0)
  let raised = false
  for (const leak of leaks) {
    if (leak.cube === cube) continue
    for (const each of tied) {
      const members = [each.whole, ...each.parts]
      if (!members.some((cell) => cell.cube === leak.cube && cell.name === leak.cell)) continue
      for (const { name } of mine(each)) {
        raise(name, leak.required - leak.low)
        raised = true
      }
    }
  }
  if (raised && !widely) return true
  for (const each of tied) {
    const members = [each.whole, ...each.parts]
    if (!members.some((cell) => cell.cube !== cube && cell.hidden)) continue
    for (const { name, hidden } of mine(each)) {
      if (hidden || needs.has(name)) continue
      raise(name, 1)
      raised = true
    }
  }
  return raised
}

function cellsOf({ cube = '', tables }: LedgerEntry): KnownCell[] {
  return tables.flatMap(({ dimensions, rows }) =>
    rows.map(({ codes, value, persons = value, hidden }) => ({
      cube,
      name: cellName(dimensions, codes),
      codes: Object.fromEntries(dimensions.map((tree, at) => [tree, codes[at]!])),
      value,
      persons,
      hidden: hidden === true,
    })),
  )
}

const asKnown = (cells: readonly DraftCell[]): KnownCell[] =>
  cells.map((cell) => ({ ...cell, hidden: false }))
