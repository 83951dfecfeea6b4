import { crc32, deflateRawSync } from 'node:zlib'

/**
 * Packs files into a zip archive whose bytes depend on the files alone: no clock, no permissions,
 * members in the order of their names.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4
 */
export function packZip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const members: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const title = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(content, { level: 9 })
    const described = Buffer.alloc(26)
    described.writeUInt16LE(20, 0)
    // names are UTF-8
    described.writeUInt16LE(0x0800, 2)
    described.writeUInt16LE(8, 4)
    // 1 January 1980, where the calendar of zip archives begins
    described.writeUInt16LE(0x21, 8)
    described.writeUInt32LE(crc32(content), 10)
    described.writeUInt32LE(packed.length, 14)
    described.writeUInt32LE(content.length, 18)
    described.writeUInt16LE(title.length, 22)
    const head = Buffer.from([0x50, 0x4b, 3, 4])
    members.push(head, described, title, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    described.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    entries.push(entry, title)
    offset += head.length + described.length + title.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(files.size, 8)
  tail.writeUInt16LE(files.size, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...members, directory, tail])
}
