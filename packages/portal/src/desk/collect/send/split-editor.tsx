import type { ReactNode } from 'react'
import { useExplainWords } from '../words/explain-words.ts'
import { useReadingWords } from '../words/reading-words.ts'
import type { SplitDraft } from './submission.ts'
import styles from '../../desk.module.css'
import own from './explain.module.css'

/** Columns that say several things, and the expressions that divide them. */
export function SplitEditor({
  columns,
  splits,
  onChange,
}: {
  readonly columns: readonly string[]
  readonly splits: readonly SplitDraft[]
  readonly onChange: (splits: readonly SplitDraft[]) => void
}): ReactNode {
  const { split: words } = useExplainWords()
  const reading = useReadingWords()
  const change = (at: number, part: Partial<SplitDraft>) =>
    onChange(splits.map((each, other) => (other === at ? { ...each, ...part } : each)))
  return (
    <details open={splits.length > 0}>
      <summary>{words.title}</summary>
      <div className={styles['stack']}>
        <p>{words.lead}</p>
        {splits.map(({ column, pattern, ignoreCase = false }, at) => (
          <div key={at} className={own['rule']}>
            <label className="field">
              {words.column}
              <select
                className="select"
                aria-label={words.columnOf(at + 1)}
                value={column}
                onChange={({ target }) => change(at, { column: target.value })}
              >
                {columns.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <label className="field">
              {words.pattern}
              <input
                className="input"
                aria-label={words.patternOf(at + 1)}
                autoCapitalize="none"
                spellCheck={false}
                value={pattern}
                onChange={({ target }) => change(at, { pattern: target.value })}
              />
            </label>
            <label>
              <input
                type="checkbox"
                aria-label={`${reading.ignoreCase}, ${at + 1}`}
                checked={ignoreCase}
                onChange={({ target }) => change(at, { ignoreCase: target.checked })}
              />{' '}
              {reading.ignoreCase}
            </label>
            <p className="hint">
              {partsOf(pattern).length === 0
                ? words.noParts
                : words.parts(partsOf(pattern).join(', '))}
            </p>
            <button
              className="button"
              data-quiet=""
              type="button"
              onClick={() => onChange(splits.filter((_, other) => other !== at))}
            >
              {words.remove(column)}
            </button>
          </div>
        ))}
        <div className={styles['buttons']}>
          <button
            className="button"
            type="button"
            disabled={columns.length === 0}
            onClick={() => onChange([...splits, { column: columns[0] ?? '', pattern: '' }])}
          >
            {words.add}
          </button>
        </div>
      </div>
    </details>
  )
}

/** The names of the groups of an expression. */
export function partsOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/(?<!\\)\(\?P?<([A-Za-z_]\w*)>/g)].map((match) => match[1] ?? '')
}
