import { hash } from 'node:crypto'
import type { Hash } from '@caudal/methods/govern'

/** The leaf hash of `@caudal/methods/govern`, by the faster digest of Node. */
export function fastLeafHash(entry: string): Hash {
  return hash('sha256', Buffer.concat([leafMark, Buffer.from(entry)]), 'buffer')
}

/** The node hash of `@caudal/methods/govern`, by the faster digest of Node. */
export function fastNodeHash(left: Hash, right: Hash): Hash {
  const input = Buffer.allocUnsafe(1 + left.length + right.length)
  input[0] = 1
  input.set(left, 1)
  input.set(right, 1 + left.length)
  return hash('sha256', input, 'buffer')
}

const leafMark = Buffer.of(0)
