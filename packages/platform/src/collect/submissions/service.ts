import { statfs } from 'node:fs/promises'
import type { Actor } from '@caudal/methods/govern'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { actOf, authorise, noteAllowed } from '../../govern/authorise.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import {
  nodeCodeLists,
  cancelJob,
  enqueueJob,
  findJob,
  hasEnded,
  type CaudalNode,
  type Job,
} from '../../store/index.ts'
import type { ImportProgress, ImportReport } from '../import-report.ts'
import { importFile } from '../service.ts'
import { firstLines } from '../suggesting/sample-file.ts'
import { explainSuggestion, type ExplainedSuggestion } from '../suggesting/suggest-profile.ts'
import {
  checkProfile,
  draftOfInstitution,
  faultOf,
  isDrawn,
  ofNewVersion,
} from './draft-profile.ts'
import { close, giveUp } from './end-submission.ts'
import { findKnownProfile } from './known-profile.ts'
import { collectRefusals } from '../refusals.ts'
import { submissionRefusals } from './refusals.ts'
import {
  readNote,
  removeNote,
  removeParts,
  withPlainFile,
  writeNote,
  writePart,
} from './sealed-parts.ts'
import { getSubmission, selectSubmissions, type Submission } from './submission.ts'
import './waiting-files.ts'

const mebi = 2 ** 20
/** Largest file that is received, in MiB: what is longer comes compressed, or in parts. */
const mostMebibytes = 4096
/** Free disk that a file must leave, in bytes. */
const roomLeft = 2 ** 30
/** Files of one institution that are not finished. */
const mostUnfinished = 20

/** Bytes of one part of a file: little enough for a slow line to bring within the time of a request. */
export const partBytes = mebi

/** Begins to receive a file. @throws {Refusal} collect.submissions.… */
export async function openSubmission(
  node: CaudalNode,
  actor: Actor,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: number },
): Promise<Submission> {
  const institution = await institutionOf(node, actor)
  const file = plainName(fileName)
  if (bytes === 0) throw collectRefusals.refuse('file-empty', { file })
  const size = Math.ceil(bytes / mebi)
  if (size > mostMebibytes) {
    throw submissionRefusals.refuse('too-large', { file, size, most: mostMebibytes })
  }
  const { bavail, bsize } = await statfs(node.folder.root)
  if (bavail * bsize - bytes < roomLeft) throw submissionRefusals.refuse('no-room', { file, size })
  const open = (await selectSubmissions(node, institution)).filter(isOpen).length
  if (open >= mostUnfinished) throw submissionRefusals.refuse('too-many', { count: open })
  const { wrapped } = node.keyring.createDataKey()
  const id = await node.register.transaction(async (transaction) => {
    const [row] = await transaction.query<{ id: number }>(
      `insert into submissions (institution, sent_by, file_name, file_bytes, wrapped_key)
       values ($1, $2, $3, $4, $5) returning id`,
      [institution, actor.id, file, bytes, wrapped],
    )
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'collect.import', {
        purpose: 'collection',
        subject: `submission:${row!.id}`,
        details: { act: 'send', bytes },
      }),
    ])
    return row!.id
  })
  return getSubmission(node, id, institution)
}

/** Receives the part of a file that begins at a byte. @returns bytes received so far */
export async function receivePart(
  node: CaudalNode,
  actor: Actor,
  id: number,
  from: number,
  bytes: Buffer,
): Promise<number> {
  const submission = await ownSubmission(node, actor, id)
  const { receivedBytes, fileBytes, state } = submission
  if (state !== 'receiving') throw submissionRefusals.refuse('closed', { submission: id })
  const next = from + bytes.length
  if (bytes.length === 0) throw submissionRefusals.refuse('part-empty', { received: receivedBytes })
  if (from === receivedBytes && next > fileBytes) {
    throw submissionRefusals.refuse('part-beyond', { end: next, bytes: fileBytes })
  }
  if (from !== receivedBytes) {
    throw submissionRefusals.refuse('part-elsewhere', { received: receivedBytes, from })
  }
  await writePart(node, submission, from, bytes)
  const [row] = await node.register.query<{ received: number }>(
    `update submissions set received_bytes = $3, changed_at = now(),
       state = case when $3 = file_bytes then 'draft' else state end
     where id = $1 and received_bytes = $2 and state = 'receiving' returning received_bytes as received`,
    [id, from, next],
  )
  // Another window sent the same part at the same moment.
  if (row === undefined) throw submissionRefusals.refuse('part-elsewhere', { received: next, from })
  return row.received
}

/** What the actor's institution has sent, the newest first. */
export async function listSubmissions(node: CaudalNode, actor: Actor): Promise<Submission[]> {
  return await selectSubmissions(node, await institutionOf(node, actor))
}

/** A proposal, with the first lines of the file where it is a text. */
export interface ShownSuggestion extends ExplainedSuggestion {
  readonly head?: readonly string[]
}

