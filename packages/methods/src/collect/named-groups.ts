/** A regular expression without the names of its groups, and those names with their places. */
export interface NamedGroups {
  readonly plain: string
  /** Name of a group to its number, from 1. */
  readonly groups: ReadonlyMap<string, number>
  /** A name that is given twice. */
  readonly twice: string | undefined
}

/**
 * Takes the names out of a pattern's groups: `(?<name>…)` becomes `(…)`, which both JavaScript and
 * RE2 read.
 *
 * @example namedGroups('(?<year>\\d{4})-(?<month>\\d\\d)').plain // => '(\\d{4})-(\\d\\d)'
 */
export function namedGroups(pattern: string): NamedGroups {
  const groups = new Map<string, number>()
  let plain = ''
  let number = 0
  let inClass = false
  let twice: string | undefined
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern.charAt(i)
    if (character === '\\') {
      plain += pattern.slice(i, i + 2)
      i += 1
      continue
    }
    if (character === '[') inClass = true
    else if (character === ']') inClass = false
    plain += character
    if (character !== '(' || inClass) continue
    const name = /^\?P?<([A-Za-z_]\w*)>/.exec(pattern.slice(i + 1))
    if (name) {
      number += 1
      const said = name[1] ?? ''
      if (groups.has(said)) twice ??= said
      groups.set(said, number)
      i += name[0].length
    } else if (pattern.charAt(i + 1) !== '?') number += 1
  }
  return { plain, groups, twice }
}
