import { type BatchWriting, listOf, writeBatchAnew } from './batch-writing.ts'
import type { CaudalNode } from './node.ts'
import type { Queryable } from './register.ts'

/** Where the records of a kind of file lie while they are set aside. */
const asideOf = { facts: 'withheld-facts', identities: 'withheld-identities' } as const
type Split = keyof typeof asideOf

/**
 * Sets records of a batch aside, or puts them back: they leave the files that anything is counted,
 * linked or released from, and lie in files of their own, which the rights of the person alone read. So
 * no reader has to remember to leave them out. Identities stay encrypted under the key of the batch.
 *
 * @param recordIds numbers of records in the lake, as digits
 * @param within what else is to be part of the transaction: the register of restrictions, the log
 * @returns records that were moved
 * @throws {Refusal} store.batch-changed where somebody else has changed the batch meanwhile
 */
export async function moveRecords(
  node: CaudalNode,
  batchId: number,
  recordIds: readonly string[],
  to: 'aside' | 'back',
  within: (transaction: Queryable) => Promise<void> = async () => {},
): Promise<number> {
  const { moved } = await writeBatchAnew(
    node,
    batchId,
    async (writing) => {
      const facts = await move(writing, 'facts', recordIds, to)
      await move(writing, 'identities', recordIds, to)
      return { moved: facts, setAside: to === 'aside' ? facts : -facts }
    },
    within,
  )
  return moved
}

/** @returns records that were moved */
async function move(
  writing: BatchWriting,
  kind: Split,
  recordIds: readonly string[],
  to: 'aside' | 'back',
): Promise<number> {
  const aside = asideOf[kind]
  const [from, into] = to === 'aside' ? ([kind, aside] as const) : ([aside, kind] as const)
  const [source, target] = [await writing.relation(from), await writing.relation(into)]
  if (source === undefined) {
    if (target !== undefined) await writing.write(into, `select * from ${target}`)
    return 0
  }
  const list = listOf(recordIds)
  const [row] = await writing.node.lake.rows<{ rows: number }>(
    `select count(*) as rows from ${source} where record_id in (${list})`,
  )
  await writing.write(from, `select * from ${source} where record_id not in (${list})`)
  const joined = target === undefined ? '' : `union all by name select * from ${target}`
  await writing.write(
    into,
    `select * from (select * from ${source} where record_id in (${list}) ${joined}) order by record_id`,
  )
  return row!.rows
}
