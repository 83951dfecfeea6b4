import type { ReactNode } from 'react'
import type { BackTested } from '@caudal/methods/measure'
import { formatPercent } from '../words/number-format.ts'
import { useWidth } from '../explore/map/use-width.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

const [widest, height] = [768, 240]
const edge = { top: 16, right: 116, bottom: 36, left: 48 }
/** Room that the month of a release takes, in pixels. */
const monthRoom = 56
/** The axis begins here, or lower where a release held less. */
const usualLow = 0.5

/** Coverage of the 80 and 95 % intervals, release by release, beside what it should be. */
export function CoverageChart({ tests }: { readonly tests: readonly BackTested[] }): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const [box, wide] = useWidth<HTMLDivElement>()
  const width = Math.min(wide, widest)
  const shares = tests.flatMap(({ coverage80, coverage95 }) => [coverage80 ?? 1, coverage95 ?? 1])
  const low = Math.min(usualLow, Math.floor(10 * Math.min(...shares)) / 10)
  const marks = Array.from({ length: 6 }, (_, at) => low + ((1 - low) * at) / 5)
  const month = new Intl.DateTimeFormat(language, {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  const step = (width - edge.left - edge.right) / Math.max(1, tests.length)
  const every = Math.max(1, Math.ceil(monthRoom / Math.max(1, step)))
  const x = (at: number) => edge.left + step * (at + 0.5)
  const y = (share: number) =>
    edge.top + ((1 - share) / (1 - low)) * (height - edge.top - edge.bottom)
  return (
    <div ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          className={styles['chart']}
          role="img"
          aria-label={words.backTest.chart}
        >
          {marks.map((share) => (
            <text key={share} x={edge.left - 8} y={y(share) + 5} textAnchor="end">
              {formatPercent(share, language)}
            </text>
          ))}
          {([0.95, 0.8] as const).map((share) => (
            <g key={share} data-line={share === 0.95 ? '95' : '80'}>
              <line x1={edge.left} x2={width - edge.right} y1={y(share)} y2={y(share)} />
              <text x={width - edge.right + 8} y={y(share) + 5}>
                {words.backTest.line(formatPercent(share, language))}
              </text>
            </g>
          ))}
          {tests.map((test, at) => (
            <g key={test.release}>
              {test.coverage80 !== null && (
                <rect
                  data-point="80"
                  x={x(at) - 15}
                  y={y(test.coverage80) - 5}
                  width="10"
                  height="10"
                />
              )}
              {test.coverage95 !== null && (
                <circle data-point="95" cx={x(at) + 10} cy={y(test.coverage95)} r="6" />
              )}
              {(tests.length - 1 - at) % every === 0 && (
                <text x={x(at)} y={height - 10} textAnchor="middle">
                  {month.format(new Date(`${test.release}-01T00:00:00Z`))}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
