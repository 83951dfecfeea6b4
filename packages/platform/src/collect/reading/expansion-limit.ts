/** How far an archive may expand before it is taken for a bomb. */
export interface ExpansionLimit {
  /** Expanded bytes for each byte of the archive. */
  readonly ratio: number
  /** Expanded bytes below which the ratio is not looked at: small files compress well. */
  readonly ratioFrom: number
  /** Expanded bytes in all. */
  readonly bytes: number
}

/**
 * Tables of codes compress 10 to 60 times; deflate itself ends at 1,032. The ratio leaves room
 * for the most repetitive of real files, the size for a hundred years of a busy border.
 */
export const usualExpansionLimit: ExpansionLimit = {
  ratio: 300,
  ratioFrom: 64 * 2 ** 20,
  bytes: 256 * 2 ** 30,
}

/** Passes bytes on and throws what `refuse` makes once they are more than the limit allows. */
export async function* withinLimit(
  bytes: AsyncIterable<Buffer>,
  compressedBytes: number,
  limit: ExpansionLimit,
  refuse: (limitBytes: number) => Error,
): AsyncIterable<Buffer> {
  const allowed = Math.min(limit.bytes, Math.max(limit.ratioFrom, limit.ratio * compressedBytes))
  let seen = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    if (seen > allowed) throw refuse(allowed)
    yield chunk
  }
}
