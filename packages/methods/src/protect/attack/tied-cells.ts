import type { CubeTie, TieSide } from '../../measure/ties/index.ts'

/** A cell as ties know it: its cube, and its codes by tree; `_T` is a total. */
export interface TieableCell {
  readonly cube: string
  readonly codes: Readonly<Record<string, string>>
}

/** Cells that hang together: the whole is the sum of its parts, or at least that. */
export interface TiedCells<Cell> {
  readonly tie: CubeTie
  readonly whole: Cell
  /** Those of the parts that there are; where any is not there, the whole is at least their sum. */
  readonly parts: readonly Cell[]
  readonly isExact: boolean
}

/** Whether a cube has a code of a dimension at all: where it has not, none was counted. */
export type HasCode = (cube: string, dimension: string, code: string) => boolean

/**
 * Finds what ties say of the cells given: one cell of each side, all of them with the same other codes.
 *
 * @param hasCode of what it has not, a part holds nothing; where absent, every cube may have every code
 */
export function findTied<Cell extends TieableCell>(
  cells: readonly Cell[],
  ties: readonly CubeTie[],
  hasCode: HasCode = () => true,
): TiedCells<Cell>[] {
  const byCube = new Map<string, { cell: Cell; codes: ReadonlyMap<string, string> }[]>()
  for (const cell of cells) {
    const list = byCube.get(cell.cube) ?? []
    byCube.set(cell.cube, list)
    list.push({ cell, codes: codesByDimension(cell) })
  }
  return ties.flatMap((tie) => {
    const contextsOf = (side: TieSide) => {
      const found = new Map<string, Cell>()
      for (const { cell, codes } of byCube.get(side.cube) ?? []) {
        const context = contextOf(codes, side, tie)
        if (context !== undefined) found.set(context, cell)
      }
      return found
    }
    const wholes = contextsOf(tie.whole)
    if (wholes.size === 0) return []
    const parts = tie.parts
      .filter(({ cube, codes }) =>
        Object.entries(codes).every(([dimension, code]) => hasCode(cube, dimension, code)),
      )
      .map(contextsOf)
    return [...wholes].flatMap(([context, whole]): TiedCells<Cell>[] => {
      const own = parts.flatMap((found) => found.get(context) ?? [])
      const isExact = tie.isExact && own.length === parts.length
      return own.every(({ cube }) => cube === whole.cube)
        ? []
        : [{ tie, whole, parts: own, isExact }]
    })
  })
}

/** By cube, the codes that its trees have. */
export function hasCodeOf(
  trees: ReadonlyMap<string, Readonly<Record<string, ReadonlyMap<string, string>>>>,
): HasCode {
  return (cube, dimension, code) =>
    Object.entries(trees.get(cube) ?? {}).some(
      ([tree, codes]) => tree.split('.')[0] === dimension && codes.has(code),
    )
}

/** Codes by dimension: levels that make trees of their own (`age.broad`) have codes that name the level. */
function codesByDimension({ codes }: TieableCell): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(codes).flatMap(([tree, code]) =>
      code === '_T' ? [] : [[tree.split('.')[0]!, code] as const],
    ),
  )
}

/** The codes of a cell besides those of the side; undefined where it is no cell of that side. */
function contextOf(
  codes: ReadonlyMap<string, string>,
  side: TieSide,
  { over, limits = {} }: CubeTie,
): string | undefined {
  for (const [dimension, code] of Object.entries(side.codes)) {
    if (codes.get(dimension) !== code) return undefined
  }
  const rest: string[] = []
  for (const [dimension, code] of codes) {
    if (dimension in side.codes) continue
    if (!over.includes(dimension)) return undefined
    rest.push(`${dimension}=${code}`)
  }
  for (const [dimension, limit] of Object.entries(limits)) {
    const code = codes.get(dimension) ?? '_T'
    const holds = 'only' in limit ? limit.only.includes(code) : !limit.except.includes(code)
    if (!holds) return undefined
  }
  return rest.sort().join('\n')
}
