import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { longestLine, writeText, type FileEncoding } from './line-encoding.ts'

/**
 * Lines on their way into order. Persons are drawn one after the other, files run by the time at
 * which a line was written: so lines are first spilled into buckets, by office and stretch of
 * days, and every bucket is then put in order by itself. Memory stays bounded by one bucket.
 */
export interface SpillPlan {
  readonly folder: string
  readonly firstDay: number
  readonly bucketDays: number
  /** Buckets per office; the last one also takes what is written after the drawn years. */
  readonly buckets: number
  /** Encoding by writer: the offices at the borders first, then the desks. */
  readonly encodings: readonly FileEncoding[]
  /** Writers with many lines, the first ones: they get buffers to match. */
  readonly offices: number
}

/** Bytes before each line: written minute, person, ordinal · 2 + copy, errors, length. */
const headBytes = 20
const bufferBytes = { office: 1 << 17, desk: 1 << 14 } as const

function bucketFile(plan: SpillPlan, part: number, office: number, bucket: number): string {
  return join(plan.folder, `${String(office)}-${String(bucket)}-${String(part)}.spill`)
}

/** One writer's share of the buckets; several parts may be written side by side. */
export class SpillWriter {
  readonly #plan: SpillPlan
  readonly #part: number
  readonly #buffers: (Buffer | undefined)[]
  readonly #used: Int32Array

  constructor(plan: SpillPlan, part: number) {
    this.#plan = plan
    this.#part = part
    const count = plan.encodings.length * plan.buckets
    this.#buffers = Array.from({ length: count }, () => undefined)
    this.#used = new Int32Array(count)
  }

  add(
    office: number,
    line: string,
    writtenMinute: number,
    person: number,
    ordinal: number,
    copy: number,
    errors: number,
  ): void {
    const { firstDay, bucketDays, buckets, encodings, offices } = this.#plan
    const size = office < offices ? bufferBytes.office : bufferBytes.desk
    const stretch = Math.floor((writtenMinute / 1440 - firstDay) / bucketDays)
    const index = office * buckets + Math.min(Math.max(stretch, 0), buckets - 1)
    let used = this.#used[index]!
    if (used + headBytes + longestLine > size) {
      this.#flush(index)
      used = 0
    }
    const buffer = (this.#buffers[index] ??= Buffer.allocUnsafe(size))
    const bytes = writeText(buffer, line, used + headBytes, encodings[office]!)
    buffer.writeUInt32LE(writtenMinute, used)
    buffer.writeUInt32LE(person, used + 4)
    buffer.writeUInt32LE(ordinal * 2 + copy, used + 8)
    buffer.writeUInt32LE(errors, used + 12)
    buffer.writeUInt32LE(bytes, used + 16)
    this.#used[index] = used + headBytes + bytes
  }

  /** Puts everything on disk. */
  end(): void {
    for (let index = 0; index < this.#used.length; index += 1) this.#flush(index)
  }

  #flush(index: number): void {
    const used = this.#used[index]!
    if (used === 0) return
    const { buckets } = this.#plan
    const file = bucketFile(this.#plan, this.#part, Math.floor(index / buckets), index % buckets)
    appendFileSync(file, this.#buffers[index]!.subarray(0, used))
    this.#used[index] = 0
  }
}

/** A line in order: where it lies in `bytes`, and whose it is. */
export interface SpilledLines {
  readonly bytes: Buffer
  readonly count: number
  /** Order of the lines: positions in the arrays below. */
  readonly order: Uint32Array
  readonly start: Uint32Array
  readonly length: Uint32Array
  readonly person: Uint32Array
  readonly ordinalAndCopy: Uint32Array
  readonly errors: Uint32Array
}

/** One bucket of an office, in the order of writing; the same whichever parts wrote it. */
export function readBucket(
  plan: SpillPlan,
  parts: number,
  office: number,
  bucket: number,
): SpilledLines {
  const chunks: Buffer[] = []
  for (let part = 0; part < parts; part += 1) {
    const file = bucketFile(plan, part, office, bucket)
    if (existsSync(file)) chunks.push(readFileSync(file))
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  let count = 0
  for (let at = 0; at < bytes.length; count += 1) at += headBytes + bytes.readUInt32LE(at + 16)
  const keys = new Float64Array(count)
  const order = new Uint32Array(count)
  const start = new Uint32Array(count)
  const length = new Uint32Array(count)
  const person = new Uint32Array(count)
  const ordinalAndCopy = new Uint32Array(count)
  const errors = new Uint32Array(count)
  const base = (plan.firstDay + bucket * plan.bucketDays) * 1440
  for (let at = 0, i = 0; i < count; i += 1) {
    person[i] = bytes.readUInt32LE(at + 4)
    ordinalAndCopy[i] = bytes.readUInt32LE(at + 8)
    errors[i] = bytes.readUInt32LE(at + 12)
    length[i] = bytes.readUInt32LE(at + 16)
    start[i] = at + headBytes
    order[i] = i
    // By minute, then person, then copy: no two lines of a bucket have all three alike.
    const minute = bytes.readUInt32LE(at) - base
    keys[i] = (minute * 0x8000000 + person[i]!) * 2 + (ordinalAndCopy[i]! & 1)
    at = start[i]! + length[i]!
  }
  order.sort((a, b) => keys[a]! - keys[b]!)
  return { bytes, count, order, start, length, person, ordinalAndCopy, errors }
}
