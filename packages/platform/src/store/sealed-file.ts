import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'

/**
 * A sealed file: encrypted and authenticated chunk by chunk, so that a file of any size is read
 * and written with little memory, and no plain byte is given out that was not checked.
 *
 * Layout (integers big-endian):
 *
 *     header   "CAUDALEF" · version (1 byte) · log2 of the chunk length (1) · id of the data key (8) · salt (32)
 *     chunks   ciphertext (chunk length; the last one may be shorter, or empty) · tag (16)
 *
 * Key of the file: HKDF-SHA-256 of the data key with the file's salt, so that no key and nonce
 * meet twice although a batch has one data key for many files. Nonce of a chunk: seven zero
 * bytes, counter (4), 1 for the last chunk and 0 for the others. The header is authenticated with
 * every chunk. So a chunk that is changed, swapped, left out, repeated or added is noticed, and
 * the end of the file cannot be cut off.
 *
 * @see V. T. Hoang, R. Reyhanitabar, P. Rogaway, D. Vizár, "Online Authenticated-Encryption and
 * its Nonce-Reuse Misuse-Resistance", CRYPTO 2015, the STREAM construction
 */
const magic = Buffer.from('CAUDALEF', 'latin1')
const version = 1
const chunkLog2 = 20
const keyIdLength = 8
const saltLength = 32
const headerLength = magic.length + 2 + keyIdLength + saltLength
const tagLength = 16
/** The counter has 32 bits: 4 PiB at chunks of 1 MiB. */
const mostChunks = 2 ** 32

/** Thrown by `unsealFile`: the content does not prove to be what was sealed. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal'
}

/** Names a key without telling it. */
export function keyIdOf(key: Buffer): Buffer {
  return createHash('sha256')
    .update('caudal key id\0')
    .update(key)
    .digest()
    .subarray(0, keyIdLength)
}

/**
 * Seals what `source` gives into `target`, which must not exist.
 * @param key data key, 32 bytes
 * @param preface plain bytes to stand in front; they are not authenticated
 * @returns length of the whole file in bytes, and its digest
 */
export async function sealStream(
  source: AsyncIterable<Buffer>,
  target: string,
  key: Buffer,
  preface?: Buffer,
): Promise<{ bytes: number; sha256: string }> {
  const salt = randomBytes(saltLength)
  const header = Buffer.concat([magic, Buffer.from([version, chunkLog2]), keyIdOf(key), salt])
  const fileKey = fileKeyOf(key, salt)
  const digest = createHash('sha256')
  let bytes = 0
  const file = await open(target, 'wx', 0o600)
  // the next chunk is sealed while the one before is on its way to the disk
  let written: Promise<unknown> = Promise.resolve()
  const write = async (...parts: Buffer[]) => {
    for (const part of parts) {
      digest.update(part)
      bytes += part.length
    }
    await written
    written = writeWhole(file, parts)
    written.catch(() => {})
  }
  try {
    if (preface !== undefined) await write(preface)
    await write(header)
    let counter = 0
    for await (const { chunk, last } of chunksOf(source, 2 ** chunkLog2)) {
      if (counter >= mostChunks) throw new Error('The file is longer than a sealed file can be.')
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(counter, last))
      cipher.setAAD(header)
      await write(cipher.update(chunk), cipher.final(), cipher.getAuthTag())
      counter += 1
    }
    await written
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(target, { force: true })
    throw error
  }
  await file.close()
  return { bytes, sha256: digest.digest('hex') }
}

/** A disk that is nearly full takes a part of what it is given and says nothing; it is asked for the rest. */
async function writeWhole(file: FileHandle, parts: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await file.writev(parts)
  if (bytesWritten === parts.reduce((sum, { length }) => sum + length, 0)) return
  const rest = Buffer.concat(parts).subarray(bytesWritten)
  for (let at = 0; at < rest.length;) at += (await file.write(rest, at)).bytesWritten
}

/**
 * Writes the plain content of a sealed file to `target`, which must not exist; nothing is left
 * there where the seal is broken.
 * @throws {BrokenSeal}
 */
