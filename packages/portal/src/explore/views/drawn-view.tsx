import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import type { Exploration, View } from '../specification/exploration.ts'
import { unfitFor } from '../specification/fitting-views.ts'
import type { ViewProps } from './view-props.ts'
import { WayThere } from './way-there.tsx'

/** Views that are fetched when one of them is wanted. */
export type DrawnViewName = Exclude<View, 'table' | 'bar' | 'line' | 'map'>

const drawn: Readonly<Record<DrawnViewName, ComponentType<ViewProps>>> = {
  multiples: lazy(async () => ({ default: (await import('./multiples-view.tsx')).MultiplesView })),
  heat: lazy(async () => ({ default: (await import('./heat-view.tsx')).HeatView })),
  pyramid: lazy(async () => ({ default: (await import('./pyramid-view.tsx')).PyramidView })),
  sankey: lazy(async () => ({ default: (await import('./sankey-view.tsx')).SankeyView })),
  flow: lazy(async () => ({ default: (await import('./flow-map-view.tsx')).FlowMapView })),
  chord: lazy(async () => ({ default: (await import('./chord-view.tsx')).ChordView })),
}

/** A view of the table, or the way to a table that it can be drawn of. */
export function DrawnView({
  view,
  change,
  ...props
}: Omit<ViewProps, 'pick'> & {
  readonly view: DrawnViewName
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { cube, exploration } = props
  const unfit = unfitFor(view, cube, exploration.spec)
  if (unfit) return <WayThere unfit={unfit} go={(spec) => change({ ...exploration, spec })} />
  const pick = (id: string, code: string): void =>
    change({ ...exploration, at: { ...exploration.at, [id]: code } })
  const Drawn = drawn[view]
  return (
    <Suspense fallback={<SlowNotice />}>
      <Drawn {...props} pick={pick} />
    </Suspense>
  )
}
