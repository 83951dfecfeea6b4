import { lazy } from 'react'

/** The map of a table, fetched when one is wanted. */
export const AreaMap = lazy(() => import('../map/area-map.tsx'))
