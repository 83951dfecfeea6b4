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
  /** Of one that only keeps another hidden: that one, and how many totals lie between; null where none is known. */
  readonly guards: { readonly cell: string; readonly totals: number } | null
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

/**
 * Every cell that a release hides, sensitive ones first, each once; what all of them have in common, as country
 * and month, is told once and not in each.
 */
export function hiddenCells(
  shown: readonly ShownCube[],
  language: Language,
  exact: boolean,
  book: CodeListBook,
): {
  readonly cells: readonly HiddenCell[]
  readonly count: number
  readonly common: string | null
} {
  const common = commonCodes(shown)
  const cells = shown.flatMap(({ cube, tables }) => {
    const name = cellLabels(findCube(cube)!.id, language, book)
    const label = (trees: readonly string[], codes: readonly string[]) =>
      name(
        trees,
        codes.map((code, at) => (common.get(trees[at]!) === code ? '_T' : code)),
      )
    const seen = new Set<string>()
    return tables.flatMap(({ name: figure, dimensions, rows }) =>
      rows.flatMap((row): HiddenCell[] => {
        const { codes, hidden, value, reach, open, rule = 'secondary', guards } = row
        if (hidden !== true) return []
        const cell = label(dimensions, codes)
        if (seen.has(cell)) return []
        seen.add(cell)
        return [
          {
            cell,
            figure,
            why: rule,
            guards:
              rule !== 'secondary' || guards === undefined
                ? null
                : { cell: label(guards.dimensions, guards.codes), totals: guards.totals },
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
  const first = shown[0]
  return {
    cells: ordered.slice(0, mostListed),
    count: cells.length,
    common:
      common.size === 0 || first === undefined
        ? null
        : cellLabels(first.cube, language, book)([...common.keys()], [...common.values()]),
  }
}

/** By tree, the codes that every hidden cell has. */
function commonCodes(shown: readonly ShownCube[]): ReadonlyMap<string, string> {
  let common: Map<string, string> | undefined
  for (const { tables } of shown) {
    for (const { dimensions, rows } of tables) {
      for (const { codes, hidden } of rows) {
        if (hidden !== true) continue
        const own = dimensions.map((tree, at) => [tree, codes[at]!] as const)
        const told = own.filter(
          ([tree, code]) => code !== '_T' && !(common && common.get(tree) !== code),
        )
        common = new Map(told)
      }
    }
  }
  return common ?? new Map()
}
