import { collectRefusals } from '../refusals.ts'
import { findByteOrderMark, looksLikeUtf16, type Encoding } from './byte-order-mark.ts'
import { OneByteDecoder, UndefinedByte } from './one-byte-encoding.ts'
import { Utf8Check } from './utf8-check.ts'

interface TextSource {
  readonly file: string
  readonly profile: string
  /** What the profile says; without it the byte order mark decides, else UTF-8. */
  readonly encoding?: Encoding | undefined
  /** Reads the same bytes again from the start, to count the lines before a broken one. */
  reopen(): AsyncIterable<Buffer>
}

/**
 * The encoding to read a file with.
 *
 * @param start the first bytes, a few thousand
 * @throws {Refusal} where the profile and the bytes contradict each other
 */
export function decideEncoding(
  start: Uint8Array,
  source: TextSource,
): { encoding: Encoding; markLength: number } {
  const mark = findByteOrderMark(start)
  const looksLike = mark?.encoding ?? looksLikeUtf16(start)
  const { encoding } = source
  if (looksLike !== undefined && encoding !== undefined && encoding !== looksLike) {
    throw collectRefusals.refuse('encoding-contradicted', { ...named(source), encoding, looksLike })
  }
  if (looksLike !== undefined && mark === undefined && encoding === undefined) {
    throw collectRefusals.refuse('encoding-broken', {
      file: source.file,
      encoding: 'utf-8',
      line: 1,
      byte: start.indexOf(0) + 1,
      looksLike,
    })
  }
  return { encoding: encoding ?? looksLike ?? 'utf-8', markLength: mark?.length ?? 0 }
}

/**
 * Turns a stream of bytes into UTF-8 without its byte order mark. Nothing is replaced: a byte
 * that the encoding gives no meaning refuses the file, with its line and offset.
 *
 * @throws {Refusal} collect.encoding-broken, collect.encoding-contradicted
 */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  markLength: number,
  source: TextSource,
): AsyncIterable<Buffer> {
  const body = withoutStart(bytes, markLength)
  if (encoding === 'utf-8') yield* checkedUtf8(body, markLength, source)
  else if (encoding === 'utf-16le' || encoding === 'utf-16be') yield* utf16(body, encoding, source)
  else yield* oneByte(body, encoding, source)
}

async function* checkedUtf8(bytes: AsyncIterable<Buffer>, markLength: number, source: TextSource) {
  const check = new Utf8Check()
  for await (const chunk of bytes) {
    const invalid = check.push(chunk)
    if (invalid !== undefined) throw await brokenUtf8(source, invalid + markLength)
    yield chunk
  }
  const invalid = check.end()
  if (invalid !== undefined) throw await brokenUtf8(source, invalid + markLength)
}

/** Reads up to the broken byte again: counting the lines of every good file would cost more. */
async function brokenUtf8(source: TextSource, offset: number): Promise<Error> {
  let line = 1
  let before = 0
  let near: Buffer = Buffer.alloc(0)
  for await (const chunk of source.reopen()) {
    const end = Math.min(chunk.length, offset - before)
    line += countLines(chunk.subarray(0, end))
    before += chunk.length
    if (before > offset) {
      near = chunk.subarray(end)
      break
    }
  }
  // Bytes 0x80 to 0x9F are letters in Windows-1252 and control characters in ISO 8859-1.
  const looksLike = near.every((byte) => byte < 0x80 || byte > 0x9f) ? 'latin-1' : 'windows-1252'
  const byte = offset + 1
  return collectRefusals.refuse('encoding-broken', {
    file: source.file,
    encoding: 'utf-8',
    line,
    byte,
    looksLike,
  })
}

async function* oneByte(
  bytes: AsyncIterable<Buffer>,
  encoding: 'windows-1252' | 'latin-1',
  source: TextSource,
) {
  const decoder = new OneByteDecoder(encoding)
  const utf8 = new Utf8Check()
  let isUtf8 = true
  let hasHighBytes = false
  try {
    for await (const chunk of bytes) {
      if (isUtf8) {
        hasHighBytes ||= chunk.some((byte) => byte >= 0x80)
        isUtf8 = utf8.push(chunk) === undefined
      }
      yield decoder.decode(chunk)
    }
  } catch (error) {
    if (!(error instanceof UndefinedByte)) throw error
    throw collectRefusals.refuse('encoding-broken', {
      file: source.file,
      encoding,
      line: error.line,
      byte: error.offset + 1,
      looksLike: isUtf8 ? 'utf-8' : 'latin-1',
    })
  }
  // Text in a one-byte encoding that happens to be flawless UTF-8 does not occur.
  if (isUtf8 && hasHighBytes && utf8.end() === undefined) {
    throw collectRefusals.refuse('encoding-contradicted', {
      ...named(source),
      encoding,
      looksLike: 'utf-8',
    })
  }
}

async function* utf16(
  bytes: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
  source: TextSource,
) {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let lines = 1
  let read = 0
  const decode = (chunk?: Buffer) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch {
      throw collectRefusals.refuse('encoding-broken', {
        file: source.file,
        encoding,
        line: lines,
        byte: read + 1,
        looksLike: 'utf-8',
      })
    }
  }
  for await (const chunk of bytes) {
    const text = decode(chunk)
    lines += countLines(text)
    read += chunk.length
    if (text.length > 0) yield text
  }
  const rest = decode()
  if (rest.length > 0) yield rest
}

async function* withoutStart(bytes: AsyncIterable<Buffer>, length: number): AsyncIterable<Buffer> {
  let left = length
  for await (const chunk of bytes) {
    const skipped = Math.min(left, chunk.length)
    left -= skipped
    if (chunk.length > skipped) yield skipped === 0 ? chunk : chunk.subarray(skipped)
  }
}

function countLines(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1
  return lines
}

function named(source: TextSource) {
  return { file: source.file, profile: source.profile }
}
