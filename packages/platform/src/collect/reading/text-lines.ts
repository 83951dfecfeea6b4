import { longestRecordBytes } from './reading-fault.ts'

export interface TextLine {
  /** Without its line end; undefined where it is longer than a record may be. */
  readonly text: string | undefined
  /** As a text editor counts, from 1. */
  readonly number: number
}

/** The lines of a UTF-8 text, as many at a time as a chunk holds, in bounded memory. */
export async function* textLines(bytes: AsyncIterable<Buffer>): AsyncIterable<readonly TextLine[]> {
  let rest: Buffer = Buffer.alloc(0)
  let isTooLong = false
  let number = 1
  for await (const chunk of bytes) {
    const work = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const lines: TextLine[] = []
    let at = 0
    for (let end = work.indexOf(10); end !== -1; end = work.indexOf(10, at)) {
      lines.push({ text: isTooLong ? undefined : lineOf(work, at, end), number })
      isTooLong = false
      number += 1
      at = end + 1
    }
    rest = work.subarray(at)
    if (rest.length > longestRecordBytes) {
      isTooLong = true
      rest = Buffer.alloc(0)
    }
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0 || isTooLong) {
    yield [{ text: isTooLong ? undefined : lineOf(rest, 0, rest.length), number }]
  }
}

function lineOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('utf8', start, bytes[end - 1] === 13 && end > start ? end - 1 : end)
}
