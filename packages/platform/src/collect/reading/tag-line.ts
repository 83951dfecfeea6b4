/**
 * Whether a row below the headings holds nothing but tags of the Humanitarian Exchange Language.
 *
 * @see https://hxlstandard.org/standard/1-1final/postertemplate/ HXL 1.1: hashtags and attributes
 */
export function isTagRow(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  return (
    filled.length > 0 &&
    filled.every((cell) => /^#[a-z_0-9]+(\s*\+[a-z_0-9]+)*$/i.test(cell.trim()))
  )
}
