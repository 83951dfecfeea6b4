import { join } from 'node:path'
import { getRecordType, type SourceProfile } from '@caudal/methods/collect'
import type { Actor } from '@caudal/methods/govern'
import type { Language, Text } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../govern/audit/audit-log.ts'
import { actOf, authorise, noteAllowed } from '../govern/authorise.ts'
import { enterKnownAgain } from '../govern/erasure/come-again.ts'
import { applyRestrictions } from '../govern/requests/restrictions.ts'
import { findErasedAgain } from './staging/erased-again.ts'
import { findHolding } from '../govern/registers/policy-registers.ts'
import {
  acceptBatch,
  beginBatch,
  nodeCodeLists,
  findBatchOfFile,
  findSourceProfile,
  getBatch as getBatchOfStore,
  listBatches as listBatchesOfStore,
  snapshot,
  storeRefusals,
  type Batch,
  type BatchConditions,
  type CaudalNode,
  type IncomingBatch,
} from '../store/index.ts'
import type { LakeEngine } from '../store/lake-engine.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportRequest } from './import-request.ts'
import { checkOwner, enterOwner } from './owning-institution.ts'
import { describeTable, reportOf, trialOf } from './report-of-batch.ts'
import { readTableOf, stageImport, today } from './stage-import.ts'
import { stepClock, type StepClock } from './step-clock.ts'
import { markCodes, refuseEndedMeanwhile } from './codes/codes-meanwhile.ts'
import { checkColumns } from './profiles/check-columns.ts'
import { loadProfile, type LoadedProfile } from './profiles/load-profile.ts'
import type { BatchQuality, FindingCount } from './quality/batch-quality.ts'
import { findCoveredDays, timelinessOf } from './quality/covered-days.ts'
import { findingMessage } from './quality/finding-message.ts'
import { findFindings, type Findings } from './quality/find-findings.ts'
import { measureQuality } from './quality/measure-quality.ts'
import { openSource } from './reading/byte-source.ts'
import type { Table } from './reading/table.ts'
import { collectRefusals } from './refusals.ts'
import { makeImportFolder, removeImportFolder } from './staging/import-folder.ts'
import { findEarlierRepeats, stagedRecords } from './staging/earlier-repeats.ts'
import { findRepeats } from './staging/find-repeats.ts'
import { writeFindings, writeRecords, type WrittenFile } from './staging/write-lake-files.ts'

/** Findings of a trial that are shown one by one. */
const mostExamples = 60

/**
 * Takes a file into the lake, whole or not at all: its records typed and checked, split into
 * facts and encrypted identities, with a finding for all that was wrong. A file that is there
 * already changes nothing.
 *
 * @param actor whoever brings it: a keeper of the records of the institution that owns the dataset
 * @throws {Refusal} where the file as a whole cannot be taken in; nothing is left of it
 */
export async function importFile(
  node: CaudalNode,
  actor: Actor,
  request: ImportRequest,
): Promise<ImportReport> {
  await authorise(node, actor, 'collect.import')
  const codesSince = await markCodes(node)
  const codeLists = await nodeCodeLists(node, request.codeLists)
  const loaded = await loadProfile(request.profile, codeLists)
  await checkOwner(node, actor, 'collect.import', loaded.profile)
  await checkProfileVersion(node, loaded)
  const source = await openSource(request.file, loaded.profile.layout)
  const folder = await makeImportFolder(node.folder, source)
  try {
    const clock = stepClock()
    const table = await clock.time('read', () =>
      readTableOf(node.lake, request, source, loaded.profile, folder, false),
    )
    const received = await findReceived(node, loaded.profile, table.sha256)
    if (received !== undefined) return reportOf(received, 'already-received', table.source.file, {})
    checkColumns(table, loaded.profile)
    const batch = await beginBatch(node, loaded.profile.recordType)
    try {
      return await node.lake.session((engine) =>
        importTable(
          { node, actor, engine, batch, loaded, codeLists, codesSince, request, folder, clock },
          table,
        ),
      )
    } catch (error) {
      batch.discard()
      throw error
    }
  } finally {
    await removeImportFolder(node.folder, folder)
  }
}

interface Import {
  readonly node: CaudalNode
  readonly actor: Actor
  readonly engine: LakeEngine
  readonly batch: IncomingBatch
  readonly loaded: LoadedProfile
  readonly codeLists: CodeListBook
  /** Where the own codes of the node stood before the lists were read. */
  readonly codesSince: number
  readonly request: ImportRequest
  readonly folder: string
  readonly clock: StepClock
}

