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
import { machineMemory, openDuckDb } from '../store/index.ts'
import { numberPersons, writeAnswers, type AnswerCounts } from './answer-files.ts'
import { linkRecords, type LinkProgress, type LinkResult } from './link-records.ts'
import { linkRefusals } from './refusals.ts'
import { readFiles } from './source-files.ts'

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
  const settings = await readSettings(options.settings)
  const scratch = await mkdtemp(join(tmpdir(), 'caudal-link-'))
  const engine = await openDuckDb({
    temporaryFolder: scratch,
    memoryLimit: options.memoryLimit ?? Math.min(usualMemory, machineMemory() / 2),
  })
  try {
    return await engine.session(async (session) => {
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
      const counts = await writeAnswers(session, result, options)
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
      const { unshared, sharedIds } = read
      return {
        ...counts,
        records: first + second,
        specification,
        leftOut,
        unshared,
        sharedIds,
        result,
        splitIds,
      }
    })
  } finally {
    engine.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Settings from a file of JSON; none where there is no file. */
export async function readSettings(file: string | undefined): Promise<LinkSettings> {
  if (file === undefined) return {}
  const text = await readFile(file, 'utf8').catch(() => {
    throw linkRefusals.refuse('file-missing', { file })
  })
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw linkRefusals.refuse('settings-not-json', {
      file: basename(file),
      reason: (error as Error).message,
    })
  }
  return readLinkSettings(document)
}
