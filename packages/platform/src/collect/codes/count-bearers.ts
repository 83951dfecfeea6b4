import { join } from 'node:path'
import {
  listDerivedRecordTypes,
  listRecordTypes,
  quoteName,
  quoteText,
  type RecordType,
} from '@caudal/methods/collect'
import { listBatches, type Batch, type CaudalNode, type Queryable } from '../../store/index.ts'

/** Records that bear a code after a day, and the last of their days. */
export interface Bearers {
  readonly count: number
  /** ISO date. */
  readonly last: string
}

/** The last day of a code. */
export interface LastDay {
  readonly list: string
  readonly code: string
  /** ISO date. */
  readonly on: string
}

/** Facts of the records of a node by record type, those that are set aside among them: paths of files. */
export type FactFiles = ReadonlyMap<string, readonly string[]>

/**
 * The facts of a node, to count bearers in.
 *
 * @param within the transaction that they are listed in, where there is one
 */
export async function listFactFiles(node: CaudalNode, within?: Queryable): Promise<FactFiles> {
  return factFilesOf(node, await listBatches(node, {}, within))
}

/** The facts of some batches, to count bearers in. */
export function factFilesOf(node: CaudalNode, batches: readonly Batch[]): FactFiles {
  const derived = new Set(listDerivedRecordTypes().map(({ id }) => id))
  const files = new Map<string, string[]>()
  for (const { recordType, files: own } of batches) {
    if (derived.has(recordType)) continue
    const paths = own
      // records that a request of a person sets aside come back as they are
      .filter(({ kind }) => kind === 'facts' || kind === 'withheld-facts')
      .map(({ path }) => join(node.folder.root, path))
    files.set(recordType, [...(files.get(recordType) ?? []), ...paths])
  }
  return files
}

/** Those of some files that are not among others. */
export function filesBeside(files: FactFiles, others: FactFiles): FactFiles {
  return new Map(
    [...files].map(([recordType, paths]) => {
      const seen = new Set(others.get(recordType))
      return [recordType, paths.filter((path) => !seen.has(path))] as const
    }),
  )
}

/** Names a code of a list. */
export function keyOfCode({ list, code }: Pick<LastDay, 'list' | 'code'>): string {
  return `${list} ${code}`
}

/**
 * Records that bear codes after their last days, or that bear them and have no day, by `keyOfCode`;
 * codes that no record bears are not in it.
 */
export async function countBearers(
  node: CaudalNode,
  files: FactFiles,
  ends: readonly LastDay[],
): Promise<ReadonlyMap<string, Bearers>> {
  const found = new Map<string, Bearers>()
  for (const list of new Set(ends.map((end) => end.list))) {
    const ended = ends.filter((end) => end.list === list)
    for (const recordType of listRecordTypes()) {
      const paths = files.get(recordType.id) ?? []
      const codes = codesOf(recordType, list)
      if (codes === undefined || paths.length === 0) continue
      const day = recordType.dateField === undefined ? 'NULL' : quoteName(recordType.dateField)
      const rows = await node.lake.rows<{ code: string; count: number; last: string | null }>(
        `SELECT ended.code AS code, count(*) AS count, max(facts.day) AS last
         FROM (SELECT CAST(${day} AS VARCHAR) AS day, unnest(${codes}) AS code
           FROM read_parquet([${paths.map(quoteText).join(', ')}], union_by_name = true)) AS facts
         JOIN (VALUES ${ended
           .map(({ code, on }) => `(${quoteText(code)}, ${quoteText(on)})`)
           .join(', ')}) AS ended (code, until) ON ended.code = facts.code
         WHERE coalesce(facts.day > ended.until, true)
         GROUP BY ended.code`,
      )
      for (const { code, count, last } of rows) {
        const key = keyOfCode({ list, code })
        const before = found.get(key) ?? { count: 0, last: '' }
        found.set(key, {
          count: before.count + Number(count),
          last: (last ?? '') > before.last ? last! : before.last,
        })
      }
    }
  }
  return new Map(
    [...found].map(([key, { count, last }]) => [key, { count, last: last === '' ? '–' : last }]),
  )
}

/** SQL of the codes of a list that a record bears, each once; undefined where no field draws on it. */
function codesOf({ fields }: RecordType, list: string): string | undefined {
  const coded = fields.filter(
    ({ codeList, sensitivity }) => codeList === list && sensitivity !== 'identity',
  )
  return coded.length === 0
    ? undefined
    : `list_distinct([${coded.map(({ id }) => `CAST(${quoteName(id)} AS VARCHAR)`).join(', ')}])`
}
