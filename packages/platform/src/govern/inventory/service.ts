import { type Actor, decideCounts } from '@caudal/methods/govern'
import { type CaudalNode, readQuery } from '../../store/index.ts'
import { authorise } from '../authorise.ts'
import { isOfPersons } from '../records-of-persons.ts'
import { listDocuments } from '../registers/documents.ts'
import { readDaysOfNames } from '../retention/expired-waiting.ts'
import { waitingKeepers, type WaitingStock } from '../waiting/waiting-keeper.ts'

/** What the node holds of one dataset, and who answers for it. */
export interface InventoryRow {
  readonly dataset: string
  readonly title: Readonly<Record<string, string>>
  readonly recordType: string
  readonly synthetic: boolean
  /** The institution that owns the records, by identifier and name; empty where nobody has said. */
  readonly owner: string
  readonly ownerName: string
  readonly country: string
  readonly activity: string
  readonly batches: number
  /** Batches that count no more but are kept. */
  readonly earlierBatches: number
  /** Null, as the three below, where they are figures of another country. */
  readonly records: number | null
  /** Records whose names are still kept. */
  readonly withNames: number | null
  /** Records set aside because persons restrict their use, and records erased. */
  readonly withheld: number | null
  readonly erased: number | null
  /** Bytes in the lake. */
  readonly bytes: number
  /** First and last day of receipt, ISO dates; null where nothing is there. */
  readonly receivedFrom: string | null
  readonly receivedUntil: string | null
  /** Cubes that count it, releases that were made from it. */
  readonly cubes: readonly string[]
  readonly releases: readonly string[]
  /** Institutions that an agreement in force gives fields of it. */
  readonly sharedWith: readonly string[]
}

/** What exists where: a row for each dataset, those without an owner first. */
export async function takeInventory(
  node: CaudalNode,
  actor: Actor,
  today = new Date().toISOString().slice(0, 10),
): Promise<InventoryRow[]> {
  await authorise(node, actor, 'govern.read-registers')
  const rows = await node.register.query<
    Omit<InventoryRow, 'owner' | 'ownerName' | 'country' | 'activity' | 'sharedWith'> & {
      readonly statedCountry: string
    }
  >(readQuery('./queries/inventory.sql', import.meta.url))
  const [datasets, institutions, agreements] = await Promise.all([
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'institution'),
    listDocuments(node.register, 'agreement'),
  ])
  const owned = new Map(datasets.map(({ id, content }) => [id, content]))
  const names = new Map(institutions.map(({ id, content }) => [id, content.name]))
  return rows
    .map(({ statedCountry, ...row }): InventoryRow => {
      const own = owned.get(row.dataset)
      const owner = own?.owner ?? ''
      const sharedWith = agreements
        .filter(
          ({ content }) =>
            owner !== '' &&
            content.provider.institution === owner &&
            Object.hasOwn(content.fields, row.recordType) &&
            content.signedByProvider !== undefined &&
            content.signedByRecipient !== undefined &&
            content.from <= today &&
            today <= content.until &&
            (content.endedOn === undefined || today < content.endedOn),
        )
        .map(({ content }) => content.recipient.institution)
      const country = own?.country ?? statedCountry
      const isTold =
        row.synthetic ||
        !isOfPersons(row.recordType) ||
        decideCounts(actor, country).outcome === 'allow'
      return {
        ...row,
        ...(isTold ? {} : { records: null, withNames: null, withheld: null, erased: null }),
        owner,
        ownerName: names.get(owner) ?? owner,
        country,
        activity: own?.activity ?? '',
        sharedWith: [...new Set(sharedWith)].sort(),
      }
    })
    .sort((one, other) => Number(one.owner !== '') - Number(other.owner !== ''))
}

/** Something that waits to become a batch, with the activity that it is processed under. */
export interface WaitingRow extends WaitingStock {
  /** The institution by its name. */
  readonly ownerName: string
  /** Id of the activity in the register; '' where nobody has said. */
  readonly activity: string
}

/** What is held of persons outside of batches: records that wait in forms, drafts, files sent in. */
export async function listWaiting(node: CaudalNode, actor: Actor): Promise<WaitingRow[]> {
  await authorise(node, actor, 'govern.read-registers')
  const daysOf = await readDaysOfNames(node)
  const [stock, datasets, institutions] = await Promise.all([
    Promise.all(waitingKeepers().map((keeper) => keeper.takeStock(node, daysOf))),
    listDocuments(node.register, 'dataset'),
    listDocuments(node.register, 'institution'),
  ])
  const activities = new Map(datasets.map(({ id, content }) => [id, content.activity]))
  const names = new Map(institutions.map(({ id, content }) => [id, content.name]))
  return stock.flat().map((row) => ({
    ...row,
    ownerName: names.get(row.owner) ?? row.owner,
    activity: activities.get(row.dataset) ?? '',
  }))
}
