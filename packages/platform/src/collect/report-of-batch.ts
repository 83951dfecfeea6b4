import type { SourceProfile } from '@caudal/methods/collect'
import type { Batch } from '../store/index.ts'
import type { ImportReport } from './import-report.ts'
import type { BatchQuality } from './quality/batch-quality.ts'
import type { Table } from './reading/table.ts'

/** What a file was found to be, as it is kept with the quality of its batch. */
export function describeTable(table: Table, profile: SourceProfile) {
  return {
    encoding: table.encoding,
    byteOrderMark: table.hasByteOrderMark,
    packing: table.source.packing,
    archiveMember: table.source.member ?? null,
    format: profile.layout.format,
    delimiter: /^[ct]sv$/.test(profile.layout.format) ? table.csv.delimiter : null,
    repeatedColumns: table.repeatedColumns,
  }
}

/** What became of a file, as whoever brought it is told. */
export function reportOf(
  batch: Batch,
  status: ImportReport['status'],
  file: string,
  seconds: ImportReport['seconds'],
): ImportReport {
  return {
    status,
    batch: batch.id,
    dataset: batch.dataset,
    recordType: batch.recordType,
    profile: batch.profileId,
    profileVersion: batch.profileVersion,
    file,
    rowsRead: batch.rowsRead,
    rowsAccepted: batch.rowsAccepted,
    rowsRejected: batch.rowsRejected,
    rowsFlaggedDuplicate: batch.rowsFlaggedDuplicate,
    quality: batch.quality as unknown as BatchQuality,
    seconds,
  }
}

/** What would become of a file, where nothing was to be changed; its counts are for the caller to add. */
export function trialOf(
  profile: SourceProfile,
  table: Table,
  quality: BatchQuality,
  seconds: ImportReport['seconds'],
) {
  return {
    status: 'tried',
    batch: 0,
    dataset: profile.dataset,
    recordType: profile.recordType,
    profile: profile.id,
    profileVersion: profile.version,
    file: table.source.file,
    quality,
    seconds,
  } as const
}
