import { useId, type ReactNode } from 'react'
import { periodLabel } from '@caudal/methods/publish'
import { listOf } from '../words/in-words.ts'
import { useSpeaking } from '../words/speaking.tsx'
import type { LatestFigure } from './latest-figure.ts'
import styles from './home.module.css'

const height = 64
const room = 200
const mostYears = 30

/** The years of a dataset as small columns from zero; a year that is not over is hatched. */
export function YearColumns({
  latest,
  measure,
}: {
  readonly latest: LatestFigure
  readonly measure: string
}): ReactNode {
  const { language, words } = useSpeaking()
  const id = useId()
  const years = latest.years.slice(-mostYears)
  if (years.length < 3) return null
  const greatest = Math.max(1, ...years.map(({ value }) => value ?? 0))
  const first = periodLabel(years[0]!.period, language)
  const last = periodLabel(years.at(-1)!.period, language)
  const incomplete = years.filter(({ value, whole }) => value !== null && !whole)
  const pitch = Math.min(16, room / years.length)
  const width = years.length * pitch
  const drawn = years.map(({ period, value, whole }, index) => ({
    period,
    whole,
    x: index * pitch + 1,
    size: value === null ? 0 : Math.max(1, (Math.max(0, value) / greatest) * (height - 2)),
  }))
  return (
    <figure className={styles['columns']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={words.home.series(measure, first, last)}
      >
        <defs>
          <pattern
            id={id}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="2" height="5" fill="var(--accent)" />
          </pattern>
        </defs>
        {drawn.map(({ period, x, size, whole }) => (
          <rect
            key={period}
            x={x}
            y={height - 1 - size}
            width={pitch - Math.min(3, pitch / 4)}
            height={size}
            fill={whole ? 'var(--accent)' : `url(#${id})`}
            stroke={whole ? undefined : 'var(--accent)'}
            strokeWidth={0.75}
          />
        ))}
        <path d={`M0,${height - 0.5}H${width}`} stroke="var(--ink)" />
      </svg>
      <figcaption style={{ maxInlineSize: Math.max(width, 120) }}>
        <span>{first}</span>
        <span>{last}</span>
        {incomplete.length > 0 && (
          <small>
            {words.home.incomplete(
              listOf(
                incomplete.map(({ period }) => periodLabel(period, language)),
                language,
              ),
            )}
          </small>
        )}
      </figcaption>
    </figure>
  )
}
