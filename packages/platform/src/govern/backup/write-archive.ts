import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CaudalNode, sealStream } from '../../store/index.ts'
import { type ArchivePreface, writePreface } from './archive-preface.ts'
import { dumpRegister } from './dump-register.ts'
import { type ContentFile, listContentFiles, type ManifestFile } from './lake-content.ts'
import { backupRefusals } from './refusals.ts'

export const archiveExtension = '.caudal'

export interface WrittenArchive {
  readonly id: string
  readonly path: string
  readonly at: string
  readonly base: string | null
  readonly bytes: number
  readonly sha256: string
  /** Every file that a restore needs, those of earlier archives too. */
  readonly manifest: readonly ManifestFile[]
}

/** The backup before, of which the files need not be copied again. */
export interface EarlierArchive {
  readonly id: string
  readonly manifest: readonly ManifestFile[]
}

/**
 * Writes one archive: the register in one state of it, then the files of the lake and the cubes that
 * this state speaks of and the earlier archive has not. Everything is encrypted under a key of the
 * archive's own, which the node key wraps; every file has its digest. The archive gets its name when
 * it is whole.
 *
 * @param numbered the number of the node's next archive in the folder
 * @param progress told the share that is done, from 0 to 1
 * @throws {Refusal} backup.file-changed
 */
export async function writeArchive(
  node: CaudalNode,
  folder: string,
  earlier: EarlierArchive | undefined,
  at: Date,
  numbered: (node: string) => number,
  progress: (done: number) => void = () => {},
): Promise<WrittenArchive> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const id = randomUUID()
  const { key, wrapped } = node.keyring.createDataKey()
  const [identity] = await node.register.query<{ id: string; migration: number }>(
    'select id, (select max(number) from schema_migrations) as migration from node',
  )
  const preface: ArchivePreface = {
    version: 1,
    id,
    base: earlier?.id ?? null,
    number: numbered(identity!.id),
    at: at.toISOString(),
    node: identity!.id,
    wrappedKey: wrapped,
    migration: identity!.migration,
  }
  const name = `${preface.at.replaceAll(/[-:]|\.\d+/g, '')}-${id.slice(0, 8)}${archiveExtension}`
  const draft = join(folder, `.${name}.part`)
  const written = { manifest: [] as ManifestFile[] }
  try {
    const content = contentOf(node, preface, earlier, written, progress)
    const sealed = await sealStream(content, draft, key, writePreface(preface))
    const path = join(folder, name)
    renameSync(draft, path)
    return { id, path, at: preface.at, base: preface.base, ...sealed, manifest: written.manifest }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes what a backup that was killed has left in the folder. */
export function removeDrafts(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.') && name.endsWith(`${archiveExtension}.part`)) {
      rmSync(join(folder, name), { force: true })
    }
  }
}

async function* contentOf(
  node: CaudalNode,
  preface: ArchivePreface,
  earlier: EarlierArchive | undefined,
  written: { manifest: ManifestFile[] },
  progress: (done: number) => void,
): AsyncGenerator<Buffer> {
  // the head is said again under the seal, where nobody can change it
  yield lineOf(preface)
  const [lines, read] = lineQueue()
  const dumping = dumpRegister(
    node.register,
    async ({ transaction }) => listContentFiles(transaction, node.folder),
    lines.write,
  ).finally(lines.end)
  dumping.catch(() => {})
  yield* read()
  const files = await dumping
  const kept = new Map(earlier?.manifest.map((file) => [`${file.path} ${file.sha256}`, file]))
  const manifest = files.map(
    (file): ManifestFile =>
      kept.get(`${file.path} ${file.sha256}`) ?? { ...file, archive: preface.id },
  )
  written.manifest = manifest
  yield lineOf({ manifest })
  const own = manifest.filter(({ archive }) => archive === preface.id)
  const all = own.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const file of own) {
    yield lineOf({ file: file.path, bytes: file.bytes })
    for await (const bytes of checkedFile(node, file)) {
      done += bytes.length
      progress(done / all)
      yield bytes
    }
  }
  yield lineOf({ end: true })
  progress(1)
}

async function* checkedFile(node: CaudalNode, file: ContentFile): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  let length = 0
  try {
    const stream = createReadStream(join(node.folder.root, file.path), { highWaterMark: 2 ** 20 })
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      digest.update(bytes)
      length += bytes.length
      yield bytes
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw backupRefusals.refuse('file-changed', { file: file.path, sha256: file.sha256 })
  }
  if (length !== file.bytes || digest.digest('hex') !== file.sha256) {
    throw backupRefusals.refuse('file-changed', { file: file.path, sha256: file.sha256 })
  }
}

function lineOf(content: object): Buffer {
  return Buffer.from(`${JSON.stringify(content)}\n`)
}

/** Hands lines from who writes them to who reads them, one at a time. */
function lineQueue() {
  let waiting: { lines: string; taken: () => void } | undefined
  let wake: (() => void) | undefined
  let ended = false
  const writer = {
    write: (lines: string) =>
      new Promise<void>((taken) => {
        waiting = { lines, taken }
        wake?.()
      }),
    end: () => {
      ended = true
      wake?.()
    },
  }
  async function* read(): AsyncGenerator<Buffer> {
    for (;;) {
      if (waiting === undefined) {
        if (ended) return
        await new Promise<void>((resume) => (wake = resume))
        wake = undefined
        continue
      }
      const { lines, taken } = waiting
      waiting = undefined
      yield Buffer.from(lines)
      taken()
    }
  }
  return [writer, read] as const
}
