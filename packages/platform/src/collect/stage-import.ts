import {
  compileChecks,
  compileMapping,
  getRecordType,
  type SourceProfile,
} from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { LakeEngine } from '../store/lake-engine.ts'
import type { ImportRequest } from './import-request.ts'
import { wantedColumns } from './profiles/wanted-columns.ts'
import type { ByteSource } from './reading/byte-source.ts'
import { readTable } from './reading/read-table.ts'
import type { Table } from './reading/table.ts'
import { checksOf } from './staging/checks.ts'
import { countRows, maskCountsSelect, type RowCounts } from './staging/row-counts.ts'
import { mappedColumns } from './staging/source-relation.ts'
import { ReadingDisagrees, stageFile, type StagedFile } from './staging/stage-file.ts'
import type { Staging } from './staging/staged-rows.ts'
import type { StagingPlan } from './staging/staging-sql.ts'

export interface Staged extends Pick<StagedFile, 'cellsLeftOut'> {
  readonly table: Table
  readonly plan: StagingPlan
  readonly staging: Staging
  readonly counts: RowCounts
}

/** What staging needs of an import that is under way. */
export interface StagingWork {
  readonly engine: LakeEngine
  readonly batchId: number
  readonly profile: SourceProfile
  readonly codeLists: CodeListBook
  readonly request: ImportRequest
  readonly folder: string
}

/** Stages a file; where the engine and the scanner do not agree on it, from a copy they do agree on. */
export async function stageImport(work: StagingWork, hurried: Table): Promise<Staged> {
  const { engine, batchId, profile, codeLists, request, folder } = work
  const tryWith = async (table: Table): Promise<Staged> => {
    const plan = planOf(table, profile, codeLists, request.receivedOn ?? today())
    const { path, cellsLeftOut } = await stageFile(engine, table, plan, profile, folder, (share) =>
      request.onProgress?.(0.2 + 0.4 * share, 'stage', table.soundRecords),
    )
    const staging: Staging = {
      path,
      batchId,
      checks: checksOf(plan.mapping, plan.rules),
      isLong: plan.isLong,
      mapping: plan.mapping,
    }
    const counts = countRows(staging, await engine.rows(maskCountsSelect(staging)))
    return { table, plan, staging, counts, cellsLeftOut }
  }
  request.onProgress?.(0.2, 'stage', hurried.soundRecords)
  try {
    return await tryWith(hurried)
  } catch (error) {
    if (!(error instanceof ReadingDisagrees) || hurried.csv.isCopy) throw error
    return tryWith(await readTableOf(engine, request, hurried.source, profile, folder, true))
  }
}

function planOf(
  table: Table,
  profile: SourceProfile,
  codeLists: CodeListBook,
  receivedOn: string,
): StagingPlan {
  const recordType = getRecordType(profile.recordType)
  const sourceColumns = mappedColumns(table.columns, profile.unpivot)
  return {
    mapping: compileMapping(profile, recordType, {
      sourceColumns,
      codeList: (id) => codeLists.find(id),
      enumerateCodes: true,
    }),
    rules: compileChecks(recordType, profile, {
      parameters: { 'received-on': receivedOn },
      codeList: (id) => codeLists.get(id),
    }),
    sourceColumns,
    isLong: profile.unpivot !== undefined,
  }
}

/** Looks the file of a request through, carefully or in a hurry. */
export function readTableOf(
  engine: LakeEngine,
  request: ImportRequest,
  source: ByteSource,
  profile: SourceProfile,
  folder: string,
  isCareful: boolean,
): Promise<Table> {
  const { onProgress } = request
  return readTable({
    path: request.file,
    engine,
    source,
    layout: profile.layout,
    profile: profile.id,
    wantedColumns: wantedColumns(profile),
    folder,
    isCareful,
    onProgress: (read, total) => onProgress?.((0.2 * read) / total, 'read'),
  })
}

/** Today in UTC, ISO date. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
