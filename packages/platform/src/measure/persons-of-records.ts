import { join } from 'node:path'
import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import { readParquet } from '@caudal/methods/measure'
import { snapshot, type Batch, type CaudalNode, type LakeEngine } from '../store/index.ts'

/** How the persons of records are told apart. */
export interface PersonsOfRecords {
  /** The records, with what names their persons. */
  readonly relation: string
  /** SQL over a record of the relation that names its person. */
  readonly sql: string
  /** Whether records are linked; else different persons may go for one, never one for two. */
  readonly linked: boolean
}

/** A file of linkage: which record is of which person of a country. */
export interface LinkFile {
  /** Of the batch that holds it: the number of a person is good within it. */
  readonly dataset: string
  readonly path: string
}

/** What does not change about a person; those who have all of it in common count as one. */
const lasting = ['sex', 'birth_year', 'citizenship', 'birth_country'] as const

/** Share of records that linkage must have found a person for, to be counted by. */
const leastLinked = 0.9

/** What linkage found, by the newest run of each country. */
export async function newestLinks(node: CaudalNode): Promise<readonly Batch[]> {
  return (await snapshot(node, 'journey')).batches
}

/** The files of linkage of batches. */
export function linkFiles(node: CaudalNode, batches: readonly Batch[]): LinkFile[] {
  return batches.flatMap(({ dataset, files }) =>
    files
      .filter(({ kind }) => kind === 'persons')
      .map(({ path }) => ({ dataset, path: join(node.folder.root, path) })),
  )
}

/**
 * The persons of records: those that they name themselves, or those that linkage found, where it has
 * gone over them. Else records are told apart by sex, year of birth, citizenship and country of birth.
 * Different persons may share all of it, so that cells are taken to hold fewer persons than they do,
 * never more.
 *
 * @param relation the records
 * @param as how it was done before, where records are added to what stands
 */
export async function personsOfRecords(
  lake: LakeEngine,
  { fields }: RecordType,
  relation: string,
  links: readonly LinkFile[],
  as?: { readonly linked: boolean },
): Promise<PersonsOfRecords> {
  if (fields.some(({ id }) => id === 'person')) {
    return {
      relation,
      sql: `coalesce('#' || ${quoteName('person')}::varchar, '?')`,
      linked: true,
    }
  }
  if (links.length > 0 && as?.linked !== false) {
    const found = links
      .map(
        ({ dataset, path }) =>
          `select record_id, ${quoteText(`${dataset}:`)} || person::varchar as _linked
           from ${readParquet([path])} where person is not null`,
      )
      .join(' union all ')
    const joined = `(select fact.*, link._linked from ${relation} as fact
      left join (${found}) as link on link.record_id = fact.record_id)`
    const [share] = await lake.rows<{ linked: number | null }>(
      `select avg((_linked is not null)::integer) as linked from ${joined}`,
    )
    if (as?.linked === true || (share?.linked ?? 0) >= leastLinked) {
      // A record that names nobody is nobody else's.
      return { relation: joined, sql: `coalesce(_linked, 'r' || record_id::varchar)`, linked: true }
    }
  }
  const known = lasting.filter((field) => fields.some(({ id }) => id === field))
  const parts = known.map((field) => `coalesce(${quoteName(field)}::varchar, '?')`)
  const sql = parts.length === 0 ? "'?'" : `concat_ws('|', ${parts.join(', ')})`
  return { relation, sql, linked: false }
}

/** Records that one person is taken to have in a cell at most, where records are not linked. */
export const mostRecordsOfOne = 200

/** The largest share of a cell that noise reckons with, where records are not linked. */
export const largestShareOfOne = 10
