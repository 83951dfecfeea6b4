import { useCallback, useMemo } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { findFlowEnds, readCorridors, type Corridors } from '@caudal/methods/publish/views'
import { useSpeaking } from '../../words/speaking.tsx'
import { percentSign } from '../../words/number-format.ts'
import { isWhole } from '../figure/coverage.ts'
import { areaIdsOf } from '../specification/fitting-views.ts'
import type { ViewProps } from './view-props.ts'

/** The corridors of a table and how their figures are written; undefined where one is negative. */
export function useCorridors({ cube, result, coverage, exploration }: ViewProps): {
  readonly corridors: Corridors | undefined
  readonly write: (value: number) => string
  readonly notes: readonly string[]
} {
  const { language, words } = useSpeaking()
  const corridors = useMemo(() => {
    const ends = findFlowEnds(result, areaIdsOf(cube))
    return ends && readCorridors(result, ends, exploration.at, (code) => isWhole(code, coverage))
  }, [cube, result, coverage, exploration.at])
  const { unit, decimals } = result.measure
  const write = useCallback(
    (value: number): string =>
      `${formatNumber(value, language, decimals)}${percentSign(unit, language)}`,
    [language, decimals, unit],
  )
  const notes = corridors
    ? [
        corridors.within > 0 && words.views.within(write(corridors.within)),
        corridors.unplaced > 0 && words.views.unplaced(write(corridors.unplaced)),
        corridors.hidden > 0 && words.views.hidden(formatNumber(corridors.hidden, language)),
      ].filter((note) => note !== false)
    : []
  return { corridors, write, notes }
}
