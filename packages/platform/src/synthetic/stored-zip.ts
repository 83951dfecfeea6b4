import { crc32 } from 'node:zlib'
import { HashedFile } from './hashed-file.ts'

/**
 * A zip archive of one member that is stored, not compressed: compressed bytes would differ from
 * one build of the compressor to the next, and a seed would no longer mean one file.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4
 */
export class StoredZip {
  readonly #file: HashedFile
  readonly #name: Buffer
  #crc = 0
  #size = 0

  constructor(path: string, member: string) {
    this.#file = new HashedFile(path)
    this.#name = Buffer.from(member, 'utf8')
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    this.#describe(head, 4)
    this.#file.append(head)
    this.#file.append(this.#name)
  }

  append(bytes: Buffer, start = 0, end = bytes.length): void {
    const part = bytes.subarray(start, end)
    this.#crc = crc32(part, this.#crc)
    this.#size += part.length
    if (this.#size > 0xfffffffe) throw new RangeError('a stored member stays under 4 GiB')
    this.#file.append(part)
  }

  end(): { readonly bytes: number; readonly sha256: string } {
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    this.#sizes(descriptor, 4)
    this.#file.append(descriptor)
    const start = 30 + this.#name.length + this.#size + 16
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    this.#describe(entry, 6)
    this.#sizes(entry, 16)
    this.#file.append(entry)
    this.#file.append(this.#name)
    const tail = Buffer.alloc(22)
    tail.writeUInt32LE(0x06054b50, 0)
    tail.writeUInt16LE(1, 8)
    tail.writeUInt16LE(1, 10)
    tail.writeUInt32LE(entry.length + this.#name.length, 12)
    tail.writeUInt32LE(start, 16)
    this.#file.append(tail)
    return this.#file.end()
  }

  abandon(): void {
    this.#file.abandon()
  }

  /** Version, flags (sizes follow, UTF-8 name), method, a date that never changes, name length. */
  #describe(record: Buffer, at: number): void {
    record.writeUInt16LE(20, at)
    record.writeUInt16LE(0x0808, at + 2)
    record.writeUInt16LE(0, at + 4)
    record.writeUInt16LE(0, at + 6)
    // 1 January 2025
    record.writeUInt16LE(((2025 - 1980) << 9) | (1 << 5) | 1, at + 8)
    record.writeUInt16LE(this.#name.length, at + 22)
  }

  #sizes(record: Buffer, at: number): void {
    record.writeUInt32LE(this.#crc, at)
    record.writeUInt32LE(this.#size, at + 4)
    record.writeUInt32LE(this.#size, at + 8)
  }
}
