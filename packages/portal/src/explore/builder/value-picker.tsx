import { useId, useState, type ReactNode } from 'react'
import {
  formatNumber,
  type Condition,
  type CubeAnswer,
  type TableSpec,
} from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { conditionsOf, placeOf } from '../specification/rearrange.ts'
import { CodeList } from './code-list.tsx'
import { Dialog } from './dialog.tsx'
import { PeriodPicker, type PeriodChoice } from './period-picker.tsx'
import { comfortableLevel } from './written-level.ts'
import styles from './picker.module.css'

type Dimension = CubeAnswer['dimensions'][number]

/** Which values of a dimension a table is about. */
export function ValuePicker({
  cube,
  dimension,
  spec,
  close,
  apply,
}: {
  readonly cube: CubeAnswer
  readonly dimension: Dimension
  readonly spec: TableSpec
  readonly close: () => void
  readonly apply: (condition: Condition | undefined) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const levelId = useId()
  const condition = conditionsOf(spec, dimension.id)[0]
  const [level, setLevel] = useState(
    condition?.dimension ?? placeOf(spec, dimension.id).written ?? comfortableLevel(dimension),
  )
  const [codes, setCodes] = useState<ReadonlySet<string>>(() => new Set(condition?.codes))
  const [periods, setPeriods] = useState<PeriodChoice>(() =>
    condition?.latest !== undefined
      ? { kind: 'latest', count: condition.latest }
      : condition?.range
        ? { kind: 'range', from: condition.range[0], to: condition.range[1] }
        : { kind: condition?.codes ? 'singly' : 'all' },
  )
  const time = dimension.kind === 'time'
  const chosen = time && periods.kind !== 'singly' ? 0 : codes.size

  const changeLevel = (next: string): void => {
    setLevel(next)
    setCodes(new Set())
    setPeriods({ kind: 'all' })
  }

  return (
    <Dialog
      title={words.picker.title(dimension.label)}
      close={close}
      apply={() => apply(conditionOf(level, time ? periods : { kind: 'singly' }, codes))}
      status={
        time && periods.kind !== 'singly'
          ? ''
          : words.picker.selected(chosen, formatNumber(chosen, language))
      }
    >
      {dimension.levels.length > 1 && (
        <div className="field">
          <label htmlFor={levelId}>{words.builder.level}</label>
          <select
            id={levelId}
            className="select"
            value={level}
            onChange={({ target }) => changeLevel(target.value)}
          >
            {dimension.levels.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </div>
      )}
      {time && <PeriodPicker cube={cube.id} level={level} choice={periods} choose={setPeriods} />}
      {(!time || periods.kind === 'singly') && (
        <div className={styles['codes']}>
          <CodeList key={level} cube={cube.id} dimension={level} chosen={codes} choose={setCodes} />
        </div>
      )}
    </Dialog>
  )
}

function conditionOf(
  dimension: string,
  periods: PeriodChoice,
  codes: ReadonlySet<string>,
): Condition | undefined {
  switch (periods.kind) {
    case 'all':
      return undefined
    case 'latest':
      return { dimension, latest: periods.count }
    case 'range':
      return { dimension, range: [periods.from, periods.to] }
    case 'singly':
      return codes.size === 0 ? undefined : { dimension, codes: [...codes] }
  }
}
