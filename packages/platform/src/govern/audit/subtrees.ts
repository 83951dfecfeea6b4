import {
  edgeSpans,
  Frontier,
  type Hash,
  rootOf,
  type Span,
  splitHashes,
} from '@caudal/methods/govern'
import { type Queryable, readQuery } from '../../store/index.ts'
import { fastNodeHash } from './fast-hash.ts'

/** Heights between the levels that are stored: a stored subtree has 256 children of the level below. */
export const levelHeight = 8

interface Piece {
  readonly level: number
  /** Numbers at that level, the end not included. */
  readonly low: number
  readonly high: number
}

/**
 * The hashes of spans of the tree, in their order, from the leaves and complete subtrees that are
 * stored: at most 255 children a level and span are read.
 */
export async function readSpanHashes(register: Queryable, spans: readonly Span[]): Promise<Hash[]> {
  const complete = spans.flatMap(alignedSpans)
  const roots = await readRoots(register, complete.map(pieceOf))
  let next = 0
  return spans.map((span) => {
    const count = alignedSpans(span).length
    const own = roots.slice(next, next + count)
    next += count
    return joinRight(own)
  })
}

/** What is needed to add to a log of `size` entries. */
export async function readFrontier(register: Queryable, size: number): Promise<Frontier> {
  return new Frontier(size, await readSpanHashes(register, edgeSpans(size)))
}

/** A span of a proof as the complete subtrees that it consists of, the largest first. */
function alignedSpans({ start, end }: Span): Span[] {
  return edgeSpans(end - start).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }))
}

/** A complete subtree as its children at the nearest stored level below it. */
function pieceOf({ start, end }: Span): Piece {
  const height = Math.round(Math.log2(end - start))
  const level = Math.floor(height / levelHeight)
  const children = 2 ** (levelHeight * level)
  return { level, low: start / children, high: end / children }
}

async function readRoots(register: Queryable, pieces: readonly Piece[]): Promise<Hash[]> {
  if (pieces.length === 0) return []
  const rows = await register.query<{ hashes: Buffer | null }>(
    readQuery('./queries/subtrees.sql', import.meta.url),
    [
      pieces.map(({ level }) => level),
      pieces.map(({ low }) => low),
      pieces.map(({ high }) => high),
    ],
  )
  return pieces.map(({ level, low, high }, place) => {
    const hashes = splitHashes(rows[place]?.hashes ?? new Uint8Array(0))
    if (hashes?.length !== high - low) {
      throw new Error(`The audit log lacks subtrees ${low} to ${high - 1} of level ${level}.`)
    }
    return rootOf(hashes, fastNodeHash)
  })
}

function joinRight(roots: readonly Hash[]): Hash {
  const [first, ...rest] = roots
  return rest.length === 0 ? first! : fastNodeHash(first!, joinRight(rest))
}
