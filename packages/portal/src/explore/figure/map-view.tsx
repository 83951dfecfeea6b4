import { Suspense, type ReactNode } from 'react'
import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import { findAreaAxis } from '@caudal/methods/publish/map'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { lowerFirst } from '../../words/in-words.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { useDrawableLevels } from '../drawable-levels.ts'
import type { Exploration } from '../specification/exploration.ts'
import { placeOf, putDimension, setLevel, takeApart } from '../specification/rearrange.ts'
import { AreaMap } from './area-map.ts'
import type { Coverage } from './coverage.ts'
import styles from './figure.module.css'

/** A table on a map, where one of its axes is a place; else the way there. */
export function MapView({
  cube,
  result,
  coverage,
  exploration,
  change,
}: {
  readonly cube: CubeAnswer
  readonly result: TableResult
  readonly coverage: Coverage | undefined
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language } = useSpeaking()
  const axis = findAreaAxis(result)
  if (!axis) return <WayToMap cube={cube} exploration={exploration} change={change} />
  return (
    <Suspense fallback={<SlowNotice />}>
      <AreaMap
        result={result}
        language={language}
        area={result[axis.axis][axis.index]!.id}
        coverage={coverage}
        view={exploration.map}
        onViewChange={(map) => change({ ...exploration, map })}
      />
    </Suspense>
  )
}

/** Offers the places of a cube that can be drawn. */
function WayToMap({
  cube,
  exploration,
  change,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const { spec } = exploration
  const { levels, pending } = useDrawableLevels([cube], language)
  if (pending) return <SlowNotice />
  if (levels.length === 0) return <p className={styles['instead']}>{words.views.noArea}</p>
  const put = (written: string): void => {
    const { id } = takeApart(written)
    const onAxis = placeOf(spec, id).place !== 'rest'
    const next = onAxis ? setLevel(spec, id, written) : putDimension(spec, written, 'rows', 0)
    change({ ...exploration, spec: next })
  }
  return (
    <div className={styles['instead']}>
      <p>{words.views.mapNeedsArea}</p>
      <p className={styles['actions']}>
        {levels.slice(0, 3).map(({ written, label }) => (
          <button key={written} type="button" className="button" onClick={() => put(written)}>
            {words.views.putArea(lowerFirst(label))}
          </button>
        ))}
      </p>
    </div>
  )
}
