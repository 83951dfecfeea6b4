import { type Batch, type BatchFile, type Queryable, storeRefusals } from '../../store/index.ts'

/**
 * Takes all files of a batch out of the register, as part of a transaction; what was counted of it, and
 * what was set aside, counts as erased.
 * @returns files to remove once the transaction counts
 * @throws {Refusal} store.batch-changed where somebody else has changed the batch meanwhile
 */
export async function eraseFiles(
  transaction: Queryable,
  batch: Batch,
): Promise<readonly BatchFile[]> {
  const changed = await transaction.query(
    `update batches
     set files = '[]', wrapped_key = null, rows_accepted = 0, rows_withheld = 0,
       status = case status when 'accepted' then 'withdrawn' else status end,
       rows_erased = rows_erased + rows_accepted + rows_withheld
     where id = $1 and files = $2::jsonb returning id`,
    [batch.id, JSON.stringify(batch.files)],
  )
  if (changed.length === 0) throw storeRefusals.refuse('batch-changed', { batch: batch.id })
  return batch.files
}
