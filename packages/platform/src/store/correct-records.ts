import { type BatchWriting, listOf, writeBatchAnew } from './batch-writing.ts'
import type { CaudalNode } from './node.ts'
import type { Queryable } from './register.ts'
import { storeRefusals } from './refusals.ts'

/** Columns that say which record it is, and not what is in it. */
const placeColumns: readonly string[] = ['record_id', 'dataset']

/**
 * Writes other values into fields of records of a batch, set aside or not: its files are written anew,
 * and nothing keeps the values before.
 *
 * @param values by field: what is to stand there, as text that the column can hold; null for nothing
 * @param within what else is to be part of the transaction: registers, the log
 * @returns records that have any of the fields
 * @throws {Refusal} store.field-not-there, store.value-does-not-fit, store.batch-changed
 */
export async function correctRecords(
  node: CaudalNode,
  batchId: number,
  recordIds: readonly string[],
  values: Readonly<Record<string, string | null>>,
  within: (transaction: Queryable) => Promise<void> = async () => {},
): Promise<number> {
  const { corrected } = await writeBatchAnew(
    node,
    batchId,
    async (writing) => {
      const met = new Set<string>()
      const counts = [
        await correctKind(writing, 'facts', recordIds, values, met),
        await correctKind(writing, 'withheld-facts', recordIds, values, met),
        await correctKind(writing, 'identities', recordIds, values, met),
        await correctKind(writing, 'withheld-identities', recordIds, values, met),
      ]
      const missing = Object.keys(values).find((field) => !met.has(field))
      if (missing !== undefined) {
        throw storeRefusals.refuse('field-not-there', { field: missing, batch: batchId })
      }
      return { corrected: Math.max(counts[0]! + counts[1]!, counts[2]! + counts[3]!), setAside: 0 }
    },
    within,
  )
  return corrected
}

async function correctKind(
  writing: BatchWriting,
  kind: 'facts' | 'identities' | 'withheld-facts' | 'withheld-identities',
  recordIds: readonly string[],
  values: Readonly<Record<string, string | null>>,
  met: Set<string>,
): Promise<number> {
  const relation = await writing.relation(kind)
  if (relation === undefined) return 0
  const { lake } = writing.node
  const columns = await lake.rows<{ column_name: string; column_type: string }>(
    `select column_name, column_type from (describe select * from ${relation})`,
  )
  const list = listOf(recordIds)
  const replaced: string[] = []
  for (const { column_name: name, column_type: type } of columns) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || placeColumns.includes(name)) continue
    met.add(name)
    const literal = value === null ? 'null' : `'${value.replaceAll("'", "''")}'`
    const [fits] = await lake.rows<{ fits: boolean }>(
      `select ${literal} is null or try_cast(${literal} as ${type}) is not null as fits`,
    )
    if (!fits!.fits) throw storeRefusals.refuse('value-does-not-fit', { field: name, type })
    replaced.push(
      `case when record_id in (${list}) then cast(${literal} as ${type}) else "${name}" end as "${name}"`,
    )
  }
  const select = replaced.length === 0 ? '*' : `* replace (${replaced.join(', ')})`
  await writing.write(kind, `select ${select} from ${relation}`)
  const [row] = await lake.rows<{ rows: number }>(
    `select count(*) as rows from ${relation} where record_id in (${list})`,
  )
  return replaced.length === 0 ? 0 : row!.rows
}
