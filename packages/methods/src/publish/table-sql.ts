import {
  compileCubeQuery,
  type CompiledQuery,
  type Cube,
  type CodeLists,
  type CubeDomain,
  type CubeSource,
} from '../measure/index.ts'
import { resolveTable } from './resolve-table.ts'
import type { TableSpec } from './table.ts'

/** Where a table is computed from: the relation with its columns, and the codes that occur in it. */
export interface TableSource {
  readonly cells: CubeSource
  readonly domain: CubeDomain
  readonly lists: CodeLists
}

/**
 * The one SQL statement that computes a table with its margins; see {@link compileCubeQuery} for
 * its answer. Names come from the cube's definition alone; what a reader writes travels as
 * parameters.
 *
 * @throws Refusal where the specification does not fit the cube
 */
export function tableToSql(cube: Cube, spec: TableSpec, source: TableSource): CompiledQuery {
  const { query } = resolveTable(cube, spec, source.domain, source.lists)
  return compileCubeQuery(query, source.cells)
}
