import type { ByteSource } from '../reading/byte-source.ts'

const headBytes = 2 ** 20

/** The start of a source, up to its last whole line. */
export function headOf(source: ByteSource): ByteSource {
  return {
    ...source,
    // So that it is read from here, and not by the engine from the disk.
    packing: 'gzip',
    async *read() {
      let length = 0
      for await (const chunk of source.read()) {
        length += chunk.length
        if (length < headBytes) {
          yield chunk
          continue
        }
        const end = chunk.lastIndexOf(10)
        // A letter of UTF-16 has a second byte.
        yield end === -1 ? chunk : chunk.subarray(0, chunk[end + 1] === 0 ? end + 2 : end + 1)
        return
      }
    },
  }
}
