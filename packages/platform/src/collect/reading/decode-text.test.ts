import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findByteOrderMark, looksLikeUtf16 } from './byte-order-mark.ts'
import { decideEncoding, decodeText } from './decode-text.ts'
import { OneByteDecoder } from './one-byte-encoding.ts'
import { Utf8Check } from './utf8-check.ts'

async function* chunked(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function sourceOf(bytes: Buffer) {
  return { file: 'a.csv', profile: 'p', reopen: () => chunked(bytes, 3) }
}

async function decoded(bytes: Buffer, encoding: Parameters<typeof decodeText>[1], size = 3) {
  const parts: Buffer[] = []
  for await (const part of decodeText(chunked(bytes, size), encoding, 0, sourceOf(bytes)))
    parts.push(part)
  return Buffer.concat(parts).toString()
}

describe('text is decoded', () => {
  it('from UTF-16 of either order, wherever chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => {
          const little = Buffer.from(text, 'utf16le')
          expect(await decoded(little, 'utf-16le', size)).toBe(text)
          expect(await decoded(Buffer.from(little).swap16(), 'utf-16be', size)).toBe(text)
        },
      ),
    )
  })

  it('from ISO 8859-1 letter by letter: byte 0x80 is a control character, no euro sign', async () => {
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    expect(await decoded(everyByte, 'latin-1')).toBe(everyByte.toString('latin1'))
  })

  it('from Windows-1252 as the index of the Encoding standard has it', () => {
    // Code points of bytes 0x80 to 0x9F; zero where Windows gives the byte no meaning. TextDecoder
    // is no judge of it: in some versions of Node it reads this range as ISO 8859-1.
    const index = [
      8364, 0, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 0, 381, 0, 0, 8216,
      8217, 8220, 8221, 8226, 8211, 8212, 732, 8482, 353, 8250, 339, 0, 382, 376,
    ]
    for (const [place, codePoint] of index.entries()) {
      const decode = () =>
        new OneByteDecoder('windows-1252').decode(Buffer.of(0x80 + place)).toString()
      if (codePoint === 0) expect(decode).toThrow('has no meaning')
      else expect(decode()).toBe(String.fromCodePoint(codePoint))
    }
  })

  it('and never replaced: half a character of UTF-16 refuses the file', async () => {
    const half = Buffer.from([0x61, 0x00, 0x00, 0xd8, 0x62, 0x00])
    await expect(decoded(half, 'utf-16le')).rejects.toMatchObject({
      code: 'collect.encoding-broken',
    })
  })
})

describe('a byte that is not UTF-8', () => {
  it('is found where it is, wherever chunks end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom([0xff], [0xc3, 0x28], [0xe2, 0x82, 0x28], [0x80]),
        fc.integer({ min: 1, max: 5 }),
        (text, broken, size) => {
          const before = Buffer.from(text)
          const bytes = Buffer.concat([before, Buffer.from(broken), Buffer.from(' and more')])
          const check = new Utf8Check()
          let found: number | undefined
          for (let at = 0; at < bytes.length && found === undefined; at += size) {
            found = check.push(bytes.subarray(at, at + size))
          }
          expect(found).toBe(before.length)
        },
      ),
    )
  })

  it('is told of with its line, and the encoding that the bytes look like', async () => {
    const bytes = Buffer.from('uno\ndos\nNúñez\n', 'latin1')
    await expect(decoded(bytes, 'utf-8')).rejects.toMatchObject({
      details: { line: 3, byte: 10, looksLike: 'latin-1' },
    })
  })

  it('at the very end of the file is a sequence cut short', async () => {
    await expect(decoded(Buffer.from('a é').subarray(0, 3), 'utf-8')).rejects.toMatchObject({
      details: { byte: 3 },
    })
  })
})

describe('the encoding of a file', () => {
  it('is that of its byte order mark', () => {
    expect(findByteOrderMark(Buffer.from([0xef, 0xbb, 0xbf, 0x61]))).toEqual({
      encoding: 'utf-8',
      length: 3,
    })
    expect(findByteOrderMark(Buffer.from('plain'))).toBeUndefined()
  })

  it('is told from zeros where UTF-16 has no mark', () => {
    expect(looksLikeUtf16(Buffer.from('fecha,sexo\n', 'utf16le'))).toBe('utf-16le')
    expect(looksLikeUtf16(Buffer.from('fecha,sexo\n', 'utf16le').swap16())).toBe('utf-16be')
    expect(looksLikeUtf16(Buffer.from('fecha,sexo\n'))).toBeUndefined()
  })

  it('that contradicts the profile refuses the file', () => {
    const utf16 = Buffer.from('\ufefffecha', 'utf16le')
    expect(() => decideEncoding(utf16, { ...sourceOf(utf16), encoding: 'utf-8' })).toThrow(
      'utf-16le',
    )
  })
})
