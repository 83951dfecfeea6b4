/** A version as numbers, and the label of a draft (`1.0.0-draft`). */
interface Version {
  /** Three, those that are not written being zero. */
  readonly numbers: readonly number[]
  /** How many are written. */
  readonly length: number
  readonly draft: string
}

const written = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?$/

/**
 * A version in the three numbers of semantic versioning.
 *
 * @example semanticVersion('2024') // => '2024.0.0'
 * @example semanticVersion('2.1') // => '2.1.0'
 */
export function semanticVersion(version: string): string {
  const parsed = parse(version)
  if (!parsed) return '1.0.0'
  return parsed.numbers.join('.') + (parsed.draft === '' ? '' : `-${parsed.draft}`)
}

/** Whether a version is in production: a draft is not. */
export function isStable(version: string): boolean {
  return parse(version)?.draft === ''
}

/**
 * Order of two versions, the older first.
 *
 * @example compareVersions('1.10', '1.9.1') // => 1
 * @example compareVersions('1.0.0-draft', '1.0.0') // => -1
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)]
  if (!a || !b) return one < other ? -1 : one > other ? 1 : 0
  for (let i = 0; i < 3; i++) {
    const difference = a.numbers[i]! - b.numbers[i]!
    if (difference !== 0) return Math.sign(difference)
  }
  if (a.draft === b.draft) return 0
  if (a.draft === '') return 1
  if (b.draft === '') return -1
  return a.draft < b.draft ? -1 : 1
}

/** What marks a number of a version: from here on the latest stable one, the latest one, or every one. */
const mark = /[+~*]/

/** Whether of all versions that meet what was asked the latest alone is wanted. */
export function asksForLatest(asked: string): boolean {
  return /[+~]/.test(asked)
}

/**
 * Whether a version is what a reader asked for: exactly, or by a number marked `+` (this one or a
 * later one, in production), `~` or `*` (drafts too): `2+.3.1` any version from 2.3.1, `2.3+.1` any 2.x
 * from 2.3.1, `2.3.1+` any 2.3.x. A mark alone stands for zero and itself, and a version of two numbers
 * is met by two numbers alone.
 *
 * @see SDMX REST 2.2, "Query syntax for specific, latest or all artefact versions"
 * @example meetsVersion('2.4.0', '2.3+.1') // => true
 * @example meetsVersion('3.0.0', '2.3+.1') // => false
 * @example meetsVersion('2.4.0-draft', '2.~.0') // => true
 */
export function meetsVersion(version: string, asked: string): boolean {
  const operator = mark.exec(asked)?.[0]
  if (operator === undefined) return compareVersions(version, asked) === 0
  const parts = asked.split('.')
  const marked = parts.findIndex((part) => mark.test(part))
  const least = parts.map((part) => part.replace(mark, '') || '0').join('.')
  const parsed = parse(version)
  const floor = parse(least)
  if (!parsed || !floor || (operator === '+' && parsed.draft !== '')) return false
  if (operator !== '+' && parts.length > 1 && parsed.length !== parts.length) return false
  for (let i = 0; i < marked; i++) if (parsed.numbers[i] !== floor.numbers[i]) return false
  // A draft of a version is no earlier than what is asked from that version on.
  return compareVersions(version.split('-')[0]!, least) >= 0
}

function parse(version: string): Version | undefined {
  const match = written.exec(version)
  if (!match) return undefined
  const [, major, minor, patch, draft] = match
  const numbers = [major, minor, patch]
  return {
    numbers: numbers.map((part) => Number(part ?? 0)),
    length: numbers.filter((part) => part !== undefined).length,
    draft: draft ?? '',
  }
}
