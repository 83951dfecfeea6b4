import { findCube, findReference, type CubeQuery, type QueryAnswer } from '@caudal/methods/measure'

/** A question of the first measure of a cube, with all its margins. */
export function question(
  cubeId: string,
  rows: string[],
  columns: string[],
  more: Partial<CubeQuery> = {},
): CubeQuery {
  const cube = findCube(cubeId)!
  return {
    measure: cube.measures[0]!,
    rows: rows.map((name) => findReference(cube, name)!),
    columns: columns.map((name) => findReference(cube, name)!),
    where: [],
    margins: { rows: true, columns: true, grand: true },
    maxCells: 1_000_000,
    ...more,
  }
}

/** An answer as a map from its keys to its values, whatever their order. */
export function asMap(answer: QueryAnswer): Map<string, number | null> {
  const cells = answer.values.map((value, i): [string, number | null] => [
    [...answer.rows[answer.cellRows[i]!]!, '|', ...answer.columns[answer.cellColumns[i]!]!].join(),
    value,
  ])
  answer.rest?.values.forEach((value, column) => {
    if (value !== undefined) cells.push([`rest|${answer.columns[column]!.join()}`, value])
  })
  return new Map(cells.sort(([a], [b]) => (a < b ? -1 : 1)))
}
