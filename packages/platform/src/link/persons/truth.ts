import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { quoteText } from '@caudal/methods/collect'
import { listBatches, type CaudalNode, type LakeEngine } from '../../store/index.ts'
import { linkedTypes } from './linked-fields.ts'
import { filesOf, relationOf } from './read-identities.ts'

/** Where the drawn region of a node keeps what is true of it; undefined where none was drawn. */
export function truthFolder(node: CaudalNode): string | undefined {
  const folder = join(node.folder.synthetic, 'region', 'truth')
  return existsSync(join(folder, 'records.parquet')) ? folder : undefined
}

/**
 * Makes `link_truth` (record_id, truth): the person that each record of the drawn files is truly of.
 * The truth names lines; records have the numbers of the lines that could be read, in their order.
 *
 * @param folder the truth of the region
 */
export async function readTruth(
  node: CaudalNode,
  session: LakeEngine,
  folder: string,
): Promise<void> {
  await session.run('create or replace temp table link_truth (record_id bigint, truth bigint)')
  const tables = ['records', 'registrations']
    .map((name) => join(folder, `${name}.parquet`))
    .filter((path) => existsSync(path))
    .map((path) => `select file, line, person_id from read_parquet(${quoteText(path)})`)
  for (const recordType of linkedTypes) {
    for (const batch of await listBatches(node, { recordType })) {
      const faults = filesOf(node, batch, 'findings').filter((path) => path.endsWith('1.parquet'))
      const unread =
        faults.length === 0 ? '' : `where line not in (select line from ${relationOf(faults)})`
      await session.run(
        `insert into link_truth
         select ${BigInt(batch.id) << 36n} + row_number() over (order by line), person_id
         from (${tables.join(' union all ')}) ${unread === '' ? 'where' : `${unread} and`} file = $1`,
        [batch.fileName],
      )
    }
  }
}
