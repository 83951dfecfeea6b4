import type { Observation, ObservationStream } from '@caudal/methods/exchange'

/** A stream whose head has been read; undefined where there is nothing in it. */
export async function peeked(stream: ObservationStream): Promise<ObservationStream | undefined> {
  const iterator = stream[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await iterator.next()
    if (done === true) return undefined
    if (value.length > 0) return resumed(value, iterator)
  }
}

async function* resumed(
  head: readonly Observation[],
  rest: AsyncIterator<readonly Observation[]>,
): AsyncGenerator<readonly Observation[]> {
  try {
    yield head
    for (;;) {
      const { value, done } = await rest.next()
      if (done === true) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}

/** Observations from an offset on, and no more than a limit. */
export function sliced(
  stream: ObservationStream,
  offset: number,
  limit: number | undefined,
): ObservationStream {
  return offset === 0 && limit === undefined ? stream : slices(stream, offset, limit)
}

async function* slices(
  stream: ObservationStream,
  offset: number,
  limit: number | undefined,
): AsyncGenerator<readonly Observation[]> {
  let skip = offset
  let left = limit ?? Infinity
  for await (const observations of stream) {
    if (skip >= observations.length) {
      skip -= observations.length
      continue
    }
    const kept = observations.slice(skip, left === Infinity ? undefined : skip + left)
    skip = 0
    left -= kept.length
    if (kept.length > 0) yield kept
    if (left <= 0) return
  }
}
