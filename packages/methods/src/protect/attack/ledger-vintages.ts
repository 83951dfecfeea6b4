import type { LedgerEntry, LedgerRow } from './ledger-entry.ts'
import { joinHierarchies } from './ledger-hierarchies.ts'
import { cellName, type CellName, type PublicTable } from './public-cells.ts'
import { vintageDimension } from './public-table.ts'
import { toldCells } from './told-cells.ts'

/** What releases counted from the same records show of one cube. */
export interface Vintage {
  /** As releases name it. */
  readonly id: string
  readonly code: string
  readonly releases: string
  readonly tables: readonly PublicTable[]
  readonly cells: ReadonlyMap<CellName, VintageCell>
  /** Codes of each tree, with those above them. */
  readonly trees: Readonly<Record<string, ReadonlyMap<string, string>>>
  readonly sensitive: readonly SensitiveCell[]
  /** Hidden cells that are known to hold somebody. */
  readonly told: ReadonlySet<CellName>
}

interface SensitiveCell {
  readonly codes: Readonly<Record<string, string>>
  readonly reach: number | undefined
  readonly within: readonly {
    readonly codes: Readonly<Record<string, string>>
    readonly beyond: number
  }[]
}

export interface VintageCell {
  readonly codes: Readonly<Record<string, string>>
  readonly value: number
  readonly persons: number | undefined
  readonly shown: boolean
  /** Who is alone in it, by each release that says so. */
  readonly alone: readonly string[]
}

/** The vintages of a cube, in the order in which they come; those of one cube have codes of their own. */
export function vintagesOf(
  entries: readonly LedgerEntry[],
  joined: Readonly<Record<string, ReadonlyMap<string, string>>>,
  space: string,
): Vintage[] {
  const order = [...new Set(entries.map(({ vintage }) => vintage))]
  return order.map((vintage, at) => {
    const own = entries.filter((entry) => entry.vintage === vintage)
    const code = `${space}v${at}`
    const known = joinHierarchies(own)
    const cells = new Map<CellName, VintageCell>()
    const sensitive: SensitiveCell[] = []
    for (const { release, dimensions, rows } of own.flatMap(tablesOf)) {
      for (const row of rows) {
        const name = cellName(dimensions, row.codes)
        const codes = Object.fromEntries(dimensions.map((d, i) => [d, row.codes[i]!]))
        const before = cells.get(name)
        const shown = row.hidden !== true || (before?.shown ?? false)
        const alone = [...(before?.alone ?? [])]
        if (row.alone !== undefined) alone.push(`${space}${release} ${row.alone}`)
        const persons = row.persons ?? before?.persons
        cells.set(name, { codes, value: row.value, persons, shown, alone })
        if (row.reach === undefined && row.within === undefined) continue
        const within = (row.within ?? []).map(({ codes: own, beyond }) => ({
          codes: Object.fromEntries(dimensions.map((d, i) => [d, own[i]!])),
          beyond,
        }))
        sensitive.push({ codes, reach: row.reach, within })
      }
    }
    return {
      id: vintage,
      code,
      releases: own.map(({ release }) => release).join(', '),
      cells,
      trees: known,
      sensitive,
      told: toldCells(own),
      tables: own.flatMap(({ tables }) =>
        tables.map(({ name, dimensions, rows }) => ({
          name,
          dimensions: [...dimensions, vintageDimension],
          rows: withCodesToCome(dimensions, rows.map(publicRow), known, joined).map(
            ({ codes, value }) => ({ codes: [...codes, code], value }),
          ),
          selected: true as const,
        })),
      ),
    }
  })
}

const tablesOf = ({ release, tables }: LedgerEntry) =>
  tables.map(({ dimensions, rows }) => ({ release, dimensions, rows }))

type PublicRow = PublicTable['rows'][number]

const publicRow = ({ codes, value, hidden }: LedgerRow): PublicRow => ({
  codes,
  value: hidden === true ? null : value,
})

/**
 * The rows of a table with zeros for codes that came up in a later vintage only. Who sees all the
 * parts of a total knows that there was nothing else, and so must the attacker.
 */
function withCodesToCome(
  dimensions: readonly string[],
  given: readonly PublicRow[],
  known: Readonly<Record<string, ReadonlyMap<string, string>>>,
  joined: Readonly<Record<string, ReadonlyMap<string, string>>>,
): readonly PublicRow[] {
  let rows = given
  dimensions.forEach((dimension, at) => {
    const own = known[dimension] ?? new Map<string, string>()
    const listed = new Set(rows.map(({ codes }) => codes[at]!))
    const toCome = [...(joined[dimension] ?? [])].filter(([code, parent]) => {
      if (own.has(code) || (parent !== '' && !own.has(parent))) return false
      const siblings = [...own].filter(([, above]) => above === parent)
      return siblings.length > 0 && siblings.every(([sibling]) => listed.has(sibling))
    })
    if (toCome.length === 0) return
    const contexts = new Map(rows.map(({ codes }) => [JSON.stringify(codes.with(at, '')), codes]))
    const zeros = [...contexts.values()].flatMap((codes) =>
      toCome.map(([code]) => ({ codes: codes.with(at, code), value: 0 })),
    )
    rows = [...rows, ...zeros]
  })
  return rows
}

/** A cell of its own that nobody sees: in a vintage, or what was added between two. */
export function unseenCell(codes: Readonly<Record<string, string>>, vintage: string): PublicTable {
  const dimensions = [...Object.keys(codes), vintageDimension]
  return {
    name: dimensions.join('__'),
    dimensions,
    rows: [{ codes: [...Object.values(codes), vintage], value: null }],
    selected: true,
  }
}

export function cellIn(codes: Readonly<Record<string, string>>, vintage: string): CellName {
  return cellName([...Object.keys(codes), vintageDimension], [...Object.values(codes), vintage])
}

/** The name that a cell has in the vintage of another. */
export function inVintageOf(other: CellName, cell: CellName): CellName {
  const isVintage = (part: string) => part.startsWith(`${vintageDimension}=`)
  const vintage = other.split('|').find(isVintage) ?? ''
  return cell
    .split('|')
    .map((part) => (isVintage(part) ? vintage : part))
    .join('|')
}
