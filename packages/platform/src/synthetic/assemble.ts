import { closeSync, openSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { kindsIn, type Desk, type Office } from '@caudal/methods/synthetic'
import { HashedFile } from './hashed-file.ts'
import { byteOrderMark, encodeText } from './line-encoding.ts'
import { readBucket, type SpillPlan } from './spill.ts'
import { StoredZip } from './stored-zip.ts'
import { tablePart } from './truth-tables.ts'

/** A file of records as it came to be. */
export interface AssembledFile {
  /** Name within the folder of records. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Lines, the header not counted. */
  readonly records: number
}

/**
 * Puts the lines of one office in order into its file, and writes down whose each line is. Yields
 * after every bucket.
 */
export function* assembleFile(
  office: Office | Desk,
  index: number,
  plan: SpillPlan,
  parts: number,
  folder: string,
): Generator<void, AssembledFile> {
  const { file: layout } = office.parameters
  const path = join(folder, layout.name)
  const output =
    layout.member === undefined ? new HashedFile(path) : new StoredZip(path, layout.member)
  const truth = openSync(
    tablePart(plan.folder, index < plan.offices ? 'records' : 'registrations', index),
    'wx',
  )
  const newline = encodeText(layout.newline, layout.encoding)
  const kinds = new Map<number, string>()
  let ended = false
  // Line 1 is the header.
  let line = 1
  try {
    if (layout.byteOrderMark) output.append(byteOrderMark(layout.encoding))
    output.append(encodeText(office.header, layout.encoding))
    output.append(newline)
    for (let bucket = 0; bucket < plan.buckets; bucket += 1) {
      const lines = readBucket(plan, parts, index, bucket)
      const rows: string[] = []
      for (const at of lines.order) {
        line += 1
        const start = lines.start[at]!
        output.append(lines.bytes, start, start + lines.length[at]!)
        output.append(newline)
        const mask = lines.errors[at]!
        let errors = ''
        if (mask !== 0) {
          errors = kinds.get(mask) ?? kindsIn(mask).join(' ')
          kinds.set(mask, errors)
        }
        const ordinalAndCopy = lines.ordinalAndCopy[at]!
        rows.push(
          `${basename(path)}\t${line}\t${lines.person[at]!}\t${ordinalAndCopy >>> 1}\t${ordinalAndCopy & 1}\t${errors}\n`,
        )
      }
      const bytes = Buffer.from(rows.join(''), 'latin1')
      for (let at = 0; at < bytes.length;) at += writeSync(truth, bytes, at)
      yield
    }
    ended = true
    return { name: layout.name, ...output.end(), records: line - 1 }
  } finally {
    if (!ended) output.abandon()
    closeSync(truth)
  }
}
