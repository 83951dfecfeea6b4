/** Largest boundary file that is read, in bytes: it is parsed as a whole, in about ten times its size. */
export const largestFileBytes = 100 * 2 ** 20

/** Most areas of one set: above it neither a map nor its list can be read. */
export const mostAreas = 10_000
