import { edgeSpans, Frontier, type Hash, rootOf, type Span } from '@caudal/methods/govern'
import { type Queryable, readQuery } from '../../store/index.ts'

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
  const pieces = complete.map(pieceOf)
  const hashes = await readPieces(register, pieces)
  const rootsOfPieces = pieces.map((piece) => rootOf(take(hashes, piece)))
  let next = 0
  return spans.map((span) => {
    const count = alignedSpans(span).length
    const roots = rootsOfPieces.slice(next, next + count)
    next += count
    return joinRight(roots)
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

async function readPieces(register: Queryable, pieces: readonly Piece[]) {
  const hashes = new Map<string, Hash>()
  if (pieces.length === 0) return hashes
  const rows = await register.query<{ level: number; number: number; hash: Buffer }>(
    readQuery('./queries/subtrees.sql', import.meta.url),
    [
      pieces.map(({ level }) => level),
      pieces.map(({ low }) => low),
      pieces.map(({ high }) => high),
    ],
  )
  for (const { level, number, hash } of rows) hashes.set(`${level}:${number}`, hash)
  return hashes
}

function take(hashes: ReadonlyMap<string, Hash>, { level, low, high }: Piece): Hash[] {
  return Array.from({ length: high - low }, (_, place) => {
    const hash = hashes.get(`${level}:${low + place}`)
    if (hash === undefined)
      throw new Error(`The audit log lacks subtree ${low + place} of level ${level}.`)
    return hash
  })
}

function joinRight(roots: readonly Hash[]): Hash {
  const [first, ...rest] = roots
  return rest.length === 0 ? first! : rootOf([first!, joinRight(rest)])
}
