import type { Layout } from '@caudal/methods/collect'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { Encoding } from './byte-order-mark.ts'
import type { ByteSource } from './byte-source.ts'
import type { LineEnd } from './plain-lines.ts'
import type { RecordLog } from './record-log.ts'

export interface TableRequest {
  readonly path: string
  readonly source: ByteSource
  readonly layout: Layout
  readonly profile: string
  /** Columns the profile names, to tell the delimiter by. */
  readonly wantedColumns: readonly string[]
  /** Reads what is in a format of its own: Parquet. */
  readonly engine: LakeEngine
  /** An empty folder of the workspace, for copies and notes. */
  readonly folder: string
  /** Look at no more than about so many records, and take no digest: for a preview. */
  readonly mostRecords?: number
  /** Check every field and make a copy: the engine refused what a hurried reading passed. */
  readonly isCareful?: boolean
  /** Bytes of the file read so far, of `total`. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined
}

/** A file, looked through from end to end: how the engine is to read it, and what it will find. */
export interface Table {
  readonly source: ByteSource
  /** SHA-256 of the file as it lies on the disk. */
  readonly sha256: string
  readonly encoding: Encoding
  readonly hasByteOrderMark: boolean
  /** CSV in UTF-8 with sound records only: the file itself, or a copy in the workspace. */
  readonly csv: CsvForEngine
  /** Names of the columns, each once; a column without a name is `#` and its number. */
  readonly columns: readonly string[]
  /** Names that the header gives to more than one column. */
  readonly repeatedColumns: readonly string[]
  readonly soundRecords: number
  readonly faultyRecords: number
  readonly log: RecordLog
}

export interface CsvForEngine {
  readonly path: string
  readonly isCopy: boolean
  readonly delimiter: string
  readonly quote: string
  readonly lineEnd: LineEnd
  /** Records at the start that are not data. */
  readonly skip: number
}

/** What a format's reader tells of a file; the rest is known before it begins. */
export type TableOfFormat = Omit<Table, 'source' | 'sha256' | 'encoding' | 'hasByteOrderMark'>

/** What one pass over the text of a file gives its format's reader. */
export interface TextPass {
  readonly request: TableRequest
  /** The text as UTF-8 without its byte order mark, from the start. */
  text(): AsyncIterable<Buffer>
  /** Whether the engine could read the file itself, were its text plain. */
  readonly isEngineReadable: boolean
  /** A new folder for the files of one more pass. */
  folder(): Promise<string>
}
