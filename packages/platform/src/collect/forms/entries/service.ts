import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { FormAnswers, FormSurroundings } from '@caudal/methods/collect/xlsform'
import type { Actor } from '@caudal/methods/govern'
import { auditLogOf } from '../../../govern/audit/audit-log.ts'
import { actOf, noteAllowed } from '../../../govern/authorise.ts'
import {
  nodeCodeLists,
  enqueueJob,
  findJob,
  hasEnded,
  type CaudalNode,
  type Job,
  type Queryable,
} from '../../../store/index.ts'
import type { ImportProgress, ImportReport } from '../../import-report.ts'
import { importFile } from '../../service.ts'
import { ownInstitution } from '../form-owner.ts'
import { checkUsable, getKeptForm, type KeptForm } from '../kept-form.ts'
import { formRefusals } from '../refusals.ts'
import { checkAnswers, warningId, type CheckedAnswers } from './check-answers.ts'
import {
  openAnswers,
  sealAnswers,
  selectEntries,
  type FormEntry,
  type SealedAnswers,
  type SealedEntry,
} from './entry.ts'
import { checkUndertaking, onlyOf, ownEntry } from './entry-access.ts'
import { withEntriesFile } from './entries-file.ts'
import './waiting-entries.ts'

/** Records of one version of a form that may wait at a time. */
const mostWaiting = 20_000
/** Entries that a list shows. */
const mostListed = 200

/** What somebody enters. */
export interface GivenEntry {
  /** Drawn by the page, so that the same record sent twice is one. */
  readonly id: string
  readonly answers: FormAnswers
  /** The revision that these answers go on from; null where the page knows of none. */
  readonly revision: number | null
  /** Keep it as it stands, to go on with it later. */
  readonly draft: boolean
  /** The mapping by which the page showed the form. */
  readonly mapping: number | null
  /** Warnings that the person has read and lets stand: ids of rules. */
  readonly confirmed: readonly string[]
}

/** What became of it. */
export interface EnteredRecord {
  readonly saved: boolean
  /** Of the entry as it is kept now. */
  readonly revision?: number
  readonly checked?: CheckedAnswers
}

/**
 * Keeps a form that was filled in. Its answers are checked here, by the form and by the edit rules of
 * the record type: what the form or a rejecting rule is against is not saved, and neither is what a
 * warning asks about that nobody has confirmed. A draft is kept unchecked.
 *
 * @throws {Refusal} collect.forms.not-mapped, .withdrawn, .mapping-changed, .entry-closed, and
 *   .entry-changed where somebody else has changed the entry since it was read
 */
export async function enterRecord(
  node: CaudalNode,
  actor: Actor,
  form: number,
  given: GivenEntry,
  surroundings: FormSurroundings,
): Promise<EnteredRecord> {
  const institution = await ownInstitution(node, actor, 'collect.enter')
  const kept = await getKeptForm(node, form, institution)
  const usable = checkUsable(kept)
  if (given.draft) {
    const content = { answers: given.answers, day: surroundings.today }
    const revision = await saveEntry(node, actor, kept, given, {
      state: 'draft',
      content,
      mapping: null,
      records: 1,
    })
    return { saved: true, revision }
  }
  if (given.mapping !== usable.mappingId) throw formRefusals.refuse('mapping-changed')
  const checked = checkAnswers(usable, given.answers, surroundings, await nodeCodeLists(node))
  const { faults, failed, unread } = checked
  const isOpen = [
    ...failed.map((each) => ({ id: warningId(each, each.rule.id), level: each.rule.level })),
    ...unread.map((each) => ({
      id: warningId(each, `${each.rule}:${each.field}`),
      level: each.level,
    })),
  ].some(({ id, level }) => level === 'reject' || !given.confirmed.includes(id))
  if (faults.length > 0 || isOpen) return { saved: false, checked }
  const content = { answers: checked.answers, day: surroundings.today }
  const { records } = checked
  const mapping = usable.mappingId
  const entered = { state: 'waiting', content, mapping, records } as const
  const revision = await saveEntry(node, actor, kept, given, entered)
  return { saved: true, revision, checked }
}

/** The newest entries of a form, how many there are, and the work of handing in that was last asked for. */
export interface ListedEntries {
  readonly entries: readonly FormEntry[]
  readonly waiting: number
  readonly drafts: number
  /** Records of those waiting that a request of a person holds back: they are not handed in. */
  readonly held: number
  readonly job: Job | undefined
}

/**
 * Drafts and records of a form that are in no batch yet, and what was handed in last; without answers.
 * Whoever enters records and does no more sees those that he or she has entered.
 */
