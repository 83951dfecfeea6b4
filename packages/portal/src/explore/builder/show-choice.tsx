import { useId, type ReactNode } from 'react'
import {
  calculations,
  readCalculation,
  type CubeAnswer,
  type TableSpec,
} from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { possibleShows, setShow } from '../specification/shown-as.ts'

/** What is shown of the measure: the figures, or a share, a change, an index, a rate of them. */
export function ShowChoice({
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
  const possible = possibleShows(cube, spec)
  const measure = cube.measures.find((each) => each.id === spec.measure) ?? cube.measures[0]
  return (
    <div className="field">
      <label htmlFor={id}>{words.builder.show}</label>
      <select
        id={id}
        className="select"
        value={spec.show ?? ''}
        onChange={({ target }) => setSpec(setShow(spec, readCalculation(target.value)))}
      >
        <option value="">{words.builder.shows.figures}</option>
        {calculations.map((each) => (
          <option key={each} value={each} disabled={!possible.includes(each)}>
            {words.builder.shows[each]}
          </option>
        ))}
        {measure?.rates.map((rate) => (
          <option key={rate.id} value={rate.id}>
            {rate.label}
          </option>
        ))}
      </select>
    </div>
  )
}
