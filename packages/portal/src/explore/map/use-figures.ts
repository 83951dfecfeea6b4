import { useMemo } from 'react'
import type { TableResult } from '@caudal/methods/publish'
import {
  wholeChoice,
  type AreaAxis,
  type AreaValue,
  type MapChoice,
  type MapFigure,
} from '@caudal/methods/publish/map'
import { isTimeChoice, readFigures, readPool } from './map-model.ts'

/**
 * The figures that are shown, and those of every period. Read again only when something else is
 * chosen: the choice is compared as text, since a new list may say the same.
 *
 * @param chosenText one code per choice, as JSON
 */
export function useFigures(
  result: TableResult,
  areas: AreaAxis,
  choices: readonly MapChoice[],
  figure: MapFigure,
  chosenText: string,
): { readonly series: readonly AreaValue[]; readonly pool: readonly AreaValue[] } {
  const series = useMemo(
    () => readFigures(result, areas, figure, codesOf(chosenText)),
    [result, areas, figure, chosenText],
  )
  const poolText = withoutTime(chosenText, choices)
  const pool = useMemo(
    () => readPool(result, areas, choices, figure, codesOf(poolText)),
    [result, areas, choices, figure, poolText],
  )
  return { series, pool }
}

function codesOf(text: string): string[] {
  return JSON.parse(text) as string[]
}

function withoutTime(text: string, choices: readonly MapChoice[]): string {
  const chosen = codesOf(text)
  if (chosen.includes(wholeChoice)) return text
  return JSON.stringify(chosen.map((code, place) => (isTimeChoice(choices[place]!) ? '' : code)))
}