async function importTable(work: Import, hurried: Table): Promise<ImportReport> {
  const { node, actor, engine, batch, loaded, codeLists, request, folder, clock } = work
  const { profile } = loaded
  const recordType = getRecordType(profile.recordType)
  const staged = await clock.time('stage', () =>
    stageImport({ engine, batchId: batch.id, profile, codeLists, request, folder }, hurried),
  )
  const { table, plan, staging, counts } = staged
  const rowsRead = counts.staged - counts.leftOut + table.faultyRecords
  const rowsRejected = counts.rejected + table.faultyRecords
  request.onProgress?.(0.6, 'split', rowsRead)

  const { split, findings } = await clock.time('split', async () => ({
    split: await writeRecords(node, engine, batch, staging, recordType, profile.dataset, folder),
    findings: await writeFindings(engine, batch, staging, counts, table.log),
  }))
  const again = await clock.time('split', () =>
    findErasedAgain(node, engine, batch, staging, split, table.log, folder),
  )
  findings.push(...again.findings)
  const findingPaths = findings.map(({ name }) => batch.pathOf('findings', name))
  const accepted = split.files.find(({ kind }) => kind === 'facts')!.rows
  // No record is ever dropped in silence: three counts made apart must agree.
  if (accepted !== counts.accepted || rowsRead !== accepted + rowsRejected) {
    throw new Error(`Of ${rowsRead} records ${accepted} were accepted and ${rowsRejected} rejected`)
  }
  const measured = await measureQuality(engine, findingPaths, recordType, profile, codeLists)
  if (accepted === 0 && !request.trial) throw nothingAccepted(table, profile, rowsRead, measured)
  request.onProgress?.(0.85, 'repeats', rowsRead)

  const factsPath = batch.pathOf('facts', split.files.find(({ kind }) => kind === 'facts')!.name)
  const covers = await findCoveredDays(engine, factsPath, recordType)
  let notSought: readonly number[] = []
  const repeats = await clock.time('repeats', async () => {
    const earlier = await snapshot(node, recordType.id, [profile.dataset])
    // What this batch takes the place of is not beside it.
    const beside = earlier.batches.filter(({ id }) => !(request.supersedes ?? []).includes(id))
    const path = () => batch.pathOf('duplicates', '0.parquet')
    const mine = stagedRecords(staging, factsPath)
    return findRepeats(engine, staging, recordType, earlier.files.facts, path, async () => {
      notSought = await findEarlierRepeats(node, engine, mine, recordType, beside, folder)
    })
  })
  const duplicates: WrittenFile[] =
    repeats.rows > 0 ? [{ kind: 'duplicates', name: '0.parquet', rows: repeats.rows }] : []
  request.onProgress?.(0.95, 'accept', rowsRead)

  const quality: BatchQuality = {
    ...describeTable(table, profile),
    newColumns: profile.unpivot === undefined ? plan.mapping.newColumns : [],
    absentColumns: plan.mapping.absentColumns,
    leftOut: counts.leftOut + staged.cellsLeftOut,
    ...measured,
    completeness: split.completeness,
    repeats: repeats.byKind,
    repeatsNotCounted: repeats.notCounted,
    repeatsNotSought: notSought,
    ...timelinessOf(covers, request.receivedOn ?? today()),
    withoutFinding: counts.sound,
  }
  if (request.trial) {
    const { findings: examples } = await findFindings(engine, findingPaths, mostExamples, true)
    batch.discard()
    return {
      ...trialOf(profile, table, quality, clock.seconds),
      rowsRead,
      rowsAccepted: accepted,
      rowsRejected,
      rowsFlaggedDuplicate: repeats.flagged,
      examples,
    }
  }
  const { owner } = await findHolding(node.register, {
    id: profile.dataset,
    recordType: recordType.id,
    country: profile.country ?? null,
  })
  const recorded = await clock.time('accept', () =>
    acceptBatch(node, batch, {
      dataset: {
        id: profile.dataset,
        title: profile.title,
        source: profile.source,
        synthetic: profile.synthetic,
        ...(profile.country === undefined ? {} : { country: profile.country }),
      },
      profile: {
        id: profile.id,
        version: profile.version,
        content: profile,
        sha256: loaded.sha256,
      },
      file: { name: table.source.file, sha256: table.sha256, bytes: table.source.bytes },
      rows: { read: rowsRead, accepted, rejected: rowsRejected, flaggedDuplicate: repeats.flagged },
      quality,
      files: [...split.files, ...findings, ...duplicates],
      ...(request.supersedes === undefined ? {} : { supersedes: request.supersedes }),
      ...(request.because === undefined ? {} : { because: request.because }),
      ...(split.wrappedKey === undefined ? {} : { wrappedKey: split.wrappedKey }),
      institution: actor.institution,
      ...(covers === undefined ? {} : { covers }),
      within: async (transaction) => {
        await refuseEndedMeanwhile(node, transaction, work.codesSince, batch.id)
        await request.within?.(transaction, batch.id)
        const entered = await enterOwner(transaction, actor, profile)
        const act = actOf(actor, 'collect.import', {
          purpose: 'collection',
          subject: `batch:${batch.id}`,
          details: {
            dataset: profile.dataset,
            profile: `${profile.id} ${profile.version}`,
            file: table.sha256,
            rows: accepted,
            rejected: rowsRejected,
            supersedes: (request.supersedes ?? []).map(String),
            ...(entered ? { datasetEntered: true } : {}),
            ...(again.known.length === 0 ? {} : { erasedAgain: again.known.length }),
          },
        })
        if (again.known.length > 0) {
          await enterKnownAgain(
            transaction,
            batch.id,
            again.known,
            owner,
            new Date().toISOString().slice(0, 10),
          )
        }
        await auditLogOf(node).appendWithin(transaction, [act])
      },
    }),
  )
  // who was erased is set aside before anything is counted
  if (again.known.length > 0) await applyRestrictions(node)
  request.onProgress?.(1, 'accept', rowsRead)
  return reportOf(recorded, 'imported', table.source.file, clock.seconds)
}

