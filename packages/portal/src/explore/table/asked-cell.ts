import type { KeyboardEvent } from 'react'

/** A number that a reader asks about, by its place in the result; a margin where a side is missing. */
export interface AskedCell {
  readonly row: number | undefined
  readonly column: number | undefined
}

interface Shape {
  readonly columns: number
  readonly totals: 'first' | 'last'
  readonly withRowTotals: boolean
}

/** Which number stands where something was pressed; undefined where none does. */
export function cellAt(target: EventTarget, shape: Shape): AskedCell | undefined {
  if (!(target instanceof Element) || target.closest('button')) return undefined
  const cell = target.closest('td')
  const row = cell?.closest('tr')?.dataset['row']
  if (!cell || row === undefined) return undefined
  return { row: row === 'total' ? undefined : Number(row), column: columnOf(cell.cellIndex, shape) }
}

/**
 * The column of a cell by its place in its row, of which the first is the heading.
 *
 * @example columnOf(1, { columns: 3, totals: 'last', withRowTotals: true }) // => 0
 * @example columnOf(4, { columns: 3, totals: 'last', withRowTotals: true }) // => undefined
 * @example columnOf(1, { columns: 3, totals: 'first', withRowTotals: true }) // => undefined
 */
export function columnOf(
  place: number,
  { columns, totals, withRowTotals }: Shape,
): number | undefined {
  const column = place - 1 - (withRowTotals && totals === 'first' ? 1 : 0)
  return column >= 0 && column < columns ? column : undefined
}

/**
 * Keys in a table: Enter on the region goes to its first number, arrows from one to the next, Enter on
 * a number asks, Escape gives the focus back to the region.
 */
export function walkCells(
  event: KeyboardEvent<HTMLElement>,
  ask: (target: EventTarget) => void,
): void {
  const region = event.currentTarget
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return
  if (target === region) {
    if (key === 'Enter') focusCell(region.querySelector('tbody td'), event)
    return
  }
  if (!(target instanceof HTMLTableCellElement)) return
  if (key === 'Escape') {
    event.preventDefault()
    region.focus()
  } else if (key === 'Enter' || key === ' ') {
    event.preventDefault()
    ask(target)
  } else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    focusCell(sideways(target, key === 'ArrowRight'), event)
  } else if (key === 'ArrowDown' || key === 'ArrowUp') {
    focusCell(upright(target, key === 'ArrowDown'), event)
  }
}

function sideways(cell: HTMLTableCellElement, forward: boolean): Element | null {
  const next = forward ? cell.nextElementSibling : cell.previousElementSibling
  return next instanceof HTMLTableCellElement && next.tagName === 'TD' ? next : null
}

function upright(cell: HTMLTableCellElement, down: boolean): Element | null {
  let row = cell.closest('tr')
  do {
    row = (
      down ? row?.nextElementSibling : row?.previousElementSibling
    ) as HTMLTableRowElement | null
  } while (row && row.cells.length <= cell.cellIndex)
  return row?.cells[cell.cellIndex] ?? null
}

function focusCell(cell: Element | null, event: KeyboardEvent): void {
  if (!(cell instanceof HTMLElement)) return
  event.preventDefault()
  cell.tabIndex = -1
  cell.focus()
}
