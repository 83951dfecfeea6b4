import type { ReactNode } from 'react'
import { TextField } from '../../../account/form/text-field.tsx'
import { useExplainWords } from '../words/explain-words.ts'
import type { UnpivotDraft } from './submission.ts'
import styles from '../../desk.module.css'

/** Wide to long: which columns stay, and what becomes of the others. */
export function WideEditor({
  columns,
  unpivot,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly unpivot: UnpivotDraft | undefined
  readonly onChange: (unpivot: UnpivotDraft | undefined) => void
}): ReactNode {
  const { wide: words } = useExplainWords()
  return (
    <details open={unpivot !== undefined}>
      <summary>{words.title}</summary>
      <div className={styles['stack']}>
        <p>{words.lead}</p>
        <label>
          <input
            type="checkbox"
            checked={unpivot !== undefined}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? {
                      keep: columns.slice(0, 1),
                      nameTo: words.usualName,
                      valueTo: words.usualValue,
                    }
                  : undefined,
              )
            }
          />{' '}
          {words.is}
        </label>
        {unpivot !== undefined && (
          <>
            <fieldset className={styles['choices']}>
              <legend>{words.keep}</legend>
              {columns.map((name) => (
                <label key={name}>
                  <input
                    type="checkbox"
                    checked={unpivot.keep.includes(name)}
                    onChange={({ target }) =>
                      onChange({
                        ...unpivot,
                        keep: columns.filter((each) =>
                          each === name ? target.checked : unpivot.keep.includes(each),
                        ),
                      })
                    }
                  />{' '}
                  {name}
                </label>
              ))}
            </fieldset>
            <div className={styles['fields']}>
              <TextField
                id="name-to"
                label={words.nameTo}
                value={unpivot.nameTo}
                onText={(nameTo) => onChange({ ...unpivot, nameTo })}
              />
              <TextField
                id="value-to"
                label={words.valueTo}
                value={unpivot.valueTo}
                onText={(valueTo) => onChange({ ...unpivot, valueTo })}
              />
            </div>
            <label>
              <input
                type="checkbox"
                checked={unpivot.dropMissing ?? true}
                onChange={({ target }) => onChange({ ...unpivot, dropMissing: target.checked })}
              />{' '}
              {words.dropMissing}
            </label>
          </>
        )}
      </div>
    </details>
  )
}
