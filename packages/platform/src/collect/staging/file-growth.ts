import { stat } from 'node:fs/promises'

/** How often a growing file is looked at, in milliseconds. */
const lookEveryMs = 250

/**
 * Tells how far a file under way has grown, while `work` writes it: the engine does not tell how
 * far it is.
 *
 * @param expectedBytes what the file is likely to be in the end
 * @param onShare told from 0 to 1, never less than before
 */
export async function watchGrowth<Result>(
  path: string,
  expectedBytes: number,
  onShare: (share: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const look = setInterval(() => {
    stat(path).then(
      ({ size }) => onShare(Math.min(1, size / expectedBytes)),
      // Not there yet, or gone already.
      () => {},
    )
  }, lookEveryMs)
  try {
    return await work()
  } finally {
    clearInterval(look)
  }
}