/** @throws {Refusal} store.profile-version-altered, before any work is done */
async function checkProfileVersion(
  node: CaudalNode,
  { profile, sha256 }: LoadedProfile,
): Promise<void> {
  const known = await findSourceProfile(node, profile.id, profile.version)
  if (known === undefined || known.sha256 === sha256) return
  throw storeRefusals.refuse('profile-version-altered', {
    profile: profile.id,
    version: profile.version,
  })
}

function findReceived(
  node: CaudalNode,
  profile: SourceProfile,
  sha256: string,
): Promise<Batch | undefined> {
  const { dataset, id: profileId, version: profileVersion } = profile
  return findBatchOfFile(node, { dataset, sha256, profileId, profileVersion })
}

function nothingAccepted(
  table: Table,
  profile: SourceProfile,
  rows: number,
  { findings }: Pick<BatchQuality, 'findings'>,
): Error {
  const worst = findings.find(({ level }) => level === 'reject')
  return collectRefusals.refuse('nothing-accepted', {
    file: table.source.file,
    profile: profile.id,
    rows,
    worst:
      worst === undefined ? '–' : inEachLanguage((language) => worstOf(profile, worst, language)),
  })
}

/** What a finding says, without its full stop, and how often. */
function worstOf(profile: SourceProfile, worst: FindingCount, language: Language): string {
  const { rule, count, ...lines } = worst
  const message = findingMessage(profile.recordType, rule, language, lines)
  return `${message.replace(/\.$/, '')} (${count})`
}

function inEachLanguage(say: (language: Language) => string): Text {
  return { es: say('es'), en: say('en'), fr: say('fr') }
}

export { findRepeatsAnew } from './staging/repeats-anew.ts'

/** Batches in the order in which they were received; accepted ones alone where nothing is said. */
export async function listBatches(
  node: CaudalNode,
  actor: Actor,
  conditions: BatchConditions = {},
): Promise<Batch[]> {
  await authorise(node, actor, 'collect.read-batches')
  return await listBatchesOfStore(node, conditions)
}

/**
 * One batch, whatever became of it.
 *
 * @throws {Refusal} store.batch-unknown
 */
export async function getBatch(node: CaudalNode, actor: Actor, id: number): Promise<Batch> {
  await authorise(node, actor, 'collect.read-batches')
  // The register's ids are 32-bit integers; anything else is no batch.
  if (Number.isInteger(id) && id > 0 && id < 2 ** 31) return getBatchOfStore(node, id)
  throw storeRefusals.refuse('batch-unknown', { batch: String(id) })
}

/**
 * What was found in a batch, in the order of the file. A finding may show the value that a record was
 * rejected for: that is a read of records, and stands in the log.
 *
 * @param limit most findings to return; 1,000 where absent
 * @throws {Refusal} store.batch-unknown
 */
export async function listFindings(
  node: CaudalNode,
  actor: Actor,
  batchId: number,
  { limit = 1000 }: { readonly limit?: number } = {},
): Promise<Findings> {
  await authorise(node, actor, 'collect.examine', `batch:${batchId}`)
  const batch = await getBatchOfStore(node, batchId)
  await noteAllowed(node, actor, 'collect.examine', {
    purpose: 'collection',
    subject: `batch:${batchId}`,
    details: { act: 'findings' },
  })
  const paths = batch.files
    .filter(({ kind }) => kind === 'findings')
    .map(({ path }) => join(node.folder.root, path))
  return findFindings(node.lake, paths, limit)
}

// What looks at a file without a node.
export { checkProfile } from './suggesting/check-profile.ts'
export { suggestProfile } from './suggesting/suggest-profile.ts'
