import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { quoteName, quoteText, type RecordType } from '@caudal/methods/collect'
import {
  addLinkedRecords,
  isLinked,
  readParquet,
  type LinkedRecords,
} from '@caudal/methods/measure'
import { snapshot, type Batch, type CaudalNode, type LakeEngine } from '../store/index.ts'

/** How the persons of records are told apart. */
export interface PersonsOfRecords {
  /** The records, with what names their persons. */
  readonly relation: string
  /** SQL over a record of the relation that names its person. */
  readonly person: string
  /**
   * SQL over the name of a person: 1 where linkage found that person, 0 where a record is of nobody, null
   * where records are not linked and different persons may go for one, never one for two.
   */
  readonly knownOf: (person: string) => string
  /** How far linkage has found them, by country; none where it does not go over such records. */
  readonly countries: readonly LinkedRecords[]
}

/** A file of linkage: which record is of which person of a country. */
export interface LinkFile {
  /** Of the batch that holds it: the number of a person is good within it. */
  readonly dataset: string
  readonly path: string
}

/** What does not change about a person; those who have all of it in common count as one. */
const lasting = ['sex', 'birth_year', 'citizenship', 'birth_country'] as const

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
 * What cubes of linked persons depend on besides their records: the runs of linkage that count. The same
 * text, the same persons.
 */
export function linkageId(batches: readonly Batch[]): string {
  const runs = batches
    .map(({ id, files }) => [
      id,
      ...files.flatMap(({ kind, sha256 }) => (kind === 'persons' ? [sha256] : [])),
    ])
    .filter(({ length }) => length > 1)
    .map((run) => run.join(' '))
  return runs.length === 0 ? '' : createHash('sha256').update(runs.sort().join()).digest('hex')
}

/**
 * The persons of records: those that they name themselves, or those that linkage found, in the countries
 * of whose records it has found enough. Else records are told apart by sex, year of birth, citizenship and
 * country of birth. Different persons may share all of it, so that cells are taken to hold fewer persons
 * than they do, never more.
 *
 * @param relation the records
 * @param before how far the records of a build that stands are linked, where these are added to them
 */
export async function personsOfRecords(
  lake: LakeEngine,
  { fields }: RecordType,
  relation: string,
  links: readonly LinkFile[],
  before: readonly LinkedRecords[] = [],
): Promise<PersonsOfRecords> {
  const has = (field: string) => fields.some(({ id }) => id === field)
  if (has('person')) {
    const person = quoteName('person')
    return {
      relation,
      person: `coalesce('#' || ${person}::varchar, '?')`,
      knownOf: (name) => `(${name} <> '?')::utinyint`,
      countries: [],
    }
  }
  const known = lasting.filter(has)
  const parts = known.map((field) => `coalesce(${quoteName(field)}::varchar, '?')`)
  const alike = parts.length === 0 ? "'?'" : `concat_ws('|', ${parts.join(', ')})`
  const nobodyLinked = { relation, person: alike, knownOf: () => 'null::utinyint' }
  if (!has('country')) return { ...nobodyLinked, countries: [] }
  const joined = links.length === 0 ? unlinked(relation) : joinedTo(relation, links)
  const own = await lake.rows<LinkedRecords>(
    `select country::varchar as country, count(*)::double as records, count(_linked)::double as linked,
       count(*) filter (where not _read)::double as waiting
     from ${joined} where country is not null group by 1 order by 1`,
  )
  const countries = addLinkedRecords(before, own)
  const counted = countries.filter(isLinked).map(({ country }) => quoteText(country))
  if (counted.length === 0) return { ...nobodyLinked, countries }
  const isCounted = `(country in (${counted.join(', ')})) is true`
  const isFound = (name: string) =>
    [...new Set(links.map(({ dataset }) => dataset))]
      .map((dataset) => `starts_with(${name}, ${quoteText(`${dataset}:`)})`)
      .join(' or ')
  return {
    relation: joined,
    // A record that names nobody is nobody else's.
    person: `case when ${isCounted} then coalesce(_linked, 'r' || record_id::varchar) else ${alike} end`,
    knownOf: (name) =>
      `(case when ${isFound(name)} then 1 when regexp_full_match(${name}, 'r\\d+') then 0 end)::utinyint`,
    countries,
  }
}

/** Whether records that came have changed of which countries persons are counted. */
export function changesCounted(
  before: readonly LinkedRecords[],
  present: readonly LinkedRecords[],
): boolean {
  const was = new Map(before.map((each) => [each.country, isLinked(each)]))
  return present.some((each) => was.has(each.country) && was.get(each.country) !== isLinked(each))
}

const unlinked = (relation: string) =>
  `(select *, null::varchar as _linked, false as _read from ${relation})`

/** Records with the person that linkage found (`_linked`), and whether it has gone over them (`_read`). */
function joinedTo(relation: string, links: readonly LinkFile[]): string {
  const found = links
    .map(
      ({ dataset, path }) =>
        `select record_id, ${quoteText(`${dataset}:`)} || person::varchar as _linked
         from ${readParquet([path])}`,
    )
    .join(' union all ')
  return `(select fact.*, link._linked, link.record_id is not null as _read
    from ${relation} as fact left join (${found}) as link on link.record_id = fact.record_id)`
}

/** Records that one person is taken to have in a cell at most, where records are not linked. */
export const mostRecordsOfOne = 200

/** The largest share of a cell that noise reckons with, where records are not linked. */
export const largestShareOfOne = 10
