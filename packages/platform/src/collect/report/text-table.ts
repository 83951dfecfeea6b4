/**
 * Rows as a table of text, columns as wide as their longest cell.
 *
 * @param right numbers of the columns that are set to the right
 * @example textTable([['a', '10'], ['bc', '5']], [1]) // => 'a   10\nbc   5\n'
 */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => lengthOf(row[column]!))),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(widths[column]! - lengthOf(cell))
        return right.includes(column) ? padding + cell : cell + padding
      })
      .join('  ')
      .trimEnd(),
  )
  return lines.map((line) => `${line}\n`).join('')
}

function lengthOf(text: string): number {
  return [...text].length
}
