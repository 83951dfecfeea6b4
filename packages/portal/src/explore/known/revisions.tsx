import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatNumber, periodLabel, type Condition } from '@caudal/methods/publish'
import { revisionsQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { formatSigned } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import styles from './known.module.css'

const [width, height, edge] = [240, 56, 6]

/**
 * What releases have shown of one number, vintage after vintage, and what the cube gives now: as a small
 * chart, and in figures beside it.
 *
 * @param now the number as it stands in the table; null where it is not shown
 */
export function Revisions({
  cube,
  where,
  now,
  decimals,
}: {
  readonly cube: string
  readonly where: readonly Condition[]
  readonly now: number | null
  readonly decimals: number
}): ReactNode {
  const { language, words } = useSpeaking()
  const answer = useQuery(revisionsQuery(cube, where, language))
  const t = words.known.revisions
  if (answer.isError) return <ProblemNotice error={answer.error} />
  if (!answer.data) return null
  const { revisions } = answer.data
  const number = (value: number): string => formatNumber(value, language, decimals)
  const told = revisions.map((revision, at) => {
    const before = revisions.slice(0, at).findLast(({ value }) => value !== null)?.value ?? null
    const { value } = revision
    const change = value === null || before === null ? null : value - before
    return { ...revision, change }
  })
  const points = [...revisions.map(({ value }) => value), now]
  return (
    <section className={styles['revisions']}>
      <h3>{t.title}</h3>
      {revisions.length === 0 && <p>{t.none}</p>}
      {revisions.length === 1 && <p>{t.one}</p>}
      {revisions.length > 1 && <VintageLine points={points} label={t.chart} />}
      {revisions.length > 0 && (
        <ol>
          {told.map(({ release, title, publishedAt, value, change }) => (
            <li key={release}>
              <span>{periodLabel(publishedAt.slice(0, 10), language)}</span>
              <b>{value === null ? t.hidden : number(value)}</b>
              <span>
                {change === null || change === 0
                  ? ''
                  : t.change(formatSigned(change, language, decimals))}
              </span>
              <a href={`/releases/${release}/${language}/index.html`}>{title}</a>
            </li>
          ))}
          <li>
            <span>{t.now}</span>
            <b>{now === null ? '–' : number(now)}</b>
            <span />
            <span />
          </li>
        </ol>
      )}
    </section>
  )
}

/** One point a vintage, evenly apart, the last one for now; a gap where nothing is shown. */
function VintageLine({
  points,
  label,
}: {
  readonly points: readonly (number | null)[]
  readonly label: string
}): ReactNode {
  const known = points.filter((point) => point !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (at: number): number => edge + (at * (width - 2 * edge)) / (points.length - 1)
  const y = (value: number): number =>
    most === least
      ? height / 2
      : height - edge - ((value - least) / (most - least)) * (height - 2 * edge)
  const path = points
    .map((point, at) => {
      if (point === null) return ''
      const isFirst = at === 0 || points[at - 1] === null
      return `${isFirst ? 'M' : 'L'}${x(at).toFixed(1)} ${y(point).toFixed(1)}`
    })
    .join('')
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" />
      {points.map(
        (point, at) =>
          point !== null && (
            <circle
              key={at}
              cx={x(at)}
              cy={y(point)}
              r="4"
              data-now={at === points.length - 1 ? '' : undefined}
            />
          ),
      )}
    </svg>
  )
}
