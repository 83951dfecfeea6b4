import type { ReactNode } from 'react'
import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { climbTo, drillPaths } from '../specification/drill.ts'
import type { Exploration } from '../specification/exploration.ts'
import styles from './figure.module.css'

/** The way down that a table has gone in each of its hierarchies; every step leads back up. */
export function DrillPathLine({
  cube,
  exploration,
  result,
  change,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { words } = useSpeaking()
  const { spec } = exploration
  const climb = (level: string): void =>
    change({ ...exploration, spec: climbTo(cube, spec, level) })
  return drillPaths(cube, spec, result.filters).map(({ dimension, label, top, steps }) => (
    <nav
      key={dimension}
      className={`${styles['path']} no-print`}
      aria-label={words.drill.path(label)}
    >
      <ol>
        <li>
          <button type="button" onClick={() => climb(top)}>
            {words.drill.whole(label)}
          </button>
        </li>
        {steps.map((step, place) => (
          <li key={step.below}>
            {place === steps.length - 1 ? (
              <span aria-current="true">{step.label}</span>
            ) : (
              <button type="button" onClick={() => climb(step.below)}>
                {step.label}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  ))
}