export async function unsealFile(source: string, target: string, key: Buffer): Promise<void> {
  const file = await open(source, 'r')
  try {
    const plain = await open(target, 'wx', 0o600)
    try {
      let written: Promise<unknown> = Promise.resolve()
      for await (const chunk of unsealedChunks(file, key)) {
        await written
        written = plain.writeFile(chunk)
        written.catch(() => {})
      }
      await written
    } catch (error) {
      await plain.close()
      await rm(target, { force: true })
      throw error
    }
    await plain.close()
  } finally {
    await file.close()
  }
}

/**
 * The plain content of a sealed file, chunk by chunk; each was checked before it is given out. That
 * the end is the end is known once the last one was given.
 * @param start length of the preface in front of it, in bytes
 * @throws {BrokenSeal}
 */
export async function* unsealStream(
  source: string,
  key: Buffer,
  start = 0,
): AsyncGenerator<Buffer> {
  const file = await open(source, 'r')
  try {
    // reading goes on from where this ends
    if (start > 0) await readFully(file, start)
    yield* unsealedChunks(file, key)
  } finally {
    await file.close()
  }
}

async function* unsealedChunks(file: FileHandle, key: Buffer): AsyncIterable<Buffer> {
  const header = await readFully(file, headerLength)
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) {
    throw new BrokenSeal('not a sealed file')
  }
  const size = header[magic.length + 1]!
  if (header[magic.length] !== version || size < 12 || size > 24)
    throw new BrokenSeal('unknown version')
  const keyId = header.subarray(magic.length + 2, magic.length + 2 + keyIdLength)
  if (!keyId.equals(keyIdOf(key))) throw new BrokenSeal('sealed with another key')
  const fileKey = fileKeyOf(key, header.subarray(headerLength - saltLength))
  const sealedLength = 2 ** size + tagLength
  let counter = 0
  const read = () => {
    const chunk = readFully(file, sealedLength)
    chunk.catch(() => {}) // reported where it is awaited, if it still is
    return chunk
  }
  let sealed = await read()
  let next = read()
  for (;;) {
    const ahead = await next
    const last = ahead.length === 0
    // read on while this chunk is opened
    if (!last) next = read()
    if (sealed.length < tagLength) throw new BrokenSeal('cut short')
    yield openChunk(fileKey, header, sealed, nonceOf(counter, last))
    if (last) return
    sealed = ahead
    counter += 1
  }
}

function openChunk(fileKey: Buffer, header: Buffer, sealed: Buffer, nonce: Buffer): Buffer {
  const split = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce, { authTagLength: tagLength })
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(split))
  const plain = decipher.update(sealed.subarray(0, split))
  try {
    decipher.final()
  } catch {
    throw new BrokenSeal('a chunk does not prove to be what was sealed')
  }
  return plain
}

/** Full chunks of `length` bytes and a last one of any length up to it; always at least one. */
async function* chunksOf(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncIterable<{ chunk: Buffer; last: boolean }> {
  let waiting: Buffer | undefined
  let parts: Buffer[] = []
  let filled = 0
  for await (const bytes of source) {
    for (let start = 0; start < bytes.length;) {
      const part = bytes.subarray(start, start + length - filled)
      parts.push(part)
      filled += part.length
      start += part.length
      if (filled === length) {
        // held back until more comes, because the last chunk is marked
        if (waiting !== undefined) yield { chunk: waiting, last: false }
        waiting = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
        parts = []
        filled = 0
      }
    }
  }
  if (filled > 0 || waiting === undefined) {
    if (waiting !== undefined) yield { chunk: waiting, last: false }
    waiting = Buffer.concat(parts)
  }
  yield { chunk: waiting, last: true }
}

function fileKeyOf(key: Buffer, salt: Buffer): Buffer {
  if (key.length !== 32) throw new Error('A data key has 32 bytes.')
  return Buffer.from(hkdfSync('sha256', key, salt, 'caudal sealed file 1', 32))
}

function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(counter, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

async function readFully(file: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