/** A submission with what a person needs to go on with it. */
export interface OpenedSubmission {
  readonly submission: Submission
  readonly suggestion: ShownSuggestion | undefined
  readonly trial: ImportReport | undefined
  readonly job: Job | undefined
  /** Why the draft would not do yet. */
  readonly fault: unknown
}

/** Opens a submission again where it was left. What it shows of the file stands in the log as a read. */
export async function openAgain(
  node: CaudalNode,
  actor: Actor,
  id: number,
): Promise<OpenedSubmission> {
  const submission = await ownSubmission(node, actor, id)
  const suggestion = await readNote<ShownSuggestion>(node, submission, 'suggestion')
  const trial = await readNote<ImportReport>(node, submission, 'trial')
  if (suggestion !== undefined || trial !== undefined) await noteLook(node, actor, id)
  const { job, profile } = submission
  return {
    submission,
    suggestion,
    trial,
    job: job === null ? undefined : await findJob(node, job),
    fault: profile === null ? undefined : await faultOf(node, profile),
  }
}

/** Where the try or the import of a submission stands. */
export async function findJobOf(
  node: CaudalNode,
  actor: Actor,
  id: number,
): Promise<Job | undefined> {
  const { job } = await ownSubmission(node, actor, id)
  return job === null ? undefined : await findJob(node, job)
}

/**
 * Looks at the file and drafts its profile: the one that the institution used for a file like it, else
 * a proposal. What was drafted before is replaced.
 */
export async function draftProfile(
  node: CaudalNode,
  actor: Actor,
  id: number,
  wishes: Pick<Parameters<typeof explainSuggestion>[0], 'recordType' | 'layout' | 'language'>,
): Promise<void> {
  const submission = await draftOf(node, actor, id)
  const country = getCodeList('countries').codes.find(({ code }) => code === actor.country)?.code
  await noteLook(node, actor, id)
  const { suggestion, profile } = await withPlainFile(node, submission, async (file) => {
    const isAsked = wishes.recordType !== undefined || wishes.layout !== undefined
    const drawn = await isDrawn(file)
    const used = isAsked ? undefined : await findKnownProfile(node, submission.institution, file)
    // Records of persons and drawn ones never share a profile: it says which they are.
    const known = (used?.synthetic ?? false) === drawn ? used : undefined
    const explained = await explainSuggestion({
      file,
      codeLists: await nodeCodeLists(node),
      ...(country === undefined ? {} : { country }),
      ...wishes,
      ...(known === undefined ? {} : { recordType: known.recordType, layout: known.layout }),
    })
    const drafted = known ?? {
      ...draftOfInstitution(explained, submission),
      ...(drawn && { synthetic: true }),
    }
    return { suggestion: { ...explained, head: await firstLines(file) }, profile: drafted }
  })
  await writeNote(node, submission, 'suggestion', suggestion)
  await removeNote(node, submission, 'trial')
  await saveProfile(node, submission, submission.revision, profile)
}

/**
 * Keeps the draft of a profile, whether it would do already or not.
 *
 * @throws {Refusal} collect.submissions.changed-meanwhile
 */
export async function changeProfile(
  node: CaudalNode,
  actor: Actor,
  id: number,
  change: { readonly revision: number; readonly profile: Readonly<Record<string, unknown>> },
): Promise<void> {
  const submission = await draftOf(node, actor, id)
  await removeNote(node, submission, 'trial')
  await saveProfile(node, submission, change.revision, change.profile)
}

/**
 * Asks for the file to be tried or taken in by a worker.
 *
 * @param kind `collect.try` or `collect.take-in`
 * @param correction The batch whose place the file takes, and why.
 * @returns id of the job
 * @throws {Refusal} collect.reason-missing
 */
export async function startWork(
  node: CaudalNode,
  actor: Actor,
  id: number,
  kind: 'collect.try' | 'collect.take-in',
  correction: Correction = {},
): Promise<number> {
  const { supersedes, because = '' } = correction
  if (supersedes !== undefined && because.trim() === '') {
    throw collectRefusals.refuse('correction-reason-missing', { batch: supersedes })
  }
  const { profile } = await draftOf(node, actor, id)
  if (profile === null) throw submissionRefusals.refuse('no-profile', { file: '' })
  await checkProfile(node, profile)
  const job = await enqueueJob(node, kind, { submission: id, ...correction }, { actor })
  await node.register.query('update submissions set job = $2, changed_at = now() where id = $1', [
    id,
    job,
  ])
  return job
}

/** Stops a try or an import that is under way. */
export async function stopWork(node: CaudalNode, actor: Actor, id: number): Promise<void> {
  const { job } = await ownSubmission(node, actor, id)
  if (job !== null) await cancelJob(node, job)
}

/** Gives a submission up: the file and its key are removed. */
export async function discardSubmission(node: CaudalNode, actor: Actor, id: number): Promise<void> {
  const submission = await ownSubmission(node, actor, id)
  if (!isOpen(submission)) throw submissionRefusals.refuse('closed', { submission: id })
  await checkIdle(node, submission)
  await giveUp(node, actor, id)
}

