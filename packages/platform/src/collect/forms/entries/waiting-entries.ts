import { getRecordType } from '@caudal/methods/collect'
import {
  correctAnswers,
  repeatsOfRecords,
  withoutInstance,
  type FormAnswers,
} from '@caudal/methods/collect/xlsform'
import {
  declareWaiting,
  type DaysOfNames,
  type ExpiredWaiting,
  type WaitingChange,
  type WaitingPlace,
  type WaitingRecord,
  type WaitingStock,
} from '../../../govern/waiting/waiting-keeper.ts'
import {
  nodeCodeLists,
  findJob,
  hasEnded,
  readQuery,
  type CaudalNode,
  type Queryable,
} from '../../../store/index.ts'
import { daysAfter } from '../../../govern/retention/expired.ts'
import { formRefusals } from '../refusals.ts'
import { entryForms, entryRecords, instancesOfRecords } from './entry-records.ts'
import { openAnswers, sealAnswers, selectEntries, type SealedEntry } from './entry.ts'

/** Entries that are opened at a time. */
const atOnce = 200
/** Days after which a form that is half filled in is erased where nobody has gone on with it. */
export const daysOfDrafts = 90

// The records that wait in forms, within the reach of the rights of persons and of retention.
declareWaiting({
  rights: {
    find: findEntries,
    read: readEntries,
    takeBack: takeBackEntries,
    erase: eraseEntries,
    correct: correctEntries,
  },
  takeStock,
  findExpired,
  eraseExpired: async (node, { ids }, within) => {
    await node.register.transaction(async (transaction) => {
      await closeEntries(transaction, ids)
      await within(transaction)
    })
  },
})

async function findEntries(
  node: CaudalNode,
  searched: Readonly<Record<string, string>>,
): Promise<readonly WaitingRecord[]> {
  const wanted = Object.entries(searched).map(([field, text]) => [field, plain(text)] as const)
  if (wanted.length === 0) return []
  const read = await entryRecords(node)
  const found: WaitingRecord[] = []
  for await (const entry of everyEntry(node)) {
    for (const record of await read(entry)) {
      const agrees = wanted.every(([field, text]) => {
        const value = Object.hasOwn(record.record, field) ? record.record[field] : null
        return value !== null && plain(textOf(value)) === text
      })
      if (agrees) found.push(record)
    }
  }
  return found
}

/** A value of a record as a person would write it: text, a number, a day, a truth. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A few at a time: an answer is plain in memory alone, and not longer than it is looked at. */
async function* everyEntry(node: CaudalNode): AsyncGenerator<SealedEntry> {
  const rows = await node.register.query<{ id: string }>(
    "select id from form_entries where state in ('draft', 'waiting') order by id",
  )
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map(({ id }) => id)
    yield* await selectEntries(node, { ids, states: ['draft', 'waiting'] })
  }
}

