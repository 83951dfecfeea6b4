import { unseenCell, type Vintage } from './ledger-vintages.ts'
import { cellName, type CellName, type PublicTable } from './public-cells.ts'

type Codes = Readonly<Record<string, string>>

/** Cells that are looked at, as multiples of those of a vintage. */
const mostLookedAt = 20

/**
 * Cells that other vintages have and this one has not, though it has all their parts: twelve months of then
 * against the year of now. Where records were only added, the chain of vintages finds these by itself.
 */
export function sumsKnownIn(vintage: Vintage, others: readonly Vintage[]): PublicTable[] {
  const { cells, code, trees } = vintage
  const below = new Map(
    Object.entries(trees).map(([dimension, parents]) => {
      const children = new Map<string, string[]>()
      for (const [child, parent] of parents) {
        const above = parent === '' ? '_T' : parent
        children.set(above, [...(children.get(above) ?? []), child])
      }
      return [dimension, children] as const
    }),
  )
  const looked = new Map<CellName, boolean>()
  const isKnown = (codes: Codes): boolean => {
    const name = nameOf(codes)
    if (cells.has(name)) return true
    const before = looked.get(name)
    if (before !== undefined) return before
    if (looked.size > mostLookedAt * cells.size) return false
    looked.set(name, false)
    const found = [...below].some(([dimension, children]) => {
      const parts = children.get(codes[dimension] ?? '_T') ?? []
      return parts.length > 0 && parts.every((part) => isKnown({ ...codes, [dimension]: part }))
    })
    looked.set(name, found)
    return found
  }
  const wholes = new Map(
    others.flatMap((other) => [...other.cells].map(([name, { codes }]) => [name, codes] as const)),
  )
  return [...wholes].flatMap(([name, codes]) =>
    cells.has(name) || !isKnown(codes) ? [] : [unseenCell(codes, code)],
  )
}

const nameOf = (codes: Codes): CellName => cellName(Object.keys(codes), Object.values(codes))
