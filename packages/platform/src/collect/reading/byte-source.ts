import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Layout } from '@caudal/methods/collect'
import { collectRefusals } from '../refusals.ts'
import { usualExpansionLimit, withinLimit, type ExpansionLimit } from './expansion-limit.ts'
import { broken, openZipMember, openZipParts, readStart, tooLarge } from './zip-member.ts'

/** The bytes of a file, or of the file inside an archive; may be read more than once. */
export interface ByteSource {
  /** What people call the file: its name without its folder. */
  readonly file: string
  /** Length of the file as it lies on the disk. */
  readonly bytes: number
  /** Length when unpacked; of a .gz a guess, since it does not tell. */
  readonly unpackedBytes: number
  readonly packing: 'plain' | 'zip' | 'gzip'
  /** Name of the file inside the archive. */
  readonly member?: string
  /**
   * The unpacked bytes from the start.
   * @param onRaw sees the bytes as they lie on the disk, for progress; not called for a zip
   */
  read(onRaw?: (chunk: Buffer) => void): AsyncIterable<Buffer>
}

const chunkBytes = 2 ** 20

/** Formats that are archives themselves, or are read from their end. */
export type Container = 'xlsx' | 'parquet'

/** How much smaller a table of codes and names gets. */
const usualCompression = 12

/**
 * Opens a file: plain, .gz or .zip, told apart by their first bytes rather than by their name.
 *
 * @throws {Refusal} where there is no such file, it is empty, or its archive is damaged or unclear
 */
export async function openByteSource(
  path: string,
  archiveMember?: string,
  limit: ExpansionLimit = usualExpansionLimit,
  container?: Container,
): Promise<ByteSource> {
  const file = basename(path)
  const bytes = await lengthOf(path, file)
  if (bytes === 0) throw collectRefusals.refuse('file-empty', { file })
  const start = await readStart(path, 8)
  if (isZip(start) && !(container === 'xlsx' && (await isWorkbook(path, file, limit)))) {
    const member = await openZipMember(path, file, archiveMember, limit)
    member.close()
    const read = () => unzipped(path, file, archiveMember, limit)
    return { file, bytes, unpackedBytes: member.bytes, packing: 'zip', member: member.name, read }
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return {
      file,
      bytes,
      unpackedBytes: bytes * usualCompression,
      packing: 'gzip',
      read: (onRaw) => gunzipped(path, file, limit, onRaw),
    }
  }
  return {
    file,
    bytes,
    unpackedBytes: bytes,
    packing: 'plain',
    read: (onRaw) => plain(path, onRaw),
  }
}

/** Opens the file that a layout describes. */
export function openSource(path: string, layout: Layout): Promise<ByteSource> {
  const { format, archiveMember } = layout
  const container = format === 'xlsx' || format === 'parquet' ? format : undefined
  return openByteSource(path, archiveMember, usualExpansionLimit, container)
}

/** A workbook is a zip archive that says what its parts are. */
async function isWorkbook(path: string, file: string, limit: ExpansionLimit): Promise<boolean> {
  const parts = await openZipParts(path, file, limit)
  parts.close()
  return parts.names.includes('[Content_Types].xml')
}

/** A zip begins with its first member or, where it is empty, with its end. */
function isZip(start: Buffer): boolean {
  const signature = start.toString('latin1', 0, 4)
  return signature === 'PK\x03\x04' || signature === 'PK\x05\x06'
}

async function lengthOf(path: string, file: string): Promise<number> {
  try {
    const status = await stat(path)
    if (!status.isFile()) throw collectRefusals.refuse('file-missing', { file, reason: 'EISDIR' })
    return status.size
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if ((error as Error).name === 'Refusal' || code === undefined) throw error
    throw collectRefusals.refuse('file-missing', { file, reason: code })
  }
}

async function* plain(path: string, onRaw?: (chunk: Buffer) => void): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    onRaw?.(chunk as Buffer)
    yield chunk as Buffer
  }
}

async function* gunzipped(
  path: string,
  file: string,
  limit: ExpansionLimit,
  onRaw?: (chunk: Buffer) => void,
): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  const raw = createReadStream(path, { highWaterMark: chunkBytes })
  if (onRaw) raw.on('data', (chunk) => onRaw(chunk as Buffer))
  raw.on('error', (error) => gunzip.destroy(error))
  raw.pipe(gunzip)
  try {
    // what the engine has taken in, not what lies on the disk: a bomb shows in its first bytes
    const packed = () => gunzip.bytesWritten
    yield* withinLimit(gunzip, packed, limit, (exceeded) => tooLarge(file, exceeded))
  } catch (error) {
    throw broken(file, error)
  } finally {
    raw.destroy()
    gunzip.destroy()
  }
}

async function* unzipped(
  path: string,
  file: string,
  glob: string | undefined,
  limit: ExpansionLimit,
) {
  const member = await openZipMember(path, file, glob, limit)
  yield* member.read()
}
