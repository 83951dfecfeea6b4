import { useEffect, useState } from 'react'
import type { AreaLevel } from '@caudal/methods/publish/map'
import { loadBoundaries, loadWorld, type Boundaries } from './load-boundaries.ts'

export type BoundariesState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; retry(): void }
  | {
      readonly status: 'ready'
      readonly boundaries: Boundaries
      /** Land around the areas; follows later, and only as a background. */
      readonly world?: Boundaries
    }

/** Loads what a map of these codes needs; the background follows once the map stands. */
export function useBoundaries(level: AreaLevel, codes: readonly string[]): BoundariesState {
  const [state, setState] = useState<BoundariesState>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const key = codes.join(',')

  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    setState({ status: 'loading' })
    const work = async (): Promise<void> => {
      try {
        const boundaries = await loadBoundaries(level, key === '' ? [] : key.split(','), signal)
        if (level === 'country') {
          setState({ status: 'ready', boundaries, world: boundaries })
          return
        }
        setState({ status: 'ready', boundaries })
        const world = await loadWorld(signal).catch(() => undefined)
        if (world && !signal.aborted) setState({ status: 'ready', boundaries, world })
      } catch {
        if (signal.aborted) return
        setState({ status: 'failed', retry: () => setAttempt((before) => before + 1) })
      }
    }
    void work()
    return () => abort.abort()
  }, [level, key, attempt])

  return state
}
