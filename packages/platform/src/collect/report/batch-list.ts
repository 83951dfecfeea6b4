import type { Language } from '@caudal/methods/vocabulary'
import type { Batch } from '../../store/batches.ts'
import { csvLine } from './csv-line.ts'
import { textTable } from './text-table.ts'
import { collectWords } from './words.ts'

export type ListFormat = 'table' | 'csv' | 'json'

const names = [
  'batch',
  'dataset',
  'record_type',
  'profile',
  'profile_version',
  'file',
  'file_sha256',
  'rows_read',
  'rows_accepted',
  'rows_rejected',
  'rows_flagged_duplicate',
  'received_at',
  'status',
]

/** Batches as a table for people, as CSV or as JSON. */
export function writeBatches(
  batches: readonly Batch[],
  format: ListFormat,
  language: Language,
): string {
  if (format === 'json') return `${JSON.stringify(batches.map(withoutKey), null, 2)}\n`
  if (format === 'csv')
    return [csvLine(names), ...batches.map((batch) => csvLine(valuesOf(batch)))].join('')
  const words = collectWords[language]
  const number = new Intl.NumberFormat(language)
  const rows = batches.map((batch) => [
    String(batch.id),
    batch.dataset,
    batch.fileName,
    number.format(batch.rowsRead),
    number.format(batch.rowsAccepted),
    number.format(batch.rowsRejected),
    number.format(batch.rowsFlaggedDuplicate),
    batch.receivedAt.slice(0, 16).replace('T', ' '),
    words.statuses[batch.status],
  ])
  return textTable([words.batchHeadings, ...rows], [0, 3, 4, 5, 6])
}

/** A batch as JSON may leave the node: without the key of its encrypted files. */
export function withoutKey(batch: Batch): Omit<Batch, 'wrappedKey'> {
  const { wrappedKey: _, ...rest } = batch
  return rest
}

function valuesOf(batch: Batch): (string | number)[] {
  return [
    batch.id,
    batch.dataset,
    batch.recordType,
    batch.profileId,
    batch.profileVersion,
    batch.fileName,
    batch.fileSha256,
    batch.rowsRead,
    batch.rowsAccepted,
    batch.rowsRejected,
    batch.rowsFlaggedDuplicate,
    batch.receivedAt,
    batch.status,
  ]
}
