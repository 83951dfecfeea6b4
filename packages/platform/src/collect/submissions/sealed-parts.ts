import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { unsealStream, type CaudalNode } from '../../store/index.ts'
import { makeImportFolder, removeImportFolder } from '../staging/import-folder.ts'
import { submissionRefusals } from './refusals.ts'
import type { Submission } from './submission.ts'

/** Where the sealed parts of a submission lie until it is imported or discarded. */
function folderOf(node: CaudalNode, id: number): string {
  return join(node.folder.submissions, String(id))
}

/** Seals the part of a file that begins at `from` and puts it on the disk. */
export async function writePart(
  node: CaudalNode,
  { id, wrappedKey }: Submission,
  from: number,
  bytes: Buffer,
): Promise<void> {
  await mkdir(folderOf(node, id), { recursive: true, mode: 0o700 })
  const path = join(folderOf(node, id), `${from}.part`)
  // Written before, and not recorded before the process died.
  await rm(path, { force: true })
  await node.keyring.encryptStream(Readable.from([bytes]), path, keyOf(node, wrappedKey))
}

/**
 * Runs `work` on the plain file under its own name, in the workspace, from which it goes afterwards.
 *
 * @throws {Refusal} collect.submissions.file-gone, store.file-damaged
 */
export async function withPlainFile<Result>(
  node: CaudalNode,
  submission: Submission,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const { id, fileName, fileBytes, wrappedKey } = submission
  const names = await readdir(folderOf(node, id)).catch(() => [] as string[])
  const starts = names
    .filter((name) => name.endsWith('.part'))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b)
  if (starts.length === 0 || wrappedKey === null) {
    throw submissionRefusals.refuse('file-gone', { file: fileName })
  }
  const key = keyOf(node, wrappedKey)
  async function* plain() {
    let length = 0
    for (const start of starts) {
      if (start !== length) break
      for await (const chunk of unsealStream(join(folderOf(node, id), `${start}.part`), key)) {
        length += chunk.length
        yield chunk
      }
    }
    if (length !== fileBytes) throw submissionRefusals.refuse('file-gone', { file: fileName })
  }
  const folder = await makeImportFolder(node.folder, { unpackedBytes: fileBytes })
  try {
    const path = join(folder, fileName)
    await pipeline(plain(), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    return await work(path)
  } finally {
    await removeImportFolder(node.folder, folder)
  }
}

/** What stands beside a file under the same seal, because it shows what the file says. */
export type SealedNote = 'suggestion' | 'trial'

export async function writeNote(
  node: CaudalNode,
  { id, wrappedKey }: Submission,
  name: SealedNote,
  content: object,
): Promise<void> {
  const path = join(folderOf(node, id), `${name}.sealed`)
  await rm(path, { force: true })
  const text = Readable.from([Buffer.from(JSON.stringify(content))])
  await node.keyring.encryptStream(text, path, keyOf(node, wrappedKey))
}

/** A note as it was written last; undefined where there is none. */
export async function readNote<Content>(
  node: CaudalNode,
  { id, wrappedKey }: Submission,
  name: SealedNote,
): Promise<Content | undefined> {
  const path = join(folderOf(node, id), `${name}.sealed`)
  if (wrappedKey === null || !existsSync(path)) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of unsealStream(path, keyOf(node, wrappedKey))) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as Content
}

export async function removeNote(
  node: CaudalNode,
  { id }: Submission,
  name: SealedNote,
): Promise<void> {
  await rm(join(folderOf(node, id), `${name}.sealed`), { force: true })
}

/** Removes the file and its notes; its key goes with the row. */
export async function removeParts(node: CaudalNode, id: number): Promise<void> {
  await rm(folderOf(node, id), { recursive: true, force: true })
}

function keyOf(node: CaudalNode, wrapped: string | null): Buffer {
  if (wrapped === null) throw new Error('A submission without a key has no file.')
  return node.keyring.unwrapDataKey(wrapped)
}
