/** A version as numbers, and the label of a draft (`1.0.0-draft`). */
interface Version {
  readonly numbers: readonly number[]
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

/**
 * Whether a version is what a reader asked for: exactly, or by a number marked `+` (this one or a
 * later one): `2+.3.1` any version from 2.3.1, `2.3+.1` any 2.x from 2.3.1, `2.3.1+` any 2.3.x.
 *
 * @see SDMX 3.0 Technical Specifications, section 6, "Semantic versioning"
 * @example meetsVersion('2.4.0', '2.3+.1') // => true
 * @example meetsVersion('3.0.0', '2.3+.1') // => false
 */
export function meetsVersion(version: string, asked: string): boolean {
  if (!asked.includes('+')) return compareVersions(version, asked) === 0
  const parts = asked.split('.')
  const marked = parts.findIndex((part) => part.endsWith('+'))
  const least = asked.replace('+', '')
  const parsed = parse(version)
  const floor = parse(least)
  if (!parsed || !floor || parsed.draft !== '') return false
  for (let i = 0; i < marked; i++) if (parsed.numbers[i] !== floor.numbers[i]) return false
  return compareVersions(version, least) >= 0
}

function parse(version: string): Version | undefined {
  const match = written.exec(version)
  if (!match) return undefined
  const [, major, minor, patch, draft] = match
  return { numbers: [major, minor, patch].map((part) => Number(part ?? 0)), draft: draft ?? '' }
}
