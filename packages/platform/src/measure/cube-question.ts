import { findReference, type CubeQuery, type LevelReference } from '@caudal/methods/measure'
import type { OpenCube } from './open-cube.ts'

/** A question of ours to a cube: levels as rows, codes that are held, no columns and no margins. */
export function cubeQuestion(
  { cube }: OpenCube,
  measure: string,
  rows: readonly string[],
  held: Readonly<Record<string, readonly string[]>>,
): CubeQuery {
  const level = (name: string): LevelReference => {
    const reference = findReference(cube, name)
    if (!reference) throw new RangeError(`no level ${name} in cube ${cube.id}`)
    return reference
  }
  const counted = cube.measures.find(({ id }) => id === measure)
  if (!counted) throw new RangeError(`no measure ${measure} in cube ${cube.id}`)
  return {
    measure: counted,
    rows: rows.map(level),
    columns: [],
    where: Object.entries(held).map(([name, codes]) => ({ reference: level(name), codes })),
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1_000_000,
  }
}
