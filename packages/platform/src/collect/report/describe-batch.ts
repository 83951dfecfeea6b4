import type { Language } from '@caudal/methods/vocabulary'
import type { Batch, Dataset } from '../../store/index.ts'

/** One file received, as the desk lists it: whose it is and what became of its rows. */
export interface DescribedBatch extends Pick<
  Batch,
  | 'id'
  | 'dataset'
  | 'recordType'
  | 'fileName'
  | 'status'
  | 'receivedAt'
  | 'rowsRead'
  | 'rowsAccepted'
  | 'rowsRejected'
  | 'rowsFlaggedDuplicate'
  | 'supersededBy'
> {
  readonly datasetTitle: string
  /** Who keeps the records, as the source says. */
  readonly institution: string
  /** Written by the node from other batches (journeys, indicators, estimates): it came as no file. */
  readonly derived: boolean
}

/** Describes a batch without its files, its key or anything that a record says. */
export function describeBatch(
  batch: Batch,
  dataset: Pick<Dataset, 'title' | 'source'> | undefined,
  language: Language,
): DescribedBatch {
  const owner = dataset?.source['owner']
  return {
    id: batch.id,
    dataset: batch.dataset,
    recordType: batch.recordType,
    fileName: batch.fileName,
    status: batch.status,
    receivedAt: batch.receivedAt,
    rowsRead: batch.rowsRead,
    rowsAccepted: batch.rowsAccepted,
    rowsRejected: batch.rowsRejected,
    rowsFlaggedDuplicate: batch.rowsFlaggedDuplicate,
    supersededBy: batch.supersededBy,
    datasetTitle: dataset?.title[language] ?? batch.dataset,
    institution: typeof owner === 'string' ? owner : (owner?.[language] ?? batch.dataset),
    derived: batch.fileBytes === 0,
  }
}
