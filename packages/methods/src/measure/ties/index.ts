import type { CubeTie } from './cube-tie.ts'
import { outcomeTies } from './outcome-ties.ts'
import { permitTies } from './permit-ties.ts'

export type { CubeTie, TieSide } from './cube-tie.ts'

/**
 * How cells of cubes that count the same records hang together. Not stated is what does not hold whatever the
 * records: of crossings and what is made of them (a journey has crossings that nobody recorded, and its person
 * the citizenship that most records say), and of residents and migrations (persons, and events between two days).
 */
export const cubeTies: readonly CubeTie[] = [...permitTies, ...outcomeTies]

/** The ties of a cube to others. */
export function tiesOf(cube: string): CubeTie[] {
  return cubeTies.filter((tie) => tiedCubes(tie).includes(cube))
}

/** Cubes that a tie is between. */
export function tiedCubes({ whole, parts }: CubeTie): string[] {
  return [...new Set([whole, ...parts].map(({ cube }) => cube))]
}
