import type { ReactNode } from 'react'
import type { TableSpec } from '@caudal/methods/publish'
import { listOf, lowerFirst } from '../../words/in-words.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Unfit } from '../specification/fitting-views.ts'
import figure from '../figure/figure.module.css'

/** Why a view cannot be drawn of this table, and the tables it could be drawn of. */
export function WayThere({
  unfit: { needs, ways },
  go,
}: {
  readonly unfit: Unfit
  readonly go: (spec: TableSpec) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  return (
    <div className={figure['instead']}>
      <p>{words.views.needs[needs]}</p>
      {ways.length === 0 ? (
        <p>{words.views.noWay}</p>
      ) : (
        <p className={figure['actions']}>
          {ways.map(({ labels, spec }) => (
            <button key={labels.join()} type="button" className="button" onClick={() => go(spec)}>
              {words.views.putArea(listOf(labels.map(lowerFirst), language))}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
