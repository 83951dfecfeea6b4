/** How far an archive may expand before it is taken for a bomb. */
export interface ExpansionLimit {
  /** Expanded bytes for each byte of the archive, each from so many expanded bytes on: small files compress well. */
  readonly ratios: readonly { readonly ratio: number; readonly from: number }[]
  /** Expanded bytes in all. */
  readonly bytes: number
}

/**
 * Tables of codes compress 10 to 60 times, and lines that are all the same 340 to 510 times: deflate writes at least
 * four bits for 258 bytes that repeat those 9 to 16 bytes before them, and two where they repeat those just before
 * (1,032 times, where it ends). So 16 MiB that expand more than 600 times are no table, and 64 MiB that expand more
 * than 300 times are none that anybody has to send packed. The size leaves room for a hundred years of a busy border.
 *
 * @see RFC 1951, 3.2.5: lengths and distances and their extra bits
 */
export const usualExpansionLimit: ExpansionLimit = {
  ratios: [
    { ratio: 600, from: 16 * 2 ** 20 },
    { ratio: 300, from: 64 * 2 ** 20 },
  ],
  bytes: 256 * 2 ** 30,
}

/** What an archive was refused for: more expanded bytes than this, or more than so many times the packed ones. */
export interface Exceeded {
  readonly bytes: number
  readonly ratio?: number
}

/** What a limit does not allow of so many bytes expanded from so many packed; undefined where it allows them. */
export function findExceeded(
  { ratios, bytes }: ExpansionLimit,
  expanded: number,
  packed: number,
): Exceeded | undefined {
  if (expanded > bytes) return { bytes }
  const over = ratios.find(({ ratio, from }) => expanded > from && expanded > ratio * packed)
  return over && { bytes: over.from, ratio: over.ratio }
}

/**
 * Passes bytes on and throws what `refuse` makes once they are more than the limit allows.
 * @param packedSoFar packed bytes that the bytes so far came from
 */
export async function* withinLimit(
  bytes: AsyncIterable<Buffer>,
  packedSoFar: () => number,
  limit: ExpansionLimit,
  refuse: (exceeded: Exceeded) => Error,
): AsyncIterable<Buffer> {
  let seen = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    const exceeded = findExceeded(limit, seen, packedSoFar())
    if (exceeded !== undefined) throw refuse(exceeded)
    yield chunk
  }
}
