import type { OfficeParameters } from '@caudal/methods/synthetic'

export type FileEncoding = OfficeParameters['file']['encoding']

/** Bytes that no line of a drawn file exceeds, whatever its encoding. */
export const longestLine = 4096

/** What Windows-1252 puts where Latin-1 has control characters, as far as drawn files need it. */
const windowsSigns: Readonly<Record<string, string>> = {
  '–': '\u0096',
  '’': '\u0092',
  '…': '\u0085',
}

/** Writes text into a buffer in an encoding; answers with the number of bytes. */
export function writeText(
  buffer: Buffer,
  text: string,
  at: number,
  encoding: FileEncoding,
): number {
  switch (encoding) {
    case 'utf-8':
      return buffer.write(text, at, 'utf8')
    case 'utf-16le':
      return buffer.write(text, at, 'utf16le')
    case 'windows-1252':
      return buffer.write(
        text.replace(/[–’…]/g, (sign) => windowsSigns[sign]!),
        at,
        'latin1',
      )
    default:
      return buffer.write(text, at, 'latin1')
  }
}

/** The bytes of a text in an encoding. */
export function encodeText(text: string, encoding: FileEncoding): Buffer {
  const buffer = Buffer.alloc(text.length * 4)
  return buffer.subarray(0, writeText(buffer, text, 0, encoding))
}

/** The byte order mark of an encoding. */
export function byteOrderMark(encoding: FileEncoding): Buffer {
  return encoding === 'utf-8' || encoding === 'utf-16le'
    ? encodeText('\ufeff', encoding)
    : Buffer.alloc(0)
}
