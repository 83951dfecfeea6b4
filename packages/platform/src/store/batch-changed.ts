import { Refusal } from '@caudal/methods/vocabulary'
import type { Batch } from './batches.ts'
import type { CaudalNode } from './node.ts'
import { storeRefusals } from './refusals.ts'

/**
 * What went wrong while a batch was written anew: where somebody else has written it meanwhile, its files were
 * taken away while they were read, and that is what is told.
 */
export async function asBatchChanged(
  node: CaudalNode,
  { id, files }: Pick<Batch, 'id' | 'files'>,
  error: unknown,
): Promise<unknown> {
  if (error instanceof Refusal && error.code !== 'store.file-damaged') return error
  try {
    const [row] = await node.register.query<{ same: boolean }>(
      'select files = $2::jsonb as same from batches where id = $1',
      [id, JSON.stringify(files)],
    )
    return row?.same === false ? storeRefusals.refuse('batch-changed', { batch: id }) : error
  } catch {
    // the register is away: what went wrong first is told
    return error
  }
}
