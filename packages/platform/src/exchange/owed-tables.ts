import { cubes } from '@caudal/methods/measure'
import { providerId, type OwedTable } from '@caudal/methods/exchange'
import { listDocuments } from '../govern/registers/documents.ts'
import { withSight, type CaudalNode } from '../store/index.ts'

/** Milliseconds for which what the register said is believed. */
const believedFor = 2_000

/** The tables that institutions owe by the submission calendar, as the register says them now and then. */
export class OwedTables {
  readonly #node: CaudalNode
  readonly #now: () => number
  #believed: { readonly at: number; readonly tables: Promise<readonly OwedTable[]> } | undefined

  constructor(node: CaudalNode, now: () => number) {
    this.#node = node
    this.#now = now
  }

  list(): Promise<readonly OwedTable[]> {
    const at = this.#now()
    if (this.#believed && Math.abs(at - this.#believed.at) < believedFor) {
      return this.#believed.tables
    }
    const today = new Date(at).toISOString().slice(0, 10)
    // Who owes what is public, whoever asks for it.
    const tables = withSight({ of: 'node' }, () => listOwedTables(this.#node, today))
    this.#believed = { at, tables }
    tables.catch(() => (this.#believed = undefined))
    return tables
  }
}

/** Duties in force on a day, one for each table that is made of the dataset. */
async function listOwedTables(node: CaudalNode, today: string): Promise<OwedTable[]> {
  const [duties, institutions] = await Promise.all([
    node.register.query<{
      readonly institution: string
      readonly dataset: string
      readonly every: OwedTable['every']
      readonly graceDays: number
    }>(
      `select institution, dataset, every, grace_days as "graceDays" from submission_duties
       where owed_from <= $1 and (owed_until is null or owed_until >= $1)
       order by institution, dataset, id`,
      [today],
    ),
    listDocuments(node.register, 'institution'),
  ])
  const names = new Map(institutions.map(({ id, content }) => [id, content.name]))
  return duties.flatMap(({ institution, dataset, every, graceDays }) => {
    const name = names.get(institution) ?? institution
    return cubes
      .filter(({ datasets }) => datasets?.includes(dataset) === true)
      .map(({ id }): OwedTable => ({
        cube: id,
        provider: { id: providerId(name), name: { es: name, en: name, fr: name } },
        every,
        graceDays,
      }))
  })
}
