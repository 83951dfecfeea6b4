/**
 * The code of what a total holds besides some of its parts: the _rest_. It names both, so that the rest of a total
 * beside the same parts is one cell wherever it comes up, and it is no code that records carry.
 *
 * @example restCode('2025', ['2025-02', '2025-01']) // => '2025 − 2025-01 − 2025-02'
 */
export function restCode(whole: string, parts: readonly string[]): string {
  return [whole, ...parts.toSorted()].join(' − ')
}
