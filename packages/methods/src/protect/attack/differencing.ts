import type { CellName, PublicKnowledge, PublicTable } from './public-cells.ts'
import { cellName } from './public-cells.ts'

/** A difference between two releases that isolates somebody. */
export interface Isolated {
  readonly cell: CellName
  readonly before: number
  readonly after: number
}

/**
 * Two releases of the same figures, of which the second counts everybody that the first does and
 * some more (a revision with late records, a wider universe): the difference is a table too, of
 * those who were added. Its small cells isolate them.
 *
 * Cells shown in both give their difference at once. What is hidden in either is combined by
 * `joinReleases`, which the attacker then takes as one programme.
 *
 * @param threshold t: a difference is isolating when 0 < |difference| < t
 */
export function findIsolated(
  before: PublicKnowledge,
  after: PublicKnowledge,
  threshold: number,
): Isolated[] {
  const found: Isolated[] = []
  for (const [cell, value] of after.shown) {
    const earlier = before.shown.get(cell)
    if (earlier === undefined) continue
    const difference = Math.abs(value - earlier)
    if (difference > 0 && difference < threshold)
      found.push({ cell, before: earlier, after: value })
  }
  return found
}

/** The dimension that tells releases apart when they are attacked together. */
export const vintageDimension = '_vintage'

const earlier = 'earlier'
const added = 'added'

/**
 * Joins two releases into tables of one programme with a dimension more: the earlier figures, the
 * added ones (unknown, but not negative) and their sum, the later figures. An attack on the joined
 * tables uses both releases at once; cells of the earlier one carry the code `earlier`.
 *
 * Assumes that nobody was taken out between the two.
 */
export function joinReleases(
  before: readonly PublicTable[],
  after: readonly PublicTable[],
): PublicTable[] {
  return after.map((later) => {
    const first = before.find(({ name }) => name === later.name)
    const values = new Map(
      (first?.rows ?? []).map((row) => [cellName(later.dimensions, row.codes), row.value]),
    )
    const known = new Map(
      later.rows.map((row) => [cellName(later.dimensions, row.codes), row.value]),
    )
    const codes = new Map<CellName, readonly string[]>()
    for (const row of [...(first?.rows ?? []), ...later.rows]) {
      codes.set(cellName(later.dimensions, row.codes), row.codes)
    }
    const rows = [...codes].flatMap(([cell, each]) => [
      // a combination that did not occur then was empty then
      { codes: [...each, earlier], value: values.has(cell) ? values.get(cell)! : first ? 0 : null },
      { codes: [...each, added], value: null },
      { codes: [...each, '_T'], value: known.has(cell) ? known.get(cell)! : 0 },
    ])
    return { name: later.name, dimensions: [...later.dimensions, vintageDimension], rows }
  })
}

/** The name in joined tables of a cell of the earlier release. */
export function earlierCell(dimensions: readonly string[], codes: readonly string[]): CellName {
  return cellName([...dimensions, vintageDimension], [...codes, earlier])
}

/** The name in joined tables of those added to a cell between the two releases. */
export function addedCell(dimensions: readonly string[], codes: readonly string[]): CellName {
  return cellName([...dimensions, vintageDimension], [...codes, added])
}
