import { sdmxRefusals } from '../refusals.ts'

const patterns = {
  agency: /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*$/,
  id: /^[\w@$-]+$/,
  item: /^[\w@$-]+(?:\.[\w@$-]+)*$/,
  version: /^\d+(?:\.\d+)*(?:-[\w.-]+)?$/,
  /** One number at most is marked. */
  versionRange:
    /^(?!.*[+~*].*[+~*])(?:\d+[+~*]?|[+~*])(?:\.(?:\d+[+~*]?|[+~*])){0,2}(?:-[\w.-]+)?$/,
} as const

/**
 * The parts of a segment of a path, or `all`.
 *
 * @param absent what an empty or missing segment means
 * @param words keywords that stand among the parts
 */
export function readParts(
  segment: string | undefined,
  how: {
    readonly name: string
    readonly pattern: keyof typeof patterns
    readonly separator: '+' | ','
    readonly every: readonly string[]
    readonly absent: 'all' | readonly string[]
    readonly words?: readonly string[]
  },
): 'all' | readonly string[] {
  if (segment === undefined || segment === '') return how.absent
  if (how.every.includes(segment)) return 'all'
  const words = how.words ?? []
  // A plus alone is a keyword, and not a separator of nothing.
  const parts = words.includes(segment) ? [segment] : segment.split(how.separator)
  for (const part of parts) {
    if (words.includes(part) || patterns[how.pattern].test(part)) continue
    if (how.every.includes(part)) return 'all'
    throw sdmxRefusals.refuse('path-unknown', {
      part: segment.slice(0, 80),
      expected: `${how.name} (${[...how.every, ...words, patterns[how.pattern].source].join(', ')})`,
    })
  }
  return parts
}
