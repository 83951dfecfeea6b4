import type { Text } from '@caudal/methods/vocabulary'
import { createReadStream } from 'node:fs'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { containerRefusals } from './container-refusals.ts'
import { matchesGlob } from './archive-glob.ts'
import { findExceeded, withinLimit, type Exceeded, type ExpansionLimit } from './expansion-limit.ts'

/** Every part of a zip archive, to be read by name: what a workbook is. */
export interface ZipParts {
  readonly names: readonly string[]
  /** A part's bytes, checked as those of a member; undefined where there is none of that name. */
  read(name: string): AsyncIterable<Buffer> | undefined
  close(): void
}

/**
 * Opens an archive whose parts belong together.
 *
 * @throws {Refusal} where the archive is damaged or encrypted
 */
export async function openZipParts(
  path: string,
  name: string,
  limit: ExpansionLimit,
): Promise<ZipParts> {
  const archive = await openZip(path, name)
  try {
    const entries = new Map(
      (await listEntries(archive, name)).map((entry) => [entry.fileName, entry]),
    )
    const locked = [...entries.values()].find((entry) => entry.isEncrypted())
    if (locked) {
      throw containerRefusals.refuse('archive-encrypted', { file: name, member: locked.fileName })
    }
    return {
      names: [...entries.keys()],
      read(part) {
        const entry = entries.get(part)
        return entry && readEntry(archive, entry, name, limit, false)
      },
      close: () => archive.close(),
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

interface Member {
  readonly name: string
  /** Length when unpacked, as the archive says. */
  readonly bytes: number
  /** Its bytes, checked against the archive's own checksum and the limit; closes the archive. */
  read(): AsyncIterable<Buffer>
  close(): void
}

/**
 * Opens the one file of a zip archive that a profile wants.
 *
 * @throws {Refusal} where the archive is damaged, the member is not clear or it is a bomb
 */
export async function openZipMember(
  path: string,
  name: string,
  glob: string | undefined,
  limit: ExpansionLimit,
): Promise<Member> {
  const archive = await openZip(path, name)
  try {
    const files = (await listEntries(archive, name)).filter((entry) => isData(entry.fileName))
    const wanted =
      glob === undefined ? files : files.filter((entry) => matchesGlob(entry.fileName, glob))
    const members = listed(files)
    const [entry] = wanted
    if (entry === undefined) {
      throw containerRefusals.refuse('archive-member-missing', {
        file: name,
        glob: glob ?? '*',
        members: members || '–',
      })
    }
    if (wanted.length > 1) {
      throw containerRefusals.refuse('archive-member-unclear', {
        file: name,
        count: wanted.length,
        members: listed(wanted),
        example: entry.fileName,
      })
    }
    if (entry.isEncrypted()) {
      throw containerRefusals.refuse('archive-encrypted', { file: name, member: entry.fileName })
    }
    return {
      name: entry.fileName,
      bytes: entry.uncompressedSize,
      read: () => readEntry(archive, entry, name, limit),
      close: () => archive.close(),
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

/** Files of an archive to name in a refusal. */
const mostListed = 20

function listed(entries: readonly yauzl.Entry[]): string {
  const names = entries.slice(0, mostListed).map(({ fileName }) => fileName.slice(0, 120))
  return [...names, ...(entries.length > mostListed ? ['…'] : [])].join(', ')
}

/** Resource forks and folders are not data. */
function isData(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\.[^/]*$/.test(name)
}

async function openZip(path: string, name: string): Promise<yauzl.ZipFile> {
  try {
    return await new Promise((resolve, reject) => {
      yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, archive) => {
        if (error) reject(error)
        else resolve(archive)
      })
    })
  } catch (error) {
    throw broken(name, error)
  }
}

async function listEntries(archive: yauzl.ZipFile, name: string): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      archive.on('error', reject)
      archive.on('end', resolve)
      archive.on('entry', (entry: yauzl.Entry) => {
        entries.push(entry)
        archive.readEntry()
      })
      archive.readEntry()
    })
  } catch (error) {
    throw broken(name, error)
  }
  return entries
}

async function* readEntry(
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  limit: ExpansionLimit,
  closesArchive = true,
): AsyncIterable<Buffer> {
  let checksum = 0
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    const bytes = stream as unknown as AsyncIterable<Buffer>
    const refuse = (exceeded: Exceeded) => tooLarge(name, exceeded)
    const { compressedSize, uncompressedSize } = entry
    // What the archive says of itself; that it is no more than that is seen while it is read.
    const announced = findExceeded(limit, uncompressedSize, compressedSize)
    if (announced !== undefined) throw refuse(announced)
    for await (const chunk of withinLimit(bytes, () => compressedSize, limit, refuse)) {
      checksum = crc32(chunk, checksum)
      yield chunk
    }
  } catch (error) {
    throw broken(name, error)
  } finally {
    if (closesArchive) archive.close()
  }
  // yauzl checks sizes alone.
  if (checksum !== entry.crc32) throw broken(name, new Error('checksum'))
}

const cutShort: Text = {
  es: 'termina antes de tiempo',
  en: 'it ends too early',
  fr: 'elle se termine trop tôt',
}
const damaged: Text = {
  es: 'su contenido no es el que se empaquetó',
  en: 'what it holds is not what was packed',
  fr: 'son contenu n’est pas celui qui a été compressé',
}

/** The refusal of a damaged archive; refusals pass through. */
export function broken(name: string, error: unknown): Error {
  if (!(error instanceof Error) || error.name === 'Refusal') return error as Error
  // yauzl opens no archive with such a name in it
  const path =
    /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
      error.message,
    )?.[1]
  if (path !== undefined) {
    return containerRefusals.refuse('archive-path', { file: name, member: path.slice(0, 120) })
  }
  const reason = /unexpected end|end of central|not enough|too short/i.test(error.message)
    ? cutShort
    : damaged
  return containerRefusals.refuse('archive-broken', { file: name, reason })
}

/** The refusal of an archive that expands beyond bounds. */
export function tooLarge(name: string, { bytes, ratio }: Exceeded): Error {
  const size = `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`
  const limit: Text | string =
    ratio === undefined
      ? size
      : {
          es: `${size}, más de ${ratio} veces lo que ocupa`,
          en: `${size}, over ${ratio} times what it takes up`,
          fr: `${size}, plus de ${ratio} fois ce qu’il occupe`,
        }
  return containerRefusals.refuse('archive-too-large', { file: name, limit })
}

/** Reads the first bytes of a file, to tell archives and encodings by. */
export async function readStart(path: string, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: length - 1 }))
    chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
