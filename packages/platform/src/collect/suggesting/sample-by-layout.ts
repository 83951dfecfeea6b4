import type { Layout } from '@caudal/methods/collect'
import { openSource } from '../reading/byte-source.ts'
import { readTable } from '../reading/read-table.ts'
import { csvRelation } from '../staging/source-relation.ts'
import { headOf } from './head-of.ts'
import type { FileSample } from './layout-guess.ts'
import { withWorkshop } from './workshop.ts'

const sampledRows = 1000

/**
 * The start of a file as a layout has it, read as an import reads it.
 *
 * @throws {Refusal} where the file is not what the layout says
 */
export async function sampleByLayout(path: string, layout: Layout): Promise<FileSample> {
  const source = await openSource(path, layout)
  return withWorkshop(async (workshop) => {
    const engine = await workshop.engine()
    const isText = layout.format !== 'xlsx' && layout.format !== 'parquet'
    const table = await readTable({
      path,
      engine,
      source: isText ? headOf(source) : source,
      layout,
      profile: '–',
      wantedColumns: [],
      folder: workshop.folder,
      mostRecords: sampledRows,
      isCareful: true,
    })
    const rows = await engine.rows<Record<string, string | null>>(
      `SELECT * FROM ${csvRelation(table)} LIMIT ${sampledRows}`,
    )
    return {
      layout,
      // What a person has said is sure.
      lines: Object.entries(layout).map(([part, value]) => ({
        part: part as keyof Layout,
        value: Array.isArray(value) ? JSON.stringify(value) : String(value),
        confidence: 1,
      })),
      columns: table.columns,
      rows: rows.map((row) => table.columns.map((name) => row[name] ?? '')),
    }
  })
}
