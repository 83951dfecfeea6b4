import { escapeHtml } from '@caudal/methods/publish'
import type { Prose } from './prose-tree.ts'

const empty = new Set(['br', 'hr', 'img'])

/** A text as HTML, every word of it escaped: for baked pages; `prose.tsx` draws the same in React. */
export function renderProse(pieces: readonly Prose[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece)
      const { tag, attributes = {}, children = [] } = piece
      const written = Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
        .join('')
      if (empty.has(tag)) return `<${tag}${written}>`
      const element = `<${tag}${written}>${renderProse(children)}</${tag}>`
      // What may be wider than a phone is scrolled by itself.
      return tag === 'table' ? `<div class="figure-table">${element}</div>` : element
    })
    .join('')
}