async function readEntries(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<readonly WaitingRecord[]> {
  const read = await entryRecords(node)
  const records: WaitingRecord[] = []
  for (const entry of await entriesAt(node, places)) {
    const named = places.filter((place) => place.entry === entry.id)
    for (const record of await read(entry)) {
      if (named.some(({ instance }) => instance === record.instance)) records.push(record)
    }
  }
  return records
}

async function takeBackEntries(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<readonly WaitingPlace[]> {
  const rows = await node.register.query<{ id: string }>(
    `update form_entries set hand_in = null, job = null
     where id = any($1::uuid[]) and state in ('draft', 'waiting') returning id`,
    [[...new Set(places.map(({ entry }) => entry))]],
  )
  const waiting = new Set(rows.map(({ id }) => id))
  return places.filter(({ entry }) => waiting.has(entry))
}

/** @throws {Refusal} collect.forms.entry-in-batch, collect.forms.entry-under-way */
async function entriesAt(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<readonly SealedEntry[]> {
  const ids = [...new Set(places.map(({ entry }) => entry))]
  if (ids.length === 0) return []
  const entries = await selectEntries(node, { ids })
  for (const { state, became, handIn, job } of entries) {
    if (state === 'imported') throw formRefusals.refuse('entry-in-batch', { batch: became ?? '?' })
    if (state !== 'waiting' || handIn === null) continue
    const found = job === null ? undefined : await findJob(node, job)
    if (found !== undefined && !hasEnded(found)) throw formRefusals.refuse('entry-under-way')
  }
  return entries.filter(({ state }) => state === 'draft' || state === 'waiting')
}

async function eraseEntries(
  node: CaudalNode,
  places: readonly WaitingPlace[],
): Promise<WaitingChange> {
  const find = entryForms(node)
  const whole: string[] = []
  const changed: ResealedEntry[] = []
  for (const entry of await entriesAt(node, places)) {
    const content = openAnswers(node, entry)
    const { form, mapping } = await find(entry)
    const { definition } = form
    const named = places.filter((place) => place.entry === entry.id)
    const gone = new Set(named.map(({ instance }) => instance))
    const answers = content?.answers ?? {}
    const all = instancesOfRecords(definition, mapping, answers)
    const left = all.filter((instance) => !gone.has(instance))
    const [repeat] = repeatsOfRecords(definition, mapping)
    if (content === undefined || repeat === undefined || left.length === 0) whole.push(entry.id)
    else {
      const kept = all
        .filter((instance) => gone.has(instance))
        .reduce<FormAnswers>(
          (before, instance) => withoutInstance(definition, before, repeat, instance),
          answers,
        )
      changed.push(reseal(node, entry, { ...content, answers: kept }, left.length))
    }
  }
  return async (transaction) => {
    const closed = await closeEntries(transaction, whole)
    // no certificate names one that has joined a batch meanwhile
    if (closed < whole.length) throw formRefusals.refuse('entry-under-way')
    for (const entry of changed) await writeEntry(transaction, entry)
  }
}

async function correctEntries(
  node: CaudalNode,
  places: readonly WaitingPlace[],
  values: Readonly<Record<string, string | null>>,
): Promise<WaitingChange> {
  const find = entryForms(node)
  const read = await entryRecords(node)
  const book = await nodeCodeLists(node)
  const changed: ResealedEntry[] = []
  for (const entry of await entriesAt(node, places)) {
    let content = openAnswers(node, entry)
    if (content === undefined) continue
    const { form, mapping } = await find(entry)
    const recordType = getRecordType(mapping.recordType)
    const of = { definition: form.definition, mapping, recordType }
    const named = places.filter((place) => place.entry === entry.id)
    for (const { instance } of named) {
      const next = correctAnswers(of, content, values, (id) => book.find(id), instance)
      if ('why' in next) {
        const { field } = next
        const told = { title: form.title, field, value: String(values[field] ?? '–').slice(0, 40) }
        const code = next.why === 'not-asked' ? 'field-not-asked' : 'value-not-answerable'
        throw formRefusals.refuse(code, told)
      }
      content = next
    }
    const resealed = reseal(node, entry, content, entry.records)
    const { sealed, wrapped: wrappedKey } = resealed
    for (const record of await read({ ...entry, sealed, wrappedKey })) {
      if (!named.some(({ instance }) => instance === record.instance)) continue
      for (const [field, value] of Object.entries(values)) {
        const told = { title: form.title, field, value: String(value ?? '–').slice(0, 40) }
        const stands = record.record[field] ?? null
        if (value !== null ? textOf(stands) !== value : stands !== null && stands !== '_U') {
          throw formRefusals.refuse('value-not-answerable', told)
        }
      }
    }
    changed.push(resealed)
  }
  return async (transaction) => {
    for (const entry of changed) await writeEntry(transaction, entry)
  }
}

interface ResealedEntry {
  readonly id: string
  /** The key that the answers were read by: whoever changed them meanwhile drew another. */
  readonly before: string | null
  readonly sealed: string
  readonly wrapped: string
  readonly records: number
}

function reseal(
  node: CaudalNode,
  { id, wrappedKey }: SealedEntry,
  content: Parameters<typeof sealAnswers>[2],
  records: number,
): ResealedEntry {
  return { id, before: wrappedKey, records, ...sealAnswers(node, id, content) }
}

async function writeEntry(
  transaction: Queryable,
  { id, before, sealed, wrapped, records }: ResealedEntry,
): Promise<void> {
  const rows = await transaction.query(
    `update form_entries set sealed = $3, wrapped_key = $4, records = $5, revision = revision + 1,
       changed_at = now()
     where id = $1 and wrapped_key = $2 and state in ('draft', 'waiting') returning id`,
    [id, before, sealed, wrapped, records],
  )
  if (rows.length === 0) throw formRefusals.refuse('entry-under-way')
}

/** Destroys answers with their keys; the rows stay, and say that it was done. @returns how many it was done to */
async function closeEntries(transaction: Queryable, ids: readonly string[]): Promise<number> {
  const rows = await transaction.query(
    `update form_entries
     set state = 'erased', sealed = null, wrapped_key = null, hand_in = null, changed_at = now()
     where id = any($1::uuid[]) and state in ('draft', 'waiting') returning id`,
    [ids],
  )
  return rows.length
}

interface EntryStock {
  readonly form: number
  readonly title: string
  readonly dataset: string
  readonly owner: string
  readonly country: string
  readonly state: 'draft' | 'waiting'
  readonly count: number
  readonly held: number
  readonly oldest: string
}

async function takeStock(node: CaudalNode, daysOf: DaysOfNames): Promise<WaitingStock[]> {
  const rows = await node.register.query<EntryStock>(
    readQuery('./queries/stock.sql', import.meta.url),
  )
  return rows.map(({ title, state, form: _form, ...row }) => {
    const days = state === 'draft' ? daysOfDrafts : daysOf(row.dataset)
    return {
      ...row,
      what: state === 'draft' ? ('drafts' as const) : ('entries' as const),
      title: { es: title, en: title, fr: title },
      keptUntil: days === undefined ? null : daysAfter(row.oldest, days),
    }
  })
}

interface ExpiredEntry {
  readonly id: string
  readonly form: number
  readonly title: string
  readonly dataset: string
  readonly owner: string
  readonly state: 'draft' | 'waiting'
  readonly since: string
}

async function findExpired(
  node: CaudalNode,
  today: string,
  daysOf: DaysOfNames,
): Promise<ExpiredWaiting[]> {
  const named = await node.register.query<{ dataset: string }>(
    readQuery('./queries/datasets.sql', import.meta.url),
  )
  const kept = named.flatMap(({ dataset }) => {
    const days = daysOf(dataset)
    return days === undefined ? [] : [{ dataset, days }]
  })
  const rows = await node.register.query<ExpiredEntry>(
    readQuery('./queries/expired.sql', import.meta.url),
    [daysOfDrafts, today, JSON.stringify(kept)],
  )
  const groups = new Map<string, ExpiredEntry[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.form, row.state, row.dataset])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((entries) => {
    const { title, dataset, owner, state, since } = entries[0]!
    return {
      what: state === 'draft' ? 'drafts' : 'entries',
      dataset,
      title: { es: title, en: title, fr: title },
      owner,
      count: entries.length,
      since,
      ids: entries.map(({ id }) => id),
    }
  })
}

/** A value as it is compared: without regard to capitals, accents, and blanks at its ends. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
