import { useId, type ReactNode } from 'react'
import type { CubeAnswer, TableSpec } from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'

/** Which of the measures of a cube a table shows; nothing where there is but one. */
export function MeasureChoice({
  cube,
  spec,
  setSpec,
}: {
  readonly cube: CubeAnswer
  readonly spec: TableSpec
  readonly setSpec: (next: TableSpec) => void
}): ReactNode {
  const { words } = useSpeaking()
  const id = useId()
  if (cube.measures.length < 2) return null
  return (
    <div className="field">
      <label htmlFor={id}>{words.builder.measure}</label>
      <select
        id={id}
        className="select"
        value={spec.measure ?? cube.measures[0]!.id}
        onChange={({ target }) => setSpec({ ...spec, measure: target.value })}
      >
        {cube.measures.map((measure) => (
          <option key={measure.id} value={measure.id}>
            {measure.label}
          </option>
        ))}
      </select>
    </div>
  )
}
