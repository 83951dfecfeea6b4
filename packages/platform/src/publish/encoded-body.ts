import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Bytes up to which packing takes a fraction of a millisecond; longer answers are left to streams. */
const longest = 64 * 1024
/** Bytes below which packing saves nothing. */
const shortest = 1024

/**
 * The encoding in which a text is sent, by the Accept-Encoding of its reader; undefined where it
 * is sent as it is, or too long to be packed at once.
 *
 * @see RFC 9110, 12.5.3
 */
export function chooseEncoding(
  text: string | Buffer,
  accepted: string | string[] | undefined,
): Encoding | undefined {
  if (text.length < shortest || text.length > longest || typeof accepted !== 'string')
    return undefined
  const accepts = (encoding: Encoding) =>
    accepted.split(',').some((part) => {
      const [name = '', quality = 'q=1'] = part.split(';').map((each) => each.trim().toLowerCase())
      return name === encoding && !/^q=0(\.0*)?$/.test(quality)
    })
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : undefined
}

/** Packs a text at once: a stream would cost more than the packing. */
export function encodeBody(text: string, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(text)
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
