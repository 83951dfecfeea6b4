import {
  declareWaiting,
  type ExpiredWaiting,
  type WaitingChange,
  type WaitingStock,
} from '../../govern/waiting/waiting-keeper.ts'
import { daysAfter } from '../../govern/retention/expired.ts'
import { readQuery, type CaudalNode } from '../../store/index.ts'
import { removeParts } from './sealed-parts.ts'

/** Days after which a file that nobody has touched is removed. */
const daysOfFiles = 30

// Files that were sent in and are no batch yet, within retention and the inventory. Nobody is looked for in
// them: what their columns mean is not known before they are imported, which they are, or are removed.
declareWaiting({ takeStock, findExpired, eraseExpired })

interface FileStock {
  readonly owner: string
  readonly count: number
  readonly oldest: string
}

async function takeStock(node: CaudalNode): Promise<WaitingStock[]> {
  const rows = await node.register.query<FileStock>(
    readQuery('./queries/stock.sql', import.meta.url),
  )
  return rows.map(({ owner, count, oldest }) => ({
    what: 'files',
    title: titleOf(owner),
    dataset: '',
    owner,
    country: '',
    count,
    held: 0,
    oldest,
    keptUntil: daysAfter(oldest, daysOfFiles),
  }))
}

async function findExpired(node: CaudalNode, today: string): Promise<ExpiredWaiting[]> {
  const rows = await node.register.query<{ owner: string; ids: string[]; since: string }>(
    readQuery('./queries/expired.sql', import.meta.url),
    [daysOfFiles, today],
  )
  return rows.map(({ owner, ids, since }) => ({
    what: 'files',
    dataset: '',
    title: titleOf(owner),
    owner,
    count: ids.length,
    since,
    ids,
  }))
}

/** The key goes with the row, within the transaction; the parts that it sealed, once that counts. */
async function eraseExpired(
  node: CaudalNode,
  { ids }: ExpiredWaiting,
  within: WaitingChange,
): Promise<void> {
  const closed = await node.register.transaction(async (transaction) => {
    const rows = await transaction.query<{ id: number }>(
      `update submissions set state = 'expired', wrapped_key = null, changed_at = now()
       where id = any($1::integer[]) and state in ('receiving', 'draft') returning id`,
      [ids],
    )
    await within(transaction)
    return rows
  })
  for (const { id } of closed) await removeParts(node, id)
}

function titleOf(owner: string): Readonly<Record<string, string>> {
  return { es: owner, en: owner, fr: owner }
}
