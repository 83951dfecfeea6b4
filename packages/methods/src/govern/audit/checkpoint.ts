import { fromBase64, toBase64 } from './base64.ts'
import { type Hash, hashLength } from './tree-hash.ts'

/** The state of a log: how many entries it has, and the root over them. */
export interface Checkpoint {
  /** Names the log. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /**
   * The entries written last, together: the first one's place and the root over them. (An extension
   * line of the note, by which an altered entry is told from its neighbours.)
   */
  readonly group?: { readonly first: number; readonly root: Hash }
}

/**
 * A checkpoint as the text that is signed.
 *
 * @see C2SP tlog-checkpoint v1.0.0, "Note text"
 * @example writeCheckpoint({ origin: 'log', size: 0, root: emptyRoot }) // => 'log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 */
export function writeCheckpoint({ origin, size, root, group }: Checkpoint): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`
  return group === undefined ? text : `${text}group ${group.first} ${toBase64(group.root)}\n`
}

/** A checkpoint from its text; undefined where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root, ...extensions] = text.split('\n')
  // the text ends in a newline, so the last part is empty, and no other is
  if (extensions.pop() !== '' || extensions.includes('')) return undefined
  if (origin === undefined || origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size ?? '')) {
    return undefined
  }
  const hash = readHash(root ?? '')
  if (hash === undefined || !Number.isSafeInteger(Number(size))) return undefined
  const checkpoint = { origin, size: Number(size), root: hash }
  const found = extensions.find((line) => line.startsWith('group '))
  if (found === undefined) return checkpoint
  const [, first, groupRoot] = /^group (0|[1-9]\d{0,15}) (\S+)$/.exec(found) ?? []
  const groupHash = readHash(groupRoot ?? '')
  if (first === undefined || groupHash === undefined) return undefined
  return { ...checkpoint, group: { first: Number(first), root: groupHash } }
}

function readHash(text: string): Hash | undefined {
  const bytes = fromBase64(text)
  return bytes?.length === hashLength ? bytes : undefined
}
