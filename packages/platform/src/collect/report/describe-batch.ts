import type { Language } from '@caudal/methods/vocabulary'
import type { Batch, Dataset } from '../../store/index.ts'

/** One file received, as the desk lists it: whose it is and what became of its rows. */
export interface DescribedBatch extends Pick<
  Batch,
  'id' | 'dataset' | 'recordType' | 'fileName' | 'status' | 'receivedAt' | 'supersededBy'
> {
  /** Null where they are figures of another country. */
  readonly rowsRead: number | null
  readonly rowsAccepted: number | null
  readonly rowsRejected: number | null
  readonly rowsFlaggedDuplicate: number | null
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
  isCountTold: boolean,
): DescribedBatch {
  const told = (count: number) => (isCountTold ? count : null)
  const owner = dataset?.source['owner']
  return {
    id: batch.id,
    dataset: batch.dataset,
    recordType: batch.recordType,
    fileName: batch.fileName,
    status: batch.status,
    receivedAt: batch.receivedAt,
    rowsRead: told(batch.rowsRead),
    rowsAccepted: told(batch.rowsAccepted),
    rowsRejected: told(batch.rowsRejected),
    rowsFlaggedDuplicate: told(batch.rowsFlaggedDuplicate),
    supersededBy: batch.supersededBy,
    datasetTitle: dataset?.title[language] ?? batch.dataset,
    institution: typeof owner === 'string' ? owner : (owner?.[language] ?? batch.dataset),
    derived: batch.fileBytes === 0,
  }
}
