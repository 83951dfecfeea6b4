import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { collectRefusals } from '../refusals.ts'
import { decideEncoding, decodeText } from './decode-text.ts'
import type { ByteSource } from './byte-source.ts'
import { readCsv } from './read-csv.ts'
import { readFixedWidth } from './read-fixed-width.ts'
import { readJson } from './read-json.ts'
import { readNdjson } from './read-ndjson.ts'
import { readParquet } from './read-parquet.ts'
import { refuseBinary, refuseForeignFormat } from './foreign-format.ts'
import type { Table, TableOfFormat, TableRequest, TextPass } from './table.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/**
 * Looks a file through once: its digest, its encoding, its records; what is not a sound record
 * is told of in the log. Makes a copy in the workspace only where the engine could not read the
 * file itself: out of an archive, from another encoding, or around faulty records.
 *
 * @throws {Refusal} where the file as a whole cannot be read
 */
export async function readTable(request: TableRequest): Promise<Table> {
  const { layout, source } = request
  const start = await readTextStart(source)
  refuseForeignFormat(start, source.file, layout.format)
  const isText = layout.format !== 'xlsx' && layout.format !== 'parquet'
  if (isText && !layout.encoding?.startsWith('utf-16')) refuseBinary(start, source.file)
  const naming = { file: source.file, profile: request.profile, reopen: () => source.read() }
  const { encoding, markLength } = isText
    ? decideEncoding(start, { ...naming, encoding: layout.encoding })
    : ({ encoding: 'utf-8', markLength: 0 } as const)

  const digest = createHash('sha256')
  let digested = 0
  let passes = 0
  const pass: TextPass = {
    request,
    isEngineReadable: source.packing === 'plain' && encoding === 'utf-8',
    async folder() {
      const folder = join(request.folder, `pass-${(passes += 1)}`)
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { mode: 0o700 })
      return folder
    },
    text() {
      let seen = 0
      const bytes = source.read((chunk) => {
        seen += chunk.length
        // The file is digested along with its first reading, and not again with a second one.
        if (seen > digested) {
          digest.update(chunk)
          digested = seen
          request.onProgress?.(digested, source.bytes)
        }
      })
      return decodeText(bytes, encoding, markLength, naming)
    },
  }
  const table = await readers[layout.format](pass)
  const isWhole = request.mostRecords === undefined
  const sha256 = !isWhole
    ? ''
    : digested === source.bytes
      ? digest.digest('hex')
      : await digestOf(request.path)
  return { source, sha256, encoding, hasByteOrderMark: markLength > 0, ...table }
}

/** How each format is read. */
const readers: Readonly<
  Record<TableRequest['layout']['format'], (pass: TextPass) => Promise<TableOfFormat>>
> = {
  csv: readCsv,
  tsv: readCsv,
  fixed: readFixedWidth,
  json: readJson,
  ndjson: readNdjson,
  xlsx: readXlsx,
  parquet: readParquet,
}

async function readTextStart(source: ByteSource): Promise<Buffer> {
  for await (const chunk of source.read()) return chunk.subarray(0, 4096)
  throw collectRefusals.refuse('file-empty', { file: source.file })
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }))
    digest.update(chunk as Buffer)
  return digest.digest('hex')
}
