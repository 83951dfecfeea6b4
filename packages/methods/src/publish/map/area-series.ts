import type { CellStatus, TableResult } from '../table.ts'
import { isSpecialCode, type AreaAxis } from './area-codes.ts'

/** One area of a map with its figure. */
export interface AreaValue {
  readonly code: string
  readonly label: string
  readonly value: number | null
  /** Why there is no figure, or what to know of it. */
  readonly status?: CellStatus
  /** All of the area, over every other choice; null where not known or where adding makes no sense. */
  readonly whole: number | null
}

/** A dimension besides the areas, of which a map shows one code at a time. */
export interface MapChoice {
  /** Dimension as the table writes it. */
  readonly id: string
  readonly label: string
  readonly codes: readonly { readonly code: string; readonly label: string }[]
  /** Whether all codes together are a choice too (its code is `_T`). */
  readonly canBeWhole: boolean
}

export const wholeChoice = '_T'

/**
 * What a reader chooses before a map can be drawn: one code of every other dimension, or all of
 * them where the table has a total over exactly these.
 */
export function listMapChoices(result: TableResult, areas: AreaAxis): MapChoice[] {
  const others = otherDimensions(result, areas)
  const canBeWhole = others.length > 0 && marginOf(result, areas) !== null
  return others.map(({ dimension: { id, label, codes } }) => ({ id, label, codes, canBeWhole }))
}

/** The areas of a table in its order, those that name no place left out. */
export function listAreas(
  result: TableResult,
  areas: AreaAxis,
): readonly { readonly code: string; readonly label: string }[] {
  return result[areas.axis][areas.index]!.codes.filter(({ code }) => !isSpecialCode(code))
}

/**
 * The areas with their figures for one choice of every other dimension.
 *
 * @param chosen one code per choice in the order of `listMapChoices`; `_T` in any of them means the total
 * @returns one per area of the table in its order, those that name no place left out
 */
export function readAreaSeries(
  result: TableResult,
  areas: AreaAxis,
  chosen: readonly string[],
): AreaValue[] {
  return readCells(result, areas, chosen, listAreas(result, areas))
}

/**
 * The figures that belong to no place (unknown, other, not stated), for the same choice: a map cannot
 * draw them and must say so.
 */
export function listUnplaced(
  result: TableResult,
  areas: AreaAxis,
  chosen: readonly string[],
): AreaValue[] {
  const { codes } = result[areas.axis][areas.index]!
  const special = codes.filter(({ code }) => isSpecialCode(code) && code !== wholeChoice)
  return readCells(result, areas, chosen, special).filter(
    ({ value }) => value !== null && value !== 0,
  )
}

function readCells(
  result: TableResult,
  areas: AreaAxis,
  chosen: readonly string[],
  wanted: readonly { readonly code: string; readonly label: string }[],
): AreaValue[] {
  const others = otherDimensions(result, areas)
  const margin = marginOf(result, areas)
  const whole = chosen.includes(wholeChoice)
  const chosenOn = (axis: 'rows' | 'columns') =>
    others.flatMap((other, place) =>
      other.axis === axis ? [{ index: other.index, code: chosen[place]! }] : [],
    )
  const rows = keysByArea(
    result.rowKeys,
    areas.axis === 'rows' ? areas.index : -1,
    chosenOn('rows'),
  )
  const columns = keysByArea(
    result.columnKeys,
    areas.axis === 'columns' ? areas.index : -1,
    chosenOn('columns'),
  )
  const width = result.columnKeys.length
  const marginKeys = areas.axis === 'rows' ? result.rowKeys : result.columnKeys
  const marginAt = new Map(marginKeys.map((key, at) => [key[areas.index]!, at]))

  return wanted.map(({ code, label }) => {
    const all = margin?.[marginAt.get(code) ?? -1] ?? null
    if (whole) {
      return {
        code,
        label,
        value: all,
        whole: all,
        ...(all === null && { status: 'missing' as const }),
      }
    }
    const row = rows.get(areas.axis === 'rows' ? code : '')
    const column = columns.get(areas.axis === 'columns' ? code : '')
    if (row === undefined || column === undefined) {
      return { code, label, value: null, status: 'missing' as const, whole: all }
    }
    const at = row * width + column
    const value = result.values[at] ?? null
    const status = result.statuses[at] ?? (value === null ? 'missing' : undefined)
    return { code, label, value, whole: all, ...(status && { status }) }
  })
}

interface OtherDimension {
  readonly axis: 'rows' | 'columns'
  readonly index: number
  readonly dimension: TableResult['rows'][number]
}

function otherDimensions(result: TableResult, areas: AreaAxis): OtherDimension[] {
  return (['rows', 'columns'] as const).flatMap((axis) =>
    result[axis].flatMap((dimension, index) =>
      axis === areas.axis && index === areas.index ? [] : [{ axis, index, dimension }],
    ),
  )
}

/** Totals per area over all other dimensions: there are some only where the areas have an axis to themselves. */
function marginOf(result: TableResult, areas: AreaAxis): readonly (number | null)[] | null {
  if (result[areas.axis].length !== 1) return null
  // Of its own total every area has a hundred per cent.
  if (result.calculation?.id === (areas.axis === 'rows' ? 'row-share' : 'column-share')) return null
  const margin = areas.axis === 'rows' ? result.rowTotals : result.columnTotals
  return margin?.some((value) => value !== null) ? margin : null
}

/** Area code (or '' on the axis without areas) → place of the key that has the chosen codes. */
function keysByArea(
  keys: readonly (readonly string[])[],
  areaIndex: number,
  chosen: readonly { readonly index: number; readonly code: string }[],
): Map<string, number> {
  const found = new Map<string, number>()
  keys.forEach((key, place) => {
    if (chosen.every(({ index, code }) => key[index] === code)) {
      found.set(areaIndex < 0 ? '' : key[areaIndex]!, place)
    }
  })
  return found
}
