import { crc32 } from 'node:zlib'
import { HashedFile } from './hashed-file.ts'

interface Member {
  readonly name: Buffer
  /** Where its header stands in the archive. */
  readonly start: number
  crc: number
  size: number
}

/**
 * A zip archive whose members are stored, not compressed: compressed bytes would differ from
 * one build of the compressor to the next, and a seed would no longer mean one file.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4
 */
export class StoredZip {
  readonly #file: HashedFile
  readonly #members: Member[] = []
  #written = 0

  /** @param member name of the first member */
  constructor(path: string, member: string) {
    this.#file = new HashedFile(path)
    this.#begin(member)
  }

  /** Ends a member and begins the next. */
  next(member: string): void {
    this.#describeEnd()
    this.#begin(member)
  }

  append(bytes: Buffer, start = 0, end = bytes.length): void {
    const part = bytes.subarray(start, end)
    const member = this.#members.at(-1)!
    member.crc = crc32(part, member.crc)
    member.size += part.length
    if (member.size > 0xfffffffe) throw new RangeError('a stored member stays under 4 GiB')
    this.#put(part)
  }

  end(): { readonly bytes: number; readonly sha256: string } {
    this.#describeEnd()
    const start = this.#written
    for (const member of this.#members) {
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50, 0)
      entry.writeUInt16LE(20, 4)
      describe(member, entry, 6)
      sizes(member, entry, 16)
      entry.writeUInt32LE(member.start, 42)
      this.#put(entry)
      this.#put(member.name)
    }
    const tail = Buffer.alloc(22)
    tail.writeUInt32LE(0x06054b50, 0)
    tail.writeUInt16LE(this.#members.length, 8)
    tail.writeUInt16LE(this.#members.length, 10)
    tail.writeUInt32LE(this.#written - start, 12)
    tail.writeUInt32LE(start, 16)
    this.#put(tail)
    return this.#file.end()
  }

  abandon(): void {
    this.#file.abandon()
  }

  #begin(name: string): void {
    const member = { name: Buffer.from(name, 'utf8'), start: this.#written, crc: 0, size: 0 }
    this.#members.push(member)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    describe(member, head, 4)
    this.#put(head)
    this.#put(member.name)
  }

  #describeEnd(): void {
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    sizes(this.#members.at(-1)!, descriptor, 4)
    this.#put(descriptor)
  }

  #put(bytes: Buffer): void {
    this.#file.append(bytes)
    this.#written += bytes.length
  }
}

/** Version, flags (sizes follow, UTF-8 name), method, a date that never changes, name length. */
function describe(member: Member, record: Buffer, at: number): void {
  record.writeUInt16LE(20, at)
  record.writeUInt16LE(0x0808, at + 2)
  record.writeUInt16LE(0, at + 4)
  record.writeUInt16LE(0, at + 6)
  // 1 January 2025
  record.writeUInt16LE(((2025 - 1980) << 9) | (1 << 5) | 1, at + 8)
  record.writeUInt16LE(member.name.length, at + 22)
}

function sizes({ crc, size }: Member, record: Buffer, at: number): void {
  record.writeUInt32LE(crc, at)
  record.writeUInt32LE(size, at + 4)
  record.writeUInt32LE(size, at + 8)
}
