import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { tmpdir } from 'node:os'
import {
  readLinkSettings,
  resolveSettings,
  type ColumnLeftOut,
  type LinkSettings,
  type LinkSpecification,
} from '@caudal/methods/link'
import { machineMemory, openDuckDb, type LakeEngine } from '../store/index.ts'
import { refuseBadPlaces } from './answer-places.ts'
import { listJoinedPairs, numberPersons, writeAnswers, type AnswerCounts } from './answer-files.ts'
import { linkCommandRefusals } from './command-refusals.ts'
import { encodeFile, readSecret, type EncodeReport } from './encode-file.ts'
import { encodedBands, linkEncoded } from './encoded-pairs.ts'
import { linkRecords, type LinkProgress, type LinkResult } from './link-records.ts'
import type { SharedColumn } from './shared-columns.ts'
import { readFiles } from './source-files.ts'

export { linkAgain } from './persons/link-node.ts'

export interface LinkFilesOptions {
  /** File of settings; all is told from the data where absent. */
  readonly settings?: string | undefined
  readonly pairs?: string | undefined
  readonly clusters?: string | undefined
  /** Every pair compared, not only those accepted or for review. */
  readonly allPairs?: boolean
  readonly progress?: LinkProgress
  /** Most memory of the engine, bytes. */
  readonly memoryLimit?: number
}

export interface LinkReport extends AnswerCounts {
  readonly records: number
  readonly specification: LinkSpecification
  readonly leftOut: readonly ColumnLeftOut[]
  readonly unshared: readonly string[]
  readonly matched: readonly SharedColumn[]
  readonly sharedIds: number
  readonly result: LinkResult
  /** Id of the least record of each cluster that was split, in the order of findings. */
  readonly splitIds: readonly string[]
}

/** Memory of the engine unless told otherwise: it spills to disk beyond. */
const usualMemory = 2.5 * 2 ** 30

/**
 * Links the records of one file, or of two, and writes pairs and persons. Needs no node; what is read
 * stays on this machine, and working files go with the run.
 *
 * @throws Refusal where a file, its ids or the settings are not right, or a blocking rule explodes
 */
export async function linkFiles(
  files: readonly [string] | readonly [string, string],
  options: LinkFilesOptions,
): Promise<LinkReport> {
  await refuseBadPlaces([...files, options.settings], [options.pairs, options.clusters])
  const settings = await readSettings(options.settings)
  return await inSession(options.memoryLimit, async (session) => {
    const read = await readFiles(session, files, settings)
    const { specification, leftOut } = resolveSettings(
      settings,
      read.observed,
      read.id,
      files.length === 1 ? 1 : 2,
    )
    const result = await linkRecords(session, read.source, specification, {
      keepAll: options.allPairs ?? false,
      ...(options.progress === undefined ? {} : { progress: options.progress }),
    })
    await numberPersons(session, result.grouping.persons)
    await listJoinedPairs(session, specification, result.model)
    const counts = await writeAnswers(session, result.bands, options)
    const splitIds = await Promise.all(
      result.grouping.findings.map(async ({ least }) => {
        const [row] = await session.rows<{ id: string }>(
          'select id from link_source where n = $1',
          [least],
        )
        return row!.id
      }),
    )
    const [first, second] = read.source.records
    const { unshared, matched, sharedIds } = read
    return {
      ...counts,
      records: first + second,
      specification,
      leftOut,
      unshared,
      matched,
      sharedIds,
      result,
      splitIds,
    }
  })
}

/** Runs work in an engine of its own, whose working files go with it. */
async function inSession<Result>(
  memoryLimit: number | undefined,
  work: (session: LakeEngine) => Promise<Result>,
): Promise<Result> {
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-link-'))
  const engine = await openDuckDb({
    temporaryFolder: scratch,
    memoryLimit: memoryLimit ?? Math.min(usualMemory, machineMemory() / 2),
  })
  try {
    return await engine.session(work)
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Writes the records of a file as keys that can be compared but not read: `id,clk`.
 *
 * @param keyFile secret of this round of linking, the same on all sides
 */
export async function encodeRecords(
  file: string,
  keyFile: string,
  out: string,
  options: { readonly settings?: string | undefined; readonly fold?: boolean },
): Promise<EncodeReport> {
  await refuseBadPlaces([file, keyFile, options.settings], [out])
  const settings = await readSettings(options.settings)
  const secret = await readSecret(keyFile)
  return await inSession(undefined, (session) =>
    encodeFile(session, file, settings, secret, out, options.fold ?? false),
  )
}

export interface EncodedReport extends AnswerCounts {
  readonly records: number
  /** Whether any pair stands out from chance. */
  readonly standsOut: boolean
}

/** Links two files of keys (`id,clk`), each key with one partner at most. */
export async function linkEncodedFiles(
  files: readonly [string, string],
  to: { readonly pairs?: string | undefined; readonly clusters?: string | undefined },
): Promise<EncodedReport> {
  await refuseBadPlaces(files, [to.pairs, to.clusters])
  return await inSession(undefined, async (session) => {
    const { source } = await readFiles(session, files, { id: 'id' }, ['clk'])
    const { persons, standsOut } = await linkEncoded(session, source.records)
    await numberPersons(session, persons)
    const counts = await writeAnswers(session, encodedBands, to)
    return { ...counts, records: source.records[0] + source.records[1], standsOut }
  })
}

/** Settings from a file of JSON; none where there is no file. */
export async function readSettings(file: string | undefined): Promise<LinkSettings> {
  if (file === undefined) return {}
  const text = await readFile(file, 'utf8').catch(() => {
    throw linkCommandRefusals.refuse('file-missing', { file })
  })
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw linkCommandRefusals.refuse('settings-not-json', {
      file: basename(file),
      reason: (error as Error).message,
    })
  }
  return readLinkSettings(document)
}