export async function listEntries(
  node: CaudalNode,
  actor: Actor,
  form: number,
): Promise<ListedEntries> {
  const institution = await ownInstitution(node, actor, 'collect.enter')
  const enteredBy = onlyOf(actor)
  const kept = await getKeptForm(node, form, institution, enteredBy)
  const states = ['draft', 'waiting'] as const
  const all = await selectEntries(node, { form, states, most: mostListed, enteredBy })
  const [last] = await node.register.query<{ job: number | null }>(
    `select max(job) as job from form_entries
     where form = $1 and ($2::text is null or entered_by = $2)`,
    [form, enteredBy ?? null],
  )
  const newest = last?.job ?? undefined
  const job = newest === undefined ? undefined : await findJob(node, newest)
  const { waiting, drafts, held } = kept
  return { entries: all.map(withoutAnswers), waiting, drafts, held, job }
}

/**
 * Opens a draft or a record that waits, to go on with it. It stands in the log as a read; to read what
 * somebody else has entered takes an undertaking, as any record does.
 */
export async function openEntry(
  node: CaudalNode,
  actor: Actor,
  form: number,
  id: string,
): Promise<SealedAnswers & Pick<FormEntry, 'state' | 'revision'>> {
  const entry = await ownEntry(node, actor, form, id)
  const content = openAnswers(node, entry)
  if (content === undefined) throw formRefusals.refuse('entry-closed')
  if (entry.enteredById !== actor.id) await checkUndertaking(node, actor, form)
  await noteAllowed(node, actor, 'collect.enter', {
    purpose: 'collection',
    subject: `form:${form}`,
    details: { act: 'read-entry', entry: id },
  })
  return { ...content, state: entry.state, revision: entry.revision }
}

/** Discards a draft, or a record that is in no batch yet: its answers and their key are removed. */
export async function withdrawEntry(
  node: CaudalNode,
  actor: Actor,
  form: number,
  id: string,
): Promise<void> {
  const entry = await ownEntry(node, actor, form, id)
  await checkFree(node, entry)
  await node.register.transaction(async (transaction) => {
    const rows = await transaction.query(
      `update form_entries
       set state = 'withdrawn', sealed = null, wrapped_key = null, changed_at = now()
       where id = $1 and state in ('draft', 'waiting') and hand_in is not distinct from $2
       returning id`,
      [id, entry.handIn],
    )
    if (rows.length === 0) throw formRefusals.refuse('entry-closed')
    await auditLogOf(node).appendWithin(transaction, [
      noted(actor, form, { act: 'withdraw-entry', entry: id }),
    ])
  })
}

/**
 * Asks for the records of a form that wait to be taken in as one batch, by the way that files take.
 *
 * @returns id of the job
 * @throws {Refusal} collect.forms.nothing-waiting
 */
export async function handInEntries(node: CaudalNode, actor: Actor, form: number): Promise<number> {
  await getKeptForm(node, form, await ownInstitution(node, actor, 'collect.import'))
  const handIn = randomUUID()
  const all = await selectEntries(node, { form, states: ['waiting'] })
  // What a person's request is about stays where it is until that is answered.
  const waiting = all.filter(({ isHeld }) => !isHeld)
  const jobs = new Map<number, boolean>()
  for (const { job } of waiting) {
    if (job !== null && !jobs.has(job)) jobs.set(job, await isUnderWay(node, job))
  }
  const free = waiting.filter(({ job }) => job === null || jobs.get(job) !== true)
  // One batch has one profile: records entered by an earlier mapping go first.
  const mapping = free[0]?.mapping ?? null
  const taken = free.filter((entry) => entry.mapping === mapping)
  // Whoever else hands in at this moment takes each record or leaves it, as a whole.
  const rows = await node.register.query(
    `update form_entries set hand_in = $2, job = null
     where id = any($1::uuid[]) and state = 'waiting'
       and (hand_in is null or hand_in = any($3::uuid[]))
       and id::text not in (select held_entries()) returning id`,
    [taken.map(({ id }) => id), handIn, taken.flatMap(({ handIn: before }) => before ?? [])],
  )
  if (rows.length === 0) throw formRefusals.refuse('nothing-waiting')
  const job = await enqueueJob(node, 'collect.take-in-entries', { form, handIn }, { actor })
  await node.register.query('update form_entries set job = $2 where hand_in = $1', [handIn, job])
  return job
}

/** What a job is given to take in. */
export interface HandIn {
  readonly form: number
  readonly handIn: string
}

