import { Suspense, type ReactNode } from 'react'
import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { writtenFor } from '../builder/written-level.ts'
import type { Exploration } from '../specification/exploration.ts'
import { placeOf, putDimension } from '../specification/rearrange.ts'
import { AreaMap } from './area-map.ts'
import styles from './figure.module.css'

/** A table on a map, where one of its axes is a place. */
export function MapView({
  cube,
  result,
  exploration,
  change,
}: {
  readonly cube: CubeAnswer
  readonly result: TableResult
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const { spec } = exploration
  const areas = cube.dimensions.filter(({ kind }) => kind === 'area')
  const onAxis = areas.some(({ id }) => placeOf(spec, id).place !== 'rest')

  if (areas.length === 0) return <p className={styles['instead']}>{words.views.noArea}</p>
  if (!onAxis) {
    return (
      <div className={styles['instead']}>
        <p>{words.views.mapNeedsArea}</p>
        <p className={styles['actions']}>
          {areas.slice(0, 3).map((area) => (
            <button
              key={area.id}
              type="button"
              className="button"
              onClick={() =>
                change({
                  ...exploration,
                  spec: putDimension(spec, writtenFor(area, spec), 'rows', 0),
                })
              }
            >
              {words.views.putArea(area.label)}
            </button>
          ))}
        </p>
      </div>
    )
  }
  if (!AreaMap) return <p className={styles['instead']}>{words.views.mapSoon}</p>
  return (
    <Suspense fallback={<SlowNotice />}>
      <AreaMap result={result} language={language} />
    </Suspense>
  )
}
