import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { Refusal } from '@caudal/methods/vocabulary'
import { BrokenSeal, type Keyring, unsealStream } from '../../store/index.ts'
import { ArchiveDamage } from './archive-damage.ts'
import { type ArchivePreface, readPreface } from './archive-preface.ts'
import { ContentReader } from './content-reader.ts'
import type { ManifestFile } from './lake-content.ts'
import { readTables } from './load-register.ts'
import { backupRefusals } from './refusals.ts'
import { archiveExtension } from './write-archive.ts'

/** An archive that was found in a folder. */
export interface FoundArchive {
  readonly path: string
  readonly preface: ArchivePreface
}

/** What lies in a folder of backups. */
export interface SurveyedFolder {
  /** The oldest first: by their number, and where they have none by their moment. */
  readonly archives: readonly FoundArchive[]
  /** Paths of files that have the name of an archive and are none: damaged, or cut short. */
  readonly unreadable: readonly string[]
}

/**
 * The archives of a folder, the oldest first.
 * @throws {Refusal} backup.not-an-archive where one of them cannot be read: nobody knows of when it is
 */
export function listArchives(folder: string): readonly FoundArchive[] {
  const { archives, unreadable } = surveyArchives(folder)
  for (const path of unreadable) readPreface(path)
  return archives
}

/** What lies in a folder of backups, the files that cannot be read among it. */
export function surveyArchives(folder: string): SurveyedFolder {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    throw backupRefusals.refuse('file-unreadable', { file: folder })
  }
  const archives: FoundArchive[] = []
  const unreadable: string[] = []
  for (const name of names) {
    if (!name.endsWith(archiveExtension) || name.startsWith('.')) continue
    const path = join(folder, name)
    try {
      archives.push({ path, preface: readPreface(path).preface })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unreadable.push(path)
    }
  }
  archives.sort(
    ({ preface: one }, { preface: other }) =>
      (one.number ?? 0) - (other.number ?? 0) || (one.at < other.at ? -1 : 1),
  )
  return { archives, unreadable: unreadable.toSorted() }
}

/** The number of the next archive of a node in a folder with these. */
export function nextNumber(archives: readonly FoundArchive[], node: string): number {
  const own = archives.filter(({ preface }) => preface.node === node)
  return 1 + Math.max(0, ...own.map(({ preface }) => preface.number ?? 0))
}

/**
 * Reads an archive from its beginning to its end: `tables` takes the rows of the register, `file`
 * says where a file is to be written, or undefined to pass it over (its digest is checked all the
 * same).
 * @throws {Refusal} backup.archive-damaged, backup.key-other
 */
export async function readArchive(
  path: string,
  keyring: Keyring,
  takers: {
    readonly tables: (reader: ContentReader) => Promise<void>
    readonly file: (file: ManifestFile) => string | undefined
  },
): Promise<{ preface: ArchivePreface; manifest: readonly ManifestFile[] }> {
  const { preface, length } = readPreface(path)
  const key = archiveKey(preface, keyring)
  try {
    const reader = new ContentReader(unsealStream(path, key, length))
    if ((await reader.line()) !== JSON.stringify(preface)) {
      throw new ArchiveDamage()
    }
    // `tables` reads up to and with the line of the manifest, which it leaves to be read again
    const manifest = await readManifest(reader, takers.tables)
    for (;;) {
      const line = JSON.parse((await reader.line()) ?? '{}') as { file?: string; end?: true }
      if (line.end) break
      const file = manifest.find((each) => each.path === line.file && each.archive === preface.id)
      if (file === undefined) throw new ArchiveDamage()
      await takeFile(reader, file, takers.file(file))
    }
    await reader.end()
    return { preface, manifest }
  } catch (error) {
    const isDamage = [ArchiveDamage, BrokenSeal, SyntaxError].some((kind) => error instanceof kind)
    throw isDamage ? backupRefusals.refuse('archive-damaged', { file: path }) : error
  }
}

/** Rows of some tables of an archive's register, by table; none of those that it does not have yet. */
export async function readRows<Table extends string>(
  path: string,
  keyring: Keyring,
  tables: readonly Table[],
): Promise<Record<Table, object[]>> {
  const rows = Object.fromEntries(tables.map((table) => [table, []])) as unknown as Record<
    Table,
    object[]
  >
  await readArchive(path, keyring, {
    tables: async (reader) => {
      await readTables(reader, rows)
    },
    file: () => undefined,
  })
  return rows
}

/** @throws {Refusal} backup.key-other */
export function archiveKey({ wrappedKey }: ArchivePreface, keyring: Keyring): Buffer {
  const key = wrappedKey.split('.')[1] ?? '?'
  try {
    return keyring.unwrapDataKey(wrappedKey)
  } catch {
    throw backupRefusals.refuse('key-other', { key, given: keyring.keyId })
  }
}

async function readManifest(
  reader: ContentReader,
  tables: (reader: ContentReader) => Promise<void>,
): Promise<readonly ManifestFile[]> {
  let last: string | undefined
  const watched = {
    line: async () => {
      last = await reader.line()
      return last
    },
  } as ContentReader
  await tables(watched)
  const { manifest } = JSON.parse(last ?? '{}') as { manifest?: ManifestFile[] }
  if (manifest === undefined) throw new ArchiveDamage()
  return manifest
}

async function takeFile(
  reader: ContentReader,
  file: ManifestFile,
  target: string | undefined,
): Promise<void> {
  const digest = createHash('sha256')
  if (target !== undefined) mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const handle = target === undefined ? undefined : await open(target, 'wx', 0o600)
  try {
    for await (const bytes of reader.bytes(file.bytes)) {
      digest.update(bytes)
      await handle?.writeFile(bytes)
    }
    await handle?.sync()
  } finally {
    await handle?.close()
  }
  if (digest.digest('hex') !== file.sha256) throw new ArchiveDamage()
}

/** Where a file of an archive goes; none outside of the folder. */
export function placeIn(root: string, path: string): string {
  const parts = path.split('/')
  if (
    path.includes('\0') ||
    parts.some((part) => ['', '.', '..'].includes(part) || part.includes(sep))
  ) {
    throw new ArchiveDamage()
  }
  return join(root, ...parts)
}
