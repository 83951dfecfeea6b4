import type { TableResult } from '../table.ts'
import { sliceTable, type TableSlice } from './slice-table.ts'

export interface Place {
  readonly code: string
  readonly label: string
}

/** People or money from one place to another. */
export interface Corridor {
  readonly from: Place
  readonly to: Place
  readonly value: number
}

export interface Corridors {
  /** From the greatest down; none of zero, none within one place. */
  readonly list: readonly Corridor[]
  /** What stays within one place: a flow map has no line for it. */
  readonly within: number
  /** What comes from or goes to a place that is not known. */
  readonly unplaced: number
  /** Corridors that are suppressed. */
  readonly hidden: number
  readonly total: number
  readonly slice: TableSlice
}

/** The two dimensions of place that a flow runs between, as the table writes them. */
export interface FlowEnds {
  readonly from: string
  readonly to: string
}

const origin = /origin|citizenship|provenance|birth|departure|previous|last_residence|sender/
const destination = /destination|country_of_arrival|host|reporting|receiver/

/**
 * Which of the dimensions of place of a table a flow comes from and which it goes to: by their
 * names (a citizenship, a country of birth is where people come from), else the rows are the origin.
 *
 * @param areaIds ids of the dimensions of the cube that are places
 * @returns undefined where the table has not two of them
 */
export function findFlowEnds(
  result: Pick<TableResult, 'rows' | 'columns'>,
  areaIds: ReadonlySet<string>,
): FlowEnds | undefined {
  const areas = [...result.rows, ...result.columns]
    .map(({ id }) => id)
    .filter((id) => areaIds.has(id.split('.')[0]!))
  const from = areas.find((id) => origin.test(id)) ?? areas.find((id) => !destination.test(id))
  const to = areas.find((id) => id !== from && id.split('.')[0] !== from?.split('.')[0])
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

/**
 * The corridors of a table between two of its dimensions of place.
 *
 * @returns undefined where a figure is negative: a change or a balance is no flow
 */
export function readCorridors(
  result: TableResult,
  ends: FlowEnds,
  asked: Readonly<Record<string, string>>,
  isWhole?: (period: string) => boolean,
): Corridors | undefined {
  const slice = sliceTable(result, [ends.from, ends.to], asked, isWhole)
  const codesOf = (id: string) =>
    [...result.rows, ...result.columns].find((dimension) => dimension.id === id)!.codes
  const list: Corridor[] = []
  const sums = { within: 0, unplaced: 0, hidden: 0, total: 0 }
  for (const from of codesOf(ends.from)) {
    for (const to of codesOf(ends.to)) {
      const { value, status } = slice.cell(from.code, to.code)
      if (value === null) {
        if (status === 'suppressed' || status === 'confidential') sums.hidden++
        continue
      }
      if (value < 0) return undefined
      sums.total += value
      if (from.code.startsWith('_') || to.code.startsWith('_')) sums.unplaced += value
      else if (from.code === to.code) sums.within += value
      else if (value > 0) list.push({ from, to, value })
    }
  }
  return { list: list.sort((a, b) => b.value - a.value), ...sums, slice }
}

/** Code of the places that are not drawn one by one. */
export const otherPlaces = '_OTHER'

/**
 * The corridors between the greatest origins and the greatest destinations; all others are summed
 * into one place on either side, so that what is drawn adds up to the whole.
 *
 * @param most places on each side, the others not counted
 * @param together whether a place is the same on both sides (a chord diagram) or not
 */
export function gatherCorridors(
  list: readonly Corridor[],
  most: number,
  otherLabel: string,
  together = false,
): Corridor[] {
  const sizes = { from: new Map<string, number>(), to: new Map<string, number>() }
  const add = (sizeOf: Map<string, number>, code: string, value: number) =>
    sizeOf.set(code, (sizeOf.get(code) ?? 0) + value)
  for (const { from, to, value } of list) {
    add(sizes.from, from.code, value)
    add(together ? sizes.from : sizes.to, to.code, value)
  }
  const greatest = (sizeOf: Map<string, number>) => {
    const ranked = [...sizeOf].sort((a, b) => b[1] - a[1]).map(([code]) => code)
    // One place alone is not "others": it keeps its name.
    return new Set(ranked.length <= most + 1 ? ranked : ranked.slice(0, most))
  }
  const kept = {
    from: greatest(sizes.from),
    to: together ? greatest(sizes.from) : greatest(sizes.to),
  }
  const other: Place = { code: otherPlaces, label: otherLabel }
  const gathered = new Map<string, { from: Place; to: Place; value: number }>()
  for (const corridor of list) {
    const from = kept.from.has(corridor.from.code) ? corridor.from : other
    const to = kept.to.has(corridor.to.code) ? corridor.to : other
    const key = `${from.code}\u0000${to.code}`
    const known = gathered.get(key) ?? { from, to, value: 0 }
    known.value += corridor.value
    gathered.set(key, known)
  }
  return [...gathered.values()].sort((a, b) => b.value - a.value)
}