/** Work of a job: finds out what would become of a file, and keeps it beside the file. */
export async function trySubmission(
  node: CaudalNode,
  actor: Actor,
  id: number,
  onProgress: ImportProgress,
): Promise<{ readonly rejected: number }> {
  const submission = await ownSubmission(node, actor, id)
  const report = await withPlainFile(node, submission, (file) =>
    importFile(node, actor, {
      file,
      profile: submission.profile ?? {},
      trial: true,
      onProgress,
    }),
  )
  await writeNote(node, submission, 'trial', report)
  return { rejected: report.rowsRejected }
}

/** The batch whose place a file takes, and why. */
export interface Correction {
  readonly supersedes?: number | undefined
  readonly because?: string | undefined
}

/** What is taken in. */
export interface TakeIn extends Correction {
  readonly submission: number
}

/** Work of a job: takes a file in as a batch; then the file is removed. */
export async function takeInSubmission(
  node: CaudalNode,
  actor: Actor,
  id: number,
  onProgress: ImportProgress,
  { supersedes, because = '' }: Correction = {},
): Promise<{ readonly batch: number; readonly status: ImportReport['status'] }> {
  const submission = await ownSubmission(node, actor, id)
  const { state, became } = submission
  // The process ended between the batch and what follows it.
  if (state === 'imported' && became !== null) {
    await afterTakeIn(node, actor, id)
    return { batch: became, status: 'already-received' }
  }
  if (!isOpen(submission)) throw submissionRefusals.refuse('closed', { submission: id })
  const profile = await ofNewVersion(node, submission.profile ?? {})
  const { batch, status } = await withPlainFile(node, submission, (file) =>
    importFile(node, actor, {
      file,
      profile,
      onProgress,
      // Whoever gives the file up meanwhile finds it taken in, or keeps the batch out.
      within: (transaction, accepted) => close(transaction, id, 'imported', accepted),
      ...(supersedes === undefined
        ? {}
        : { supersedes: [supersedes], because: because.trim().slice(0, 1000) }),
    }),
  )
  if (status === 'already-received') await close(node.register, id, 'imported', batch)
  await afterTakeIn(node, actor, id)
  return { batch, status }
}

async function afterTakeIn(node: CaudalNode, actor: Actor, id: number): Promise<void> {
  await removeParts(node, id)
  // The figures made of these records follow by themselves.
  await enqueueJob(node, 'measure.build-cubes', {}, { actor })
}

async function saveProfile(
  node: CaudalNode,
  { id }: Submission,
  revision: number,
  profile: Readonly<Record<string, unknown>>,
): Promise<void> {
  const saved = await node.register.query(
    // What a job that has ended said, it said of the draft before.
    `update submissions set profile = $3, revision = revision + 1, changed_at = now(),
       job = (select id from jobs where jobs.id = job and status in ('waiting', 'running'))
     where id = $1 and revision = $2 and state = 'draft' returning id`,
    [id, revision, JSON.stringify(profile)],
  )
  if (saved.length === 0) throw submissionRefusals.refuse('changed-meanwhile')
}

async function noteLook(node: CaudalNode, actor: Actor, id: number): Promise<void> {
  await noteAllowed(node, actor, 'collect.import', {
    purpose: 'collection',
    subject: `submission:${id}`,
    details: { act: 'look' },
  })
}

/** A submission of the actor's institution whose file is here and at rest. */
async function draftOf(node: CaudalNode, actor: Actor, id: number): Promise<Submission> {
  const submission = await ownSubmission(node, actor, id)
  const { state, fileName } = submission
  if (state === 'receiving') throw submissionRefusals.refuse('not-complete', { file: fileName })
  if (state !== 'draft') throw submissionRefusals.refuse('closed', { submission: id })
  await checkIdle(node, submission)
  return submission
}

async function checkIdle(node: CaudalNode, { job }: Submission): Promise<void> {
  const found = job === null ? undefined : await findJob(node, job)
  if (found !== undefined && !hasEnded(found)) throw submissionRefusals.refuse('under-way')
}

async function ownSubmission(node: CaudalNode, actor: Actor, id: number): Promise<Submission> {
  return await getSubmission(node, id, await institutionOf(node, actor))
}

/** @throws {Refusal} of the policy; collect.submissions.institution-needed */
async function institutionOf(node: CaudalNode, actor: Actor): Promise<string> {
  await authorise(node, actor, 'collect.import')
  if (actor.institution === '') throw submissionRefusals.refuse('institution-needed')
  return actor.institution
}

function isOpen({ state }: Submission): boolean {
  return state === 'receiving' || state === 'draft'
}

/** A name without a folder and without signs that steer a terminal or a file system. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const plain = last.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '').trim()
  return plain.replace(/^\.+/, '').slice(-180) || 'file'
}
