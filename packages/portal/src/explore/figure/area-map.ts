import { lazy, type ReactNode } from 'react'
import type { TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'

export interface MapProps {
  readonly result: TableResult
  readonly language: Language
}

const found = import.meta.glob<{ default: (props: MapProps) => ReactNode }>('../map/area-map.tsx')
const load = found['../map/area-map.tsx']

/** The map of a table, fetched when one is wanted. */
export const AreaMap = load && lazy(load)
