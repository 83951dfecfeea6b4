import type { CubeDomain, FixedCells } from '@caudal/methods/measure'
import { treeCode, treeName, type ShownCell } from '@caudal/methods/protect'

/** A cell as the public knows it from a release: its codes by tree, its figure, null where withheld. */
export interface ReleasedCell {
  readonly codes: Readonly<Record<string, string>>
  readonly value: number | null
  /**
   * The release that took the place of the cell's own tells of its time and country, and has it no more: it
   * was shown, and counts no longer.
   */
  readonly isGone?: boolean
  /** By tree, the codes that there were when its release was counted. */
  readonly occurring: Readonly<Record<string, readonly string[]>>
  /** Something was undecided in its country and period then. */
  readonly isProvisional?: true
}

/** What releases that are out show of one cube. */
export interface ReleasedCube {
  /** Changes whenever another release counts. */
  readonly version: string
  /** Cells by the trees that they have codes of, then by name. */
  readonly byTrees: ReadonlyMap<string, ReadonlyMap<string, ReleasedCell>>
}

/** Where released cells come from. */
export interface ReleasedCellsSource {
  of(cube: string): Promise<ReleasedCube>
}

export const nothingReleased: ReleasedCube = { version: '', byTrees: new Map() }

/** Of fixed cells those that a release shows, by their codes along the axes. */
export function releasedAmong(
  { byTrees }: ReleasedCube,
  { axes, held }: FixedCells,
  domain: CubeDomain,
): Map<string, ShownCell> {
  const found = new Map<string, ShownCell>()
  const trees = [
    ...axes.map(({ reference }) => treeName(reference, domain)),
    ...held.map(({ reference }) => treeName(reference, domain)),
  ]
  const cells = byTrees.get(trees.toSorted().join('|'))
  if (cells === undefined) return found
  const known = axes.map(
    ({ reference, codes }) => new Map(codes.map((code) => [treeCode(reference, code), code])),
  )
  for (const { codes, value } of cells.values()) {
    if (
      held.some(
        ({ reference, code }, h) => codes[trees[axes.length + h]!] !== treeCode(reference, code),
      )
    ) {
      continue
    }
    const own = axes.map((_, a) => known[a]!.get(codes[trees[a]!]!))
    if (own.some((code) => code === undefined)) continue
    const shown = own as string[]
    found.set(shown.join('\u0000'), { codes: shown, value, isReleased: true })
  }
  return found
}
