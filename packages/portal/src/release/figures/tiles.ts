import { escapeHtml } from '@caudal/methods/publish'
import { sparkline } from './sparkline.ts'

/** One number with its name, its comparison and its way on. */
export interface Tile {
  readonly label: string
  readonly value: string
  readonly unit: string
  /** "in 2023, 15 % more than in 2022". */
  readonly about: string
  readonly series: readonly (number | null)[]
  readonly href: string
}

/** Numbers side by side, each with its years as a small line. */
export function renderTiles(tiles: readonly Tile[]): string {
  return `<ul class="tiles">${tiles
    .map(
      ({ label, value, unit, about, series, href }) =>
        `<li><a href="${escapeHtml(href)}"><span>${escapeHtml(label)}</span><b>${escapeHtml(value)}${unit === '' ? '' : ` <small>${escapeHtml(unit)}</small>`}</b>${sparkline(series)}<span class="hint">${escapeHtml(about)}</span></a></li>`,
    )
    .join('')}</ul>`
}
