import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { codesQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { SlowNotice } from '../../parts/slow-notice.tsx'
import { isPeriod } from '../../words/period.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './picker.module.css'

/** Which periods: all, the latest few, a range, or some picked one by one. */
export type PeriodChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'latest'; readonly count: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'singly' }

const usualCount = 5

export function PeriodPicker({
  cube,
  level,
  choice,
  choose,
}: {
  readonly cube: string
  readonly level: string
  readonly choice: PeriodChoice
  readonly choose: (next: PeriodChoice) => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const id = useId()
  const codes = useQuery(codesQuery(cube, level, '', language))
  if (codes.isPending || (codes.isError && codes.isFetching)) return <SlowNotice />
  if (codes.isError) return <ProblemNotice error={codes.error} retry={() => void codes.refetch()} />
  const periods = codes.data.codes.filter(({ code }) => isPeriod(code))
  const first = periods[0]?.code ?? ''
  // of more days than are told one by one, the first and the last are known: any between can be chosen
  const inDays = codes.data.truncated && first.length === 'YYYY-MM-DD'.length
  const last = (inDays ? codes.data.last : periods.at(-1)?.code) ?? ''
  const count = inDays ? codes.data.total : periods.length

  const kinds = {
    all: words.picker.everyPeriod,
    latest: words.picker.latestPeriods,
    range: words.picker.range,
    singly: words.picker.singly,
  }
  const start: Record<PeriodChoice['kind'], PeriodChoice> = {
    all: { kind: 'all' },
    latest: { kind: 'latest', count: Math.min(usualCount, Math.max(1, count)) },
    range: { kind: 'range', from: first, to: last },
    singly: { kind: 'singly' },
  }

  return (
    <fieldset className={styles['periods']}>
      <legend>{words.picker.periods}</legend>
      {(['all', 'latest', 'range', 'singly'] as const).map((kind) => (
        <label key={kind} className={styles['choice']}>
          <input
            type="radio"
            name={`${id}-kind`}
            checked={choice.kind === kind}
            onChange={() => choose(start[kind])}
          />
          {kinds[kind]}
        </label>
      ))}
      {choice.kind === 'latest' && (
        <div className="field">
          <label htmlFor={`${id}-count`}>{words.picker.howMany}</label>
          <input
            id={`${id}-count`}
            className="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={Math.max(1, count)}
            value={choice.count}
            onChange={({ target }) => {
              const latest = Math.trunc(target.valueAsNumber)
              if (latest >= 1 && latest <= 9999) choose({ kind: 'latest', count: latest })
            }}
          />
        </div>
      )}
      {choice.kind === 'range' && (
        <div className={styles['range']}>
          {(['from', 'to'] as const).map((end) => (
            <div key={end} className="field">
              <label htmlFor={`${id}-${end}`}>{words.picker[end]}</label>
              {inDays ? (
                <input
                  id={`${id}-${end}`}
                  className="input"
                  type="date"
                  min={first}
                  max={last}
                  required
                  value={choice[end]}
                  onChange={({ target }) => {
                    if (target.value !== '')
                      choose(ordered({ ...choice, [end]: target.value }, end))
                  }}
                />
              ) : (
                <select
                  id={`${id}-${end}`}
                  className="select"
                  value={choice[end]}
                  onChange={({ target }) =>
                    choose(ordered({ ...choice, [end]: target.value }, end))
                  }
                >
                  {periods.map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </div>
          ))}
        </div>
      )}
    </fieldset>
  )
}

type Range = Extract<PeriodChoice, { kind: 'range' }>

/** A range never ends before it starts: the end that was not touched gives way. */
function ordered(range: Range, touched: 'from' | 'to'): Range {
  if (range.from <= range.to) return range
  return touched === 'from' ? { ...range, to: range.from } : { ...range, from: range.to }
}
