import type { ReactNode } from 'react'
import styles from '../account.module.css'

/** Some of several: boxes under one question. */
export function Choices<Id extends string>({
  legend,
  hint,
  of,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly hint?: string
  readonly of: readonly (readonly [id: Id, label: string])[]
  readonly chosen: readonly Id[]
  readonly onChoose: (chosen: readonly Id[]) => void
}): ReactNode {
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {of.map(([id, label]) => (
        <label key={id} className={styles['choice']}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
