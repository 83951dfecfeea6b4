import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Writes beside each value of a table the name of its column, in `data-column`: on a phone each row is
 * a block by itself (`work.module.css`), and a figure far from its head would not say what it is.
 *
 * @returns for the element that holds the table
 */
export function useColumnNames<Holder extends HTMLElement>(): RefObject<Holder | null> {
  const holder = useRef<Holder>(null)
  useLayoutEffect(() => {
    for (const table of holder.current?.querySelectorAll('table') ?? []) nameColumns(table)
  })
  return holder
}

function nameColumns(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent)
  for (const row of [...table.tBodies].flatMap(({ rows }) => [...rows])) {
    for (const cell of row.cells) {
      // what spans columns or is a button says itself what it is, and the head of a row is its title
      const isSaid =
        cell.colSpan > 1 || cell.tagName === 'TH' || cell.querySelector('button') !== null
      const name = isSaid ? '' : names[cell.cellIndex]
      if (name) cell.dataset['column'] = name
      else delete cell.dataset['column']
    }
  }
}
