import type { Layout } from '@caudal/methods/collect'

export type Encoding = NonNullable<Layout['encoding']>

interface Mark {
  readonly encoding: Encoding
  readonly length: number
}

/**
 * The encoding a byte order mark at the start of a file tells, and the mark's length in bytes.
 *
 * @example findByteOrderMark(Buffer.from([0xef, 0xbb, 0xbf, 0x61])) // => { encoding: 'utf-8', length: 3 }
 */
export function findByteOrderMark(start: Uint8Array): Mark | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf)
    return { encoding: 'utf-8', length: 3 }
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/**
 * Whether the start of a file looks like UTF-16 without a mark: text in Latin letters has a zero
 * in every other byte, and no text in a one-byte encoding has zeros at all.
 */
export function looksLikeUtf16(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0]
  for (let at = 0; at < start.length; at += 1) if (start[at] === 0) zeros[at % 2]! += 1
  const half = start.length / 2
  if (start.length < 4) return undefined
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le'
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be'
  return undefined
}
