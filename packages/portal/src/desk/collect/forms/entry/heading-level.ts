/**
 * The heading of a level; what lies deeper than the fourth has the fourth.
 *
 * @example headingLevel(6) // => 'h4'
 */
export function headingLevel(level: number): 'h2' | 'h3' | 'h4' {
  return level < 4 ? (`h${level}` as 'h2' | 'h3') : 'h4'
}
