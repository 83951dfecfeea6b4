import { useCallback, useEffect, useState } from 'react'
import type { AreaLevel } from '@caudal/methods/publish/map'
import { loadBoundaries, loadWorld, type Boundaries } from './load-boundaries.ts'

export type BoundariesState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly boundaries: Boundaries
      /** Land around the areas; follows later, and only as a background. */
      readonly world: Boundaries | undefined
    }

interface Loaded {
  /** What it was loaded for. */
  readonly key: string
  readonly boundaries?: Boundaries
  readonly world?: Boundaries | undefined
}

/** Loads what a map of these codes needs; the background follows once the map stands. */
export function useBoundaries(level: AreaLevel, codes: readonly string[]): BoundariesState {
  const [attempt, setAttempt] = useState(1)
  const [loaded, setLoaded] = useState<Loaded>()
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const key = JSON.stringify([attempt, level, codes])

  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const put = (content: Omit<Loaded, 'key'>): void => {
      if (!signal.aborted) setLoaded({ key, ...content })
    }
    const work = async (): Promise<void> => {
      const [, level, codes] = JSON.parse(key) as [number, AreaLevel, string[]]
      const boundaries = await loadBoundaries(level, codes, signal)
      if (level === 'country') {
        put({ boundaries, world: boundaries })
        return
      }
      put({ boundaries })
      const world = await loadWorld(signal).catch(() => undefined)
      put({ boundaries, world })
    }
    work().catch(() => put({}))
    return () => abort.abort()
  }, [key])

  if (loaded?.key !== key) return { status: 'loading' }
  const { boundaries, world } = loaded
  return boundaries ? { status: 'ready', boundaries, world } : { status: 'failed', retry }
}
