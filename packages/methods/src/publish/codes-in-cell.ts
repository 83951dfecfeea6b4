import { levelReference, type CubeDimension, type LevelReference } from '../measure/index.ts'
import { restCode } from './code-label.ts'
import { allowedCodes } from './resolve-table.ts'
import type { TableParts } from './table-parts.ts'

/** The key of an axis; a margin has but one of the two. */
export type CellKey = readonly string[] | undefined

/**
 * Codes of a dimension in a cell of a table: that on an axis, those that a condition leaves, or undefined for
 * all of them.
 *
 * @param depth level that must stand on the axis, any where absent
 */
export function codesInCell(
  { cube, table: { query, conditions }, domain }: Pick<TableParts, 'cube' | 'table' | 'domain'>,
  { id }: CubeDimension,
  depth?: number,
): (row: CellKey, column: CellKey) => readonly string[] | undefined {
  const on = (references: readonly LevelReference[]) =>
    references.findIndex(
      ({ dimension, depth: own }) => dimension.id === id && (depth === undefined || own === depth),
    )
  const [row, column] = [on(query.rows), on(query.columns)]
  const isHeld = conditions.some(({ reference }) => reference.dimension.id === id)
  const finest = levelReference(
    cube.dimensions.find((each) => each.id === id)!,
    0,
  )
  const allowed = isHeld ? allowedCodes(finest, conditions, domain) : undefined
  return (rowKey, columnKey) => {
    const own = (row >= 0 ? rowKey?.[row] : undefined) ?? columnKey?.[column]
    return own === undefined || own === restCode ? allowed : [own]
  }
}
