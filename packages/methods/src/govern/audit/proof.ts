import { type Hash, splitOf } from './tree-hash.ts'

/** Leaves from `start` up to, but not including, `end`: the span of one node of the tree. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The spans whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf up
 * (`PATH` of the RFC).
 *
 * @see RFC 9162 (2021), section 2.1.3.1
 * @example inclusionSpans(2, 5) // => [{ start: 3, end: 4 }, { start: 0, end: 2 }, { start: 4, end: 5 }]
 */
export function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      spans.push({ start: middle, end })
      end = middle
    } else {
      spans.push({ start, end: middle })
      start = middle
    }
  }
  return spans.reverse()
}

/**
 * The spans whose hashes prove that the tree of `earlier` leaves is the beginning of the tree of
 * `later` leaves (`PROOF` of the RFC).
 *
 * @see RFC 9162 (2021), section 2.1.4.1
 * @example consistencySpans(4, 8) // => [{ start: 4, end: 8 }]
 */
export function consistencySpans(earlier: number, later: number): Span[] {
  if (earlier === 0 || earlier === later) return []
  const spans: Span[] = []
  let [start, end, whole] = [0, later, true]
  while (end !== earlier) {
    const middle = start + splitOf(end - start)
    if (earlier <= middle) {
      spans.push({ start: middle, end })
      end = middle
    } else {
      spans.push({ start, end: middle })
      start = middle
      whole = false
    }
  }
  // the earlier root itself is known to whoever checks; a part of it is not
  if (!whole) spans.push({ start, end })
  return spans.reverse()
}

/** The hashes of a proof, from its spans. */
export function hashSpans(spans: readonly Span[], hashOf: (span: Span) => Hash): Hash[] {
  return spans.map((span) => hashOf(span))
}
