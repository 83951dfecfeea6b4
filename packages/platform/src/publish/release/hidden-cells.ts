import { findCube } from '@caudal/methods/measure'
import type { HidingReason } from '@caudal/methods/protect'
import type { Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { cellLabels } from './cell-labels.ts'
import type { ShownCube } from './compose-release.ts'

/** A cell that a draft hides, for those who review it. */
export interface HiddenCell {
  readonly figure: string
  readonly cell: string
  readonly why: HidingReason
  /** The figure; null for a reviewer who may not read exact ones. */
  readonly value: number | null
  /** What an attacker must still be able to believe: at least this. */
  readonly reach: number | null
  /** Least and greatest value that the attack could not rule out; no greatest where any is possible. */
  readonly open: readonly [low: number, high: number | null] | null
}

/** Reasons for hiding a cell that is not sensitive by itself. */
const notSensitive: ReadonlySet<HidingReason> = new Set(['secondary', 'level', 'earlier'])

/** Hidden cells that are listed; of more it is said how many there are. */
export const mostListed = 500

/** Every cell that a release hides, sensitive ones first, each once. */
export function hiddenCells(
  shown: readonly ShownCube[],
  language: Language,
  exact: boolean,
  book: CodeListBook,
): { readonly cells: readonly HiddenCell[]; readonly count: number } {
  const cells = shown.flatMap(({ cube, tables }) => {
    const label = cellLabels(findCube(cube)!.id, language, book)
    const seen = new Set<string>()
    return tables.flatMap(({ name, dimensions, rows }) =>
      rows.flatMap(({ codes, hidden, value, reach, open, rule = 'secondary' }): HiddenCell[] => {
        if (hidden !== true) return []
        const cell = label(dimensions, codes)
        if (seen.has(cell)) return []
        seen.add(cell)
        return [
          {
            cell,
            figure: name,
            why: rule,
            value: exact ? value : null,
            reach: exact ? (reach ?? null) : null,
            open: exact ? (open ?? null) : null,
          },
        ]
      }),
    )
  })
  const ordered = cells.toSorted(
    (a, b) => Number(notSensitive.has(a.why)) - Number(notSensitive.has(b.why)),
  )
  return { cells: ordered.slice(0, mostListed), count: cells.length }
}
