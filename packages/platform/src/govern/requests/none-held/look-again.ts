import type { Actor } from '@caudal/methods/govern'
import { type Batch, type CaudalNode, listBatches } from '../../../store/index.ts'
import { listDocuments } from '../../registers/documents.ts'
import { waitingKeepers } from '../../waiting/waiting-keeper.ts'
import { namingFields } from '../check-searched.ts'
import { columnsOf, plainSql, withIdentities } from '../find-records.ts'
import { listReach } from '../reach.ts'

/** Of these, those that tell persons apart; a day of birth alone names nobody. */
const telling: readonly string[] = namingFields.filter((field) => field !== 'birth_date')

type Given = readonly (readonly [field: (typeof namingFields)[number], value: string])[]

/** Whether records of a type name persons, until their names are erased. */
export type NamesPersons = (recordType: string) => boolean

/** Where nobody can be looked for by name. */
export interface Unsearched {
  /** Records whose names were erased, or never came, and files (batches) in which they lie. */
  readonly records: number
  readonly batches: number
  /** Files that were sent in and are not imported: what their columns mean is not known yet. */
  readonly files: number
}

/**
 * Looks through all that is within an officer's reach by a document alone, and by the names and the day of birth
 * together; signs and blanks do not count, and what a record leaves open agrees with everything, as long as two of the
 * fields agree.
 *
 * @returns how many records agree, and where nobody could be looked for
 */
export async function lookAgain(
  node: CaudalNode,
  actor: Actor,
  given: Given,
  namesPersons: NamesPersons,
): Promise<{ readonly found: number; readonly unsearched: Unsearched }> {
  const reach = await listReach(node, actor)
  const statuses = ['accepted', 'superseded', 'withdrawn'] as const
  const batches = (await listBatches(node, { statuses })).filter(({ id }) => reach.reaches(id))
  const counts = { found: 0, records: 0, batches: 0 }
  for (const batch of batches) {
    const { found, unnamed } = await lookThrough(node, batch, given, namesPersons)
    counts.found += found
    counts.records += unnamed
    if (unnamed > 0) counts.batches += 1
  }
  const { found, ...unnamed } = counts
  return { found, unsearched: { ...unnamed, files: await countFiles(node, actor) } }
}

async function lookThrough(
  node: CaudalNode,
  batch: Batch,
  given: Given,
  namesPersons: NamesPersons,
): Promise<{ found: number; unnamed: number }> {
  if (batch.wrappedKey === null) {
    const isBare = batch.files.length > 0 && namesPersons(batch.recordType)
    return { found: 0, unnamed: isBare ? batch.rowsAccepted + batch.rowsWithheld : 0 }
  }
  const counted = { found: 0, unnamed: 0 }
  await withIdentities(node, batch, async (relation) => {
    const columns = await columnsOf(node, relation)
    const named = telling.filter((field) => columns.includes(field))
    if (named.length === 0) return
    const place = new Map(given.map(([field], at) => [field as string, at + 1]))
    const isEqual = (field: string) => `${plainText(field)} = ${plainSql(`$${place.get(field)}`)}`
    /** That all of some fields agree or are left open, and two of them agree. */
    const agrees = (fields: readonly string[]): string => {
      const known = fields.filter((field) => columns.includes(field))
      if (!known.some((field) => telling.includes(field))) return 'false'
      const open = known.map((field) => `(${isEqual(field)} or ${plainText(field)} = '')`)
      const equal = known.map((field) => `(${isEqual(field)})::integer`).join(' + ')
      return `(${open.join(' and ')} and ${equal} >= ${Math.min(2, known.length)})`
    }
    const asked = given.map(([field]) => field as string)
    const isDocument = (field: string) => field === 'document_number'
    const parts = [asked.filter(isDocument), asked.filter((field) => !isDocument(field))]
    const bare = named.map((field) => `${plainText(field)} = ''`).join(' and ')
    const [row] = await node.lake.rows<{ found: bigint; unnamed: bigint }>(
      `select count(*) filter (where ${parts.map(agrees).join(' or ')}) as found,
         count(*) filter (where ${bare}) as unnamed
       from ${relation}, (select ${asked.map((_, at) => `$${at + 1}::varchar`).join(', ')}) as asked`,
      given.map(([, value]) => value),
    )
    counted.found += Number(row!.found)
    counted.unnamed += Number(row!.unnamed)
  })
  return counted
}

const plainText = (field: string) => `coalesce(${plainSql(`"${field}"`)}, '')`

/** Files that were sent in by institutions of the actor's country and are no batch yet. */
async function countFiles(node: CaudalNode, actor: Actor): Promise<number> {
  const stock = await Promise.all(
    waitingKeepers().map((keeper) => keeper.takeStock(node, () => undefined)),
  )
  const institutions = await listDocuments(node.register, 'institution')
  const countryOf = new Map(institutions.map(({ id, content }) => [id, content.country]))
  return stock
    .flat()
    .filter(({ what }) => what === 'files')
    .filter(({ owner }) => actor.kind === 'terminal' || countryOf.get(owner) === actor.country)
    .reduce((sum, { count }) => sum + count, 0)
}
