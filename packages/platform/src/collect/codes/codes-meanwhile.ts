import {
  listBatches,
  newestOwnCode,
  selectOwnCodes,
  type CaudalNode,
  type Queryable,
} from '../../store/index.ts'
import { countBearers, factFilesOf, keyOfCode } from './count-bearers.ts'
import { codeRefusals } from './refusals.ts'

/** Where the codes of a node stand, to tell later what has become of them. */
export function markCodes(node: CaudalNode): Promise<number> {
  return newestOwnCode(node.register)
}

/**
 * Refuses a batch whose records bear a code that was ended while they were read. Asked in the transaction
 * that records the batch, after it was: whoever ends a code waits for it and then finds its records, or
 * was first and is found here.
 *
 * @param since what {@link markCodes} gave before the code lists were read
 * @throws {Refusal} collect.codes.ended-meanwhile
 */
export async function refuseEndedMeanwhile(
  node: CaudalNode,
  transaction: Queryable,
  since: number,
  batch: number,
): Promise<void> {
  const own = await selectOwnCodes(transaction)
  const ends = own.flatMap(({ id, list, code, validTo }) =>
    id > since && validTo !== undefined ? [{ list, code, on: validTo }] : [],
  )
  if (ends.length === 0) return
  const batches = await listBatches(node, {}, transaction)
  const files = factFilesOf(
    node,
    batches.filter(({ id }) => id === batch),
  )
  const bearers = await countBearers(node, files, ends)
  const borne = ends.find((end) => bearers.has(keyOfCode(end)))
  if (borne === undefined) return
  throw codeRefusals.refuse('ended-meanwhile', {
    code: borne.code,
    day: borne.on,
    ...bearers.get(keyOfCode(borne))!,
  })
}
