import type { FiguresManifest } from './figures-manifest.ts'

/** Codes by dimension, and periods, that figures have. */
export interface Occurring {
  readonly codes: Readonly<Record<string, readonly string[]>>
  readonly periods: readonly string[]
}

/**
 * Codes and periods of figures that are there in the last of these disseminations, or were in one before:
 * what is gone is asked for by the codes that it had.
 *
 * @param manifests of the disseminations of one set, the oldest first
 */
export function everOccurring(manifests: readonly FiguresManifest[]): Occurring {
  const { dimensions, packed } = manifests.at(-1)!
  const union = (lists: readonly (readonly string[] | undefined)[]) =>
    [...new Set(lists.flatMap((list) => list ?? []))].sort()
  return {
    codes: Object.fromEntries(
      dimensions.map((id, d) => [
        id,
        union([...manifests.map(({ codes }) => codes[id]), packed?.codes[d]]),
      ]),
    ),
    periods: union([...manifests.map(({ periods }) => periods), packed?.periods]),
  }
}
