import { useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useSpeaking } from '../../../words/speaking.tsx'
import { Scroll } from '../../scroll.tsx'
import { useExplainWords } from '../words/explain-words.ts'
import styles from '../../desk.module.css'
import own from './explain.module.css'

export interface FixedColumn {
  readonly name: string
  readonly start: number
  readonly width: number
}

/** Where the columns of a text of fixed width begin: on a ruler over its first lines, or in figures. */
export function FixedColumns({
  head,
  columns,
  onChange,
}: {
  readonly head: readonly string[]
  readonly columns: readonly FixedColumn[]
  readonly onChange: (columns: readonly FixedColumn[]) => void
}): ReactNode {
  const { fixed: words } = useExplainWords()
  const { language } = useSpeaking()
  const length = Math.max(2, ...head.map((line) => Array.from(line).length))
  const [cut, setCut] = useState(2)
  const starts = new Set(columns.map(({ start }) => start))
  const change = (at: number, part: Partial<FixedColumn>) =>
    onChange(columns.map((column, each) => (each === at ? { ...column, ...part } : column)))
  const divide = () => {
    const at = columns.findIndex(({ start, width }) => start < cut && cut < start + width)
    const inside = columns[at]
    const name = words.usualName(columns.length + 1)
    if (inside === undefined) {
      if (starts.has(cut)) return
      const next = Math.min(length + 1, ...columns.map(({ start }) => start).filter((s) => s > cut))
      onChange(inOrder([...columns, { name, start: cut, width: next - cut }]))
      return
    }
    const end = inside.start + inside.width
    onChange(
      inOrder([
        ...columns.slice(0, at),
        { ...inside, width: cut - inside.start },
        { name, start: cut, width: end - cut },
        ...columns.slice(at + 1),
      ]),
    )
  }
  return (
    <div className={styles['stack']}>
      <h2 id="fixed-title">{words.title}</h2>
      <p>{words.lead}</p>
      {head.length > 0 && (
        <>
          <Scroll heading="fixed-title">
            <pre className={own['ruler']}>
              <span className={own['figures']} aria-hidden="true">
                {rulerOf(length)}
              </span>
              {head.map((line, at) => (
                <span key={at} className={own['line']}>
                  {Array.from(line.padEnd(length)).map((letter, place) => (
                    <span
                      key={place}
                      data-start={starts.has(place + 1) ? '' : undefined}
                      data-cut={place + 1 === cut ? '' : undefined}
                    >
                      {letter}
                    </span>
                  ))}
                </span>
              ))}
            </pre>
          </Scroll>
          <div className={styles['buttons']}>
            <label className={own['cut']}>
              {words.cutAt(formatNumber(cut, language))}
              <input
                type="range"
                min={2}
                max={length}
                value={cut}
                onChange={({ target }) => setCut(Number(target.value))}
              />
            </label>
            <button className="button" type="button" onClick={divide}>
              {words.cut}
            </button>
          </div>
        </>
      )}
      <table className={styles['table']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.start}</th>
            <th scope="col">{words.width}</th>
            <th scope="col">
              <span className="visually-hidden">{words.join}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr key={at}>
              <td>
                <input
                  className="input"
                  aria-label={words.nameOf(at + 1)}
                  value={column.name}
                  onChange={({ target }) => change(at, { name: target.value })}
                />
              </td>
              <td>
                <input
                  className={`input ${own['short']}`}
                  inputMode="numeric"
                  aria-label={words.startOf(at + 1)}
                  value={column.start || ''}
                  onChange={({ target }) => change(at, { start: wholeOf(target.value) })}
                />
              </td>
              <td>
                <input
                  className={`input ${own['short']}`}
                  inputMode="numeric"
                  aria-label={words.widthOf(at + 1)}
                  value={column.width || ''}
                  onChange={({ target }) => change(at, { width: wholeOf(target.value) })}
                />
              </td>
              <td>
                <button
                  className="button"
                  data-quiet=""
                  type="button"
                  disabled={columns.length === 1}
                  aria-label={words.joinOf(column.name)}
                  onClick={() => onChange(columns.filter((_, each) => each !== at))}
                >
                  {words.join}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One column over the whole line, to be divided. */
export function wholeLine(head: readonly string[], name: string): readonly FixedColumn[] {
  return [{ name, start: 1, width: Math.max(1, ...head.map((line) => Array.from(line).length)) }]
}

function inOrder(columns: readonly FixedColumn[]): readonly FixedColumn[] {
  return columns.toSorted((one, other) => one.start - other.start)
}

function wholeOf(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 0
}

/** `····5···10···15`, so that every fifth letter can be told. */
function rulerOf(length: number): string {
  let ruler = ''
  for (let five = 5; ruler.length < length; five += 5) ruler += String(five).padStart(5, '·')
  return ruler.slice(0, length)
}
