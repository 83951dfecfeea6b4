/**
 * A workbook without the moment at which it was packed: the times of a zip archive's members,
 * which are all in a workbook that depends on the clock, are set to the first of January 1980.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, section 4.4.6
 */
export function steadyWorkbook(workbook: Buffer): Buffer {
  const steady = Buffer.from(workbook)
  const end = steady.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const count = steady.readUInt16LE(end + 10)
  let entry = steady.readUInt32LE(end + 16)
  for (let at = 0; at < count; at += 1) {
    setTime(steady, entry + 12)
    setTime(steady, steady.readUInt32LE(entry + 42) + 10)
    entry +=
      46 +
      steady.readUInt16LE(entry + 28) +
      steady.readUInt16LE(entry + 30) +
      steady.readUInt16LE(entry + 32)
  }
  return steady
}

function setTime(bytes: Buffer, at: number): void {
  bytes.writeUInt16LE(0, at)
  bytes.writeUInt16LE(0x21, at + 2)
}
