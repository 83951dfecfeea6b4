import { useId, type ReactNode } from 'react'
import { isHidden, type AreaRanking, type AreaValue } from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { formatPercent } from '../../words/number-format.ts'
import type { MapWords } from './map-wording.ts'
import styles from './area-map.module.css'

/** The figure of one area in full, and a list to reach any area without a pointer. */
export function AreaPanel({
  series,
  order,
  ranking,
  shown,
  chosen,
  choose,
  wholeOf,
  write,
  count,
  words,
  language,
}: {
  readonly series: readonly AreaValue[]
  readonly order: readonly string[]
  readonly ranking: AreaRanking
  /** The area pointed at or chosen. */
  readonly shown: AreaValue | undefined
  readonly chosen: string | undefined
  readonly choose: (code: string | undefined) => void
  /** Name of what the figure is a part of within its area; undefined where it is no part. */
  readonly wholeOf: ((area: AreaValue) => number | undefined) | undefined
  readonly write: (value: number) => string
  readonly count: (value: number) => string
  readonly words: MapWords
  readonly language: Language
}): ReactNode {
  const id = useId()
  const areas = new Map(series.map((area) => [area.code, area]))
  const rank = shown && 1 + ranking.ranked.findIndex(({ code }) => code === shown.code)
  const total =
    ranking.total !== null && ranking.total > 0 && ranking.negatives === 0 ? ranking.total : null
  const part = shown && wholeOf?.(shown)
  return (
    <div className={styles['panel']}>
      <div className="field">
        <label htmlFor={id}>{words.area}</label>
        <select
          id={id}
          className="select"
          value={chosen ?? ''}
          onChange={(event) => choose(event.target.value || undefined)}
        >
          <option value="">{words.chooseArea}</option>
          {order.map((code) => {
            const area = areas.get(code)!
            return (
              <option key={code} value={code}>
                {area.label}: {area.value === null ? words.noFigure : write(area.value)}
              </option>
            )
          })}
        </select>
      </div>
      <div className={styles['reading']}>
        {!shown && <p className="hint">{words.pictureHelp}</p>}
        {shown && (
          <>
            <p className={styles['readingName']}>{shown.label}</p>
            {shown.value === null ? (
              <p>{isHidden(shown) ? words.hidden : words.noFigure}</p>
            ) : (
              <>
                <p className={styles['readingValue']}>{write(shown.value)}</p>
                <p className="hint">
                  {[
                    rank ? words.rank(count(rank), count(ranking.ranked.length)) : undefined,
                    total === null
                      ? undefined
                      : words.shareOfAll(formatPercent(shown.value / total, language)),
                    part === undefined
                      ? undefined
                      : words.shareOfArea(formatPercent(part, language), shown.label),
                    shown.status === 'provisional' ? words.provisional : undefined,
                  ]
                    .filter((piece) => piece !== undefined)
                    .join(' · ')}
                </p>
              </>
            )}
          </>
        )}
      </div>
    </div>
  )
}
