import { inflateRawSync } from 'node:zlib'

/** Everything that an answer says; of a workbook, what its parts say. */
export function saidBy(body: Buffer): string {
  if (body.length < 4 || body.readUInt16BE(0) !== 0x504b) return body.toString('utf8')
  const parts: string[] = []
  for (let at = body.indexOf('PK\x01\x02'); at >= 0; at = body.indexOf('PK\x01\x02', at + 4)) {
    const from = body.readUInt32LE(at + 42)
    const start = from + 30 + body.readUInt16LE(from + 26) + body.readUInt16LE(from + 28)
    const content = body.subarray(start, start + body.readUInt32LE(at + 20))
    parts.push((body.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString())
  }
  return parts.join('\n')
}
