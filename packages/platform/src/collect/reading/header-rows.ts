/** A cell of a header that reaches over others: places within the header, from 0. */
export interface HeaderSpan {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** Between the headings of a column, from the widest to its own. */
const joint = ' / '

/**
 * The names of columns that several rows of headings give together: the headings above a column,
 * joined, each said once. A merged cell stands for all it covers.
 *
 * @param rows rows of headings, the widest first
 * @param spans merged cells among them
 * @param fills whether a heading also holds for the empty cells to its right, up to the next
 * @example joinHeaderRows([['2020', '', '2021'], ['F', 'M', 'F']], [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }], false) // => ['2020 / F', '2020 / M', '2021 / F']
 */
export function joinHeaderRows(
  rows: readonly (readonly string[])[],
  spans: readonly HeaderSpan[],
  fills: boolean,
): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const grid = rows.map((row) => Array.from({ length: width }, (_, at) => clean(row[at] ?? '')))
  for (const { firstRow, lastRow, firstColumn, lastColumn } of spans) {
    const heading = grid[firstRow]?.[firstColumn] ?? ''
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= Math.min(lastColumn, width - 1); column += 1) {
        const cells = grid[row]
        if (cells) cells[column] = heading
      }
    }
  }
  if (fills) {
    for (const row of grid.slice(0, -1)) {
      row.forEach((heading, at) => {
        if (heading === '' && at > 0) row[at] = row[at - 1] ?? ''
      })
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const headings = grid.map((row) => row[column] ?? '').filter((heading) => heading !== '')
    return [...new Set(headings)].join(joint)
  })
}

/** A heading on one line. */
function clean(heading: string): string {
  return heading.replace(/[\s\u00a0]+/g, ' ').trim()
}
