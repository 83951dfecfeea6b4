import { open } from 'node:fs/promises'
import type { Layout } from '@caudal/methods/collect'
import { quoteName, quoteText } from '@caudal/methods/collect'
import { findByteOrderMark, looksLikeUtf16 } from '../reading/byte-order-mark.ts'
import { refuseBinary } from '../reading/foreign-format.ts'
import { openByteSource, type ByteSource } from '../reading/byte-source.ts'
import { decodeText } from '../reading/decode-text.ts'
import { usualExpansionLimit } from '../reading/expansion-limit.ts'
import { Utf8Check } from '../reading/utf8-check.ts'
import { collectRefusals } from '../refusals.ts'
import { containerRefusals } from '../reading/container-refusals.ts'
import type { FileSample } from './layout-guess.ts'
import { sampleText } from './sample-text.ts'
import { sampleWorkbook } from './sample-workbook.ts'
import { withWorkshop, type Workshop } from './workshop.ts'

/** Bytes of the start that are looked at, and of each place further on. */
const startBytes = 2 ** 20
const partBytes = 2 ** 16
const parts = 12

/**
 * Looks at a file without reading it whole: its start and, where it lies plain on the disk, a
 * dozen places further on. What is looked at is as much for a gigabyte as for a megabyte.
 *
 * @throws {Refusal} where the file cannot be read or is no table
 */
export async function sampleFile(path: string): Promise<FileSample> {
  const source = await openByteSource(path, undefined, usualExpansionLimit, 'xlsx')
  const start = await startOf(source)
  const signature = start.toString('latin1', 0, 4)
  if (signature === 'PK\x03\x04') {
    return withWorkshop(async (workshop) =>
      sampleWorkbook(await workshop.plain(source, path), source.file),
    )
  }
  if (signature === 'PAR1') {
    return withWorkshop(async (workshop) =>
      sampleParquet(await workshop.plain(source, path), workshop, source.file),
    )
  }
  if (['%PDF', '\xd0\xcf\x11\xe0', '<?xm', '<!DO', '<htm'].includes(signature)) {
    throw collectRefusals.refuse('format-not-text', {
      file: source.file,
      looksLike: signature.startsWith('%')
        ? 'PDF'
        : signature.startsWith('<')
          ? 'XML'
          : 'Excel (.xls)',
      format: 'CSV',
    })
  }
  refuseBinary(start, source.file)
  const { encoding, confidence, markLength } = guessEncoding(start)
  const decode = (bytes: Buffer, mark: number) => decoded(bytes, encoding, mark, source)
  const whole = start.length < startBytes ? start : cutAtLine(start, encoding)
  const others =
    source.packing === 'plain' && !encoding.startsWith('utf-16')
      ? await otherParts(path, source.bytes)
      : []
  return sampleText({
    file: source.file,
    start: await decode(whole, markLength),
    others: await Promise.all(others.map((part) => decode(part, 0).catch(() => ''))),
    encoding,
    encodingConfidence: confidence,
  })
}

/**
 * The first lines of a text as they stand, for a person who says where its columns begin; none of what
 * is no text, or cannot be decoded.
 */
export async function firstLines(path: string, most = 8): Promise<readonly string[]> {
  const source = await openByteSource(path, undefined, usualExpansionLimit, 'xlsx')
  const start = await startOf(source)
  if (start.toString('latin1', 0, 2) === 'PK' || start.toString('latin1', 0, 4) === 'PAR1')
    return []
  const { encoding, markLength } = guessEncoding(start)
  const whole = start.length < startBytes ? start : cutAtLine(start, encoding)
  const text = await decoded(whole, encoding, markLength, source).catch(() => '')
  return text
    .split(/\r\n|\r|\n/, most)
    .map((line) => line.slice(0, mostLetters))
    .filter((line) => line !== '')
}

/** Letters of a line that are shown. */
const mostLetters = 2000

async function startOf(source: ByteSource): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of source.read()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= startBytes) break
  }
  return Buffer.concat(chunks).subarray(0, startBytes)
}

function guessEncoding(start: Buffer): {
  encoding: NonNullable<Layout['encoding']>
  confidence: number
  markLength: number
} {
  const mark = findByteOrderMark(start)
  if (mark) return { encoding: mark.encoding, confidence: 1, markLength: mark.length }
  const wide = looksLikeUtf16(start.subarray(0, 4096))
  if (wide) return { encoding: wide, confidence: 0.9, markLength: 0 }
  const isUtf8 = new Utf8Check().push(start) === undefined
  const hasHighBytes = start.some((byte) => byte > 0x7f)
  if (isUtf8) return { encoding: 'utf-8', confidence: hasHighBytes ? 0.99 : 0.9, markLength: 0 }
  const hasWindowsSigns = start.some((byte) => byte >= 0x80 && byte <= 0x9f)
  const encoding = hasWindowsSigns ? 'windows-1252' : 'latin-1'
  return { encoding, confidence: hasWindowsSigns ? 0.9 : 0.7, markLength: 0 }
}

async function decoded(
  bytes: Buffer,
  encoding: NonNullable<Layout['encoding']>,
  markLength: number,
  { file }: ByteSource,
): Promise<string> {
  async function* once() {
    yield bytes
  }
  const chunks: Buffer[] = []
  for await (const chunk of decodeText(once(), encoding, markLength, {
    file,
    profile: '–',
    reopen: once,
  })) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function cutAtLine(bytes: Buffer, encoding: string): Buffer {
  if (encoding.startsWith('utf-16')) return bytes.subarray(0, bytes.length - (bytes.length % 2))
  const end = bytes.lastIndexOf(10)
  return end === -1 ? bytes : bytes.subarray(0, end + 1)
}

/** Whole lines from places further on in a long file. */
async function otherParts(path: string, length: number): Promise<Buffer[]> {
  if (length < startBytes * 2) return []
  const file = await open(path)
  try {
    const found: Buffer[] = []
    for (let part = 1; part <= parts; part += 1) {
      const at = Math.floor((length - partBytes) * (part / parts))
      const buffer = Buffer.alloc(partBytes)
      const { bytesRead } = await file.read(buffer, 0, partBytes, at)
      const bytes = buffer.subarray(0, bytesRead)
      const first = bytes.indexOf(10)
      const last = bytes.lastIndexOf(10)
      if (first !== -1 && last > first) found.push(bytes.subarray(first + 1, last))
    }
    return found
  } finally {
    await file.close()
  }
}

async function sampleParquet(path: string, workshop: Workshop, file: string): Promise<FileSample> {
  try {
    const engine = await workshop.engine()
    const from = `read_parquet(${quoteText(path)})`
    const described = await engine.rows<{ name: string }>(
      `SELECT column_name AS name FROM (DESCRIBE SELECT * FROM ${from})`,
    )
    const columns = described.map(({ name }) => name)
    const texts = columns.map(
      (name) => `coalesce(CAST(${quoteName(name)} AS VARCHAR), '') AS ${quoteName(name)}`,
    )
    const rows = await engine.rows<Record<string, string>>(
      `SELECT ${texts.join(', ')} FROM ${from} LIMIT 1000`,
    )
    return {
      layout: { format: 'parquet' },
      lines: [{ part: 'format', value: 'parquet', confidence: 1 }],
      columns,
      rows: rows.map((row) => columns.map((name) => row[name] ?? '')),
    }
  } catch (error) {
    const reason = String((error as Error).message)
      .split('\n')[0]!
      .slice(0, 160)
    throw containerRefusals.refuse('parquet-broken', { file, reason })
  }
}
