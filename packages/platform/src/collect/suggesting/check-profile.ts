import {
  evaluateExpression,
  getRecordType,
  recordMapper,
  rulesFor,
  type MappedRecord,
  type SourceProfile,
  type SourceRow,
} from '@caudal/methods/collect'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { checkColumns } from '../profiles/check-columns.ts'
import { loadProfile } from '../profiles/load-profile.ts'
import { wantedColumns } from '../profiles/wanted-columns.ts'
import { openSource } from '../reading/byte-source.ts'
import { readTable } from '../reading/read-table.ts'
import type { Table } from '../reading/table.ts'
import { csvRelation, unpivotedColumns } from '../staging/source-relation.ts'
import { headOf } from './head-of.ts'
import { withWorkshop } from './workshop.ts'

export interface CheckRequest {
  readonly file: string
  readonly profile: string
  /** Records to show. */
  readonly rows: number
  /** ISO date on which the file was received. */
  readonly receivedOn: string
  /** The code lists of a node; absent: those of the platform. */
  readonly codeLists?: CodeListBook
}

/** One record as it would come out: its values, and what would be found in it. */
export interface CheckedRecord extends MappedRecord {
  /** Rules that it fails. */
  readonly failed: readonly { readonly rule: string; readonly level: 'reject' | 'warn' }[]
}

/** The first records of a file, read by a profile without taking anything in. */
export interface ProfileCheck {
  readonly profile: SourceProfile
  readonly records: readonly CheckedRecord[]
  /** Columns that the profile neither reads nor ignores. */
  readonly newColumns: readonly string[]
  /** Lines among those looked at that cannot be read at all. */
  readonly unreadableLines: number
}

/**
 * Shows what a profile makes of the first records of a file. Reads as an import does, but only the
 * start of the file, outside any node.
 *
 * @throws {Refusal} where an import would refuse the file or the profile
 */
export async function checkProfile(request: CheckRequest): Promise<ProfileCheck> {
  const { codeLists = createCodeListBook() } = request
  const { profile } = await loadProfile(request.profile, codeLists)
  const recordType = getRecordType(profile.recordType)
  const source = await openSource(request.file, profile.layout)
  return withWorkshop(async (workshop) => {
    const engine = await workshop.engine()
    const isText = profile.layout.format !== 'xlsx' && profile.layout.format !== 'parquet'
    const table = await readTable({
      path: request.file,
      engine,
      source: isText ? headOf(source) : source,
      layout: profile.layout,
      profile: profile.id,
      wantedColumns: wantedColumns(profile),
      folder: workshop.folder,
      mostRecords: request.rows,
      isCareful: true,
    })
    checkColumns(table, profile)
    const wide = await engine.rows<Record<string, string | null>>(
      `SELECT * FROM ${csvRelation(table)} LIMIT ${request.rows}`,
    )
    const map = recordMapper(profile, recordType, (id) => codeLists.find(id))
    const rules = rulesFor(recordType, profile, (id) => codeLists.find(id))
    const context = {
      parameters: { 'received-on': request.receivedOn },
      codeList: (id: string) => codeLists.get(id),
    } as const
    const records = longRows(wide, table, profile)
      .slice(0, request.rows)
      .map((row): CheckedRecord => {
        const mapped = map(row)
        const failed = rules
          .filter(({ holds }) => evaluateExpression(holds, mapped.values, context) === false)
          .map(({ id, level }) => ({ rule: id, level }))
        return { ...mapped, failed }
      })
    const read = new Set(wantedColumns(profile))
    return {
      profile,
      records,
      newColumns:
        profile.unpivot === undefined ? table.columns.filter((column) => !read.has(column)) : [],
      unreadableLines: table.faultyRecords,
    }
  })
}

/** Rows as a mapping sees them: wide ones turned long. */
function longRows(
  wide: readonly SourceRow[],
  table: Table,
  profile: SourceProfile,
): readonly SourceRow[] {
  const { unpivot } = profile
  if (unpivot === undefined) return wide
  const missing = new Set(['', ...(profile.layout.missing ?? [])])
  const turned = unpivotedColumns(table.columns, profile)
  return wide.flatMap((row) =>
    turned.flatMap((name): SourceRow[] => {
      const value = row[name] ?? ''
      if (unpivot.dropMissing && missing.has(value.trim())) return []
      const kept = Object.fromEntries(unpivot.keep.map((column) => [column, row[column]]))
      return [{ ...kept, [unpivot.nameTo]: name, [unpivot.valueTo]: value }]
    }),
  )
}