/** Work of a job: makes a file of the records that wait, and takes it in as any file. */
export async function takeInEntries(
  node: CaudalNode,
  actor: Actor,
  { form: id, handIn }: HandIn,
  onProgress: ImportProgress,
): Promise<Pick<ImportReport, 'status' | 'rowsAccepted' | 'rowsRejected'> & { batch: number }> {
  const institution = await ownInstitution(node, actor, 'collect.import')
  const form = await getKeptForm(node, id, institution)
  const entries = await selectEntries(node, { handIn, states: ['waiting'] })
  if (entries.length === 0) throw formRefusals.refuse('nothing-waiting')
  try {
    const report = await withEntriesFile(node, form, entries, (file, profile) =>
      importFile(node, actor, { file, profile, onProgress }),
    )
    const { batch, status, rowsAccepted, rowsRejected } = report
    await node.register.query(
      `update form_entries
       set state = 'imported', became = $2, sealed = null, wrapped_key = null, changed_at = now()
       where hand_in = $1 and state = 'waiting'`,
      [handIn, batch],
    )
    // The figures made of these records follow by themselves.
    await enqueueJob(node, 'measure.build-cubes', {}, { actor })
    return { batch, status, rowsAccepted, rowsRejected }
  } catch (error) {
    // They wait again, so that they can be corrected or handed in once more.
    await node.register.query(
      `update form_entries set hand_in = null where hand_in = $1 and state = 'waiting'`,
      [handIn],
    )
    throw error
  }
}

async function saveEntry(
  node: CaudalNode,
  actor: Actor,
  { id: form, institution, waiting, drafts }: KeptForm,
  { id, revision }: Pick<GivenEntry, 'id' | 'revision'>,
  {
    state,
    content,
    mapping,
    records,
  }: {
    readonly state: 'draft' | 'waiting'
    readonly content: SealedAnswers
    readonly mapping: number | null
    readonly records: number
  },
): Promise<number> {
  const [known] = await selectEntries(node, { id, enteredBy: onlyOf(actor) })
  if (known?.isHeld === true) throw formRefusals.refuse('entry-held')
  if (known === undefined && waiting + drafts >= mostWaiting) {
    throw formRefusals.refuse('too-many', { count: waiting + drafts })
  }
  if (known !== undefined) await checkFree(node, known)
  // the same once more, since its answer was lost on the way
  if (
    known?.state === state &&
    known.mapping === mapping &&
    isDeepStrictEqual(openAnswers(node, known), content)
  ) {
    return known.revision
  }
  const { sealed, wrapped } = sealAnswers(node, id, content)
  const save = node.register.transaction(async (transaction) => {
    const [row] = await transaction.query<{ revision: number }>(
      `insert into form_entries
         (id, form, institution, mapping, entered_by, state, sealed, wrapped_key, records)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $10)
       on conflict (id) do update set
         mapping = excluded.mapping, state = excluded.state, sealed = excluded.sealed,
         wrapped_key = excluded.wrapped_key, records = excluded.records, changed_at = now(),
         revision = form_entries.revision + 1
       where form_entries.form = excluded.form and form_entries.state in ('draft', 'waiting')
         and form_entries.hand_in is null
         and ($9::text is null or form_entries.entered_by = $9)
         and form_entries.revision = $11
       returning revision`,
      [
        id,
        form,
        institution,
        mapping,
        actor.id,
        state,
        sealed,
        wrapped,
        onlyOf(actor) ?? null,
        records,
        revision,
      ],
    )
    // A record that waits is not made a draft again behind the back of whoever hands it in.
    if (row === undefined) throw formRefusals.refuse(await whyNotKept(transaction, id, actor))
    await auditLogOf(node).appendWithin(transaction, [
      noted(actor, form, { act: state === 'draft' ? 'keep-draft' : 'enter', entry: id }),
    ])
    return row.revision
  })
  return await save.catch((error: unknown) => {
    // the number is that of an entry of somebody else, behind the wall of the register
    const isWalled = (error as { code?: string }).code === '42501'
    throw isWalled ? formRefusals.refuse('entry-closed') : error
  })
}

/** An open entry that was not written is one that somebody else has changed. */
async function whyNotKept(
  transaction: Queryable,
  id: string,
  actor: Actor,
): Promise<'entry-changed' | 'entry-closed'> {
  const open = await transaction.query(
    `select id from form_entries where id = $1 and state in ('draft', 'waiting')
       and hand_in is null and ($2::text is null or entered_by = $2)`,
    [id, onlyOf(actor) ?? null],
  )
  return open.length === 0 ? 'entry-closed' : 'entry-changed'
}

/** @throws {Refusal} collect.forms.entry-closed where a job takes it in at this moment */
async function checkFree(node: CaudalNode, { job, handIn }: SealedEntry): Promise<void> {
  if (handIn === null) return
  if (job === null || (await isUnderWay(node, job))) throw formRefusals.refuse('entry-closed')
  // The job died with its process, and nobody tries it again.
  await node.register.query(
    `update form_entries set hand_in = null where hand_in = $1 and state = 'waiting'`,
    [handIn],
  )
}

async function isUnderWay(node: CaudalNode, job: number): Promise<boolean> {
  const found = await findJob(node, job)
  return found !== undefined && !hasEnded(found)
}

function withoutAnswers({ sealed, wrappedKey, ...shown }: SealedEntry): FormEntry {
  void sealed
  void wrappedKey
  return shown
}

function noted(actor: Actor, form: number, details: Readonly<Record<string, string>>) {
  return actOf(actor, 'collect.enter', { purpose: 'collection', subject: `form:${form}`, details })
}
