import {
  listDerivedRecordTypes,
  listRecordTypes,
  quoteName,
  quoteText,
  type RecordType,
} from '@caudal/methods/collect'
import { snapshot, type CaudalNode } from '../../store/index.ts'

/** Records that bear a code after a day, and the last of their days. */
export interface Bearers {
  readonly count: number
  /** ISO date. */
  readonly last: string
}

/**
 * Records of the node that bear a code after a day, or that bear it and have no day; undefined where
 * there is none.
 */
export async function countBearers(
  node: CaudalNode,
  { list, code, on }: { readonly list: string; readonly code: string; readonly on: string },
): Promise<Bearers | undefined> {
  const derived = new Set(listDerivedRecordTypes().map(({ id }) => id))
  let count = 0
  let last = ''
  for (const recordType of listRecordTypes().filter(({ id }) => !derived.has(id))) {
    const { files } = await snapshot(node, recordType.id)
    const condition = bearing(recordType, list, code)
    if (condition === undefined || files.facts.length === 0) continue
    const day = recordType.dateField === undefined ? 'NULL' : quoteName(recordType.dateField)
    const paths = files.facts.map(quoteText).join(', ')
    const [found] = await node.lake.rows<{ count: number; last: string | null }>(
      `SELECT count(*) AS count, CAST(max(${day}) AS VARCHAR) AS last
       FROM read_parquet([${paths}], union_by_name = true)
       WHERE (${condition}) AND coalesce(CAST(${day} AS VARCHAR) > ${quoteText(on)}, true)`,
    )
    count += Number(found?.count ?? 0)
    if ((found?.last ?? '') > last) last = found!.last!
  }
  return count === 0 ? undefined : { count, last: last === '' ? '–' : last }
}

/** SQL that is true where a coded field of a record bears the code; undefined where none draws on the list. */
function bearing({ fields }: RecordType, list: string, code: string): string | undefined {
  const coded = fields.filter(
    ({ codeList, sensitivity }) => codeList === list && sensitivity !== 'identity',
  )
  return coded.length === 0
    ? undefined
    : coded.map(({ id }) => `CAST(${quoteName(id)} AS VARCHAR) = ${quoteText(code)}`).join(' OR ')
}
