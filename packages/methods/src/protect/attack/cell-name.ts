/** The name of a cell across tables: `place=GT|sex=F`, totals left out; the grand total is ``. */
export type CellName = string

/**
 * Names a cell so that one cell has one name in every table and every vintage.
 *
 * @example cellName(['sex', 'place'], ['F', '_T']) // => 'sex=F'
 */
export function cellName(dimensions: readonly string[], codes: readonly string[]): CellName {
  return dimensions
    .map((dimension, at) => ({ dimension, code: codes[at]! }))
    .filter(({ code }) => code !== '_T')
    .sort((a, b) => (a.dimension < b.dimension ? -1 : 1))
    .map(({ dimension, code }) => `${escape(dimension)}=${escape(code)}`)
    .join('|')
}

function escape(text: string): string {
  return text.replace(/[\\|=]/g, (mark) => `\\${mark}`)
}
