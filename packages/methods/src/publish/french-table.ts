import { frenchSpacesOf } from '../vocabulary/index.ts'
import type { TableResult } from './table.ts'

/** A French table with the spaces of French typography in all that people read of it. */
export function frenchTable(result: TableResult): TableResult {
  const { cube, measure, rows, columns, filters, notes, remarks, sources, citation } = result
  return {
    ...result,
    ...frenchSpacesOf({ cube, measure, rows, columns, filters, notes, sources, citation }),
    ...(remarks !== undefined && { remarks: frenchSpacesOf(remarks) }),
  }
}
