import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { stayClassEnds, type SurvivalAnswer, type SurvivalCurve } from '@caudal/methods/measure'
import { useWidth } from '../explore/map/use-width.ts'
import { formatPercent } from '../words/number-format.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { curveLabel, drawnCurves } from './survival-curves.ts'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

const [widest, height] = [900, 380]
const edge = { top: 12, right: 16, bottom: 48, left: 56 }
/** A month on the axis takes at least so much room as its number, in pixels. */
const tickRoom = 40
const shares = [0, 0.25, 0.5, 0.75, 1]
const longer = [730, 1461, 2922]

/** What is drawn of a curve: days, share, interval. */
type Drawn = readonly [days: number, share: number, low: number | null, high: number | null]

/**
 * Curves of how long stays last over days since arrival, a day near the beginning as wide as months later. Curves
 * that are known day by day step at every departure; the others are told at the ends of classes alone, and
 * nothing is drawn between.
 */
export function SurvivalChart({ answer }: { readonly answer: SurvivalAnswer }): ReactNode {
  const { survival: words } = useMeasureWords()
  const { language } = useSpeaking()
  const [box, wide] = useWidth<HTMLDivElement>()
  const width = Math.min(wide, widest)
  const curves = drawnCurves(answer)
  const last = Math.max(364, ...curves.flatMap(({ steps }) => steps.map(([days]) => days)))
  const x = (days: number) =>
    edge.left + (Math.log1p(days / 7) / Math.log1p(last / 7)) * (width - edge.left - edge.right)
  const y = (share: number) => edge.top + (1 - share) * (height - edge.top - edge.bottom)
  const name = answer.countries.find(({ code }) => code === answer.country)?.label ?? ''
  const ticks = [...Object.values(stayClassEnds), ...longer]
    .filter((days) => days <= last)
    .reduce<number[]>((kept, days) => {
      const before = kept.at(-1)
      if (before === undefined || x(days) - x(before) >= tickRoom) kept.push(days)
      return kept
    }, [])
  return (
    <div ref={box} className={styles['curves']}>
      <ul className={styles['key']}>
        {curves.map((curve, at) => (
          <li key={curve.group}>
            <svg width="40" height="12" aria-hidden="true" data-series={at + 1}>
              <line x1="0" x2="40" y1="6" y2="6" />
            </svg>{' '}
            {curveLabel(curve, words.all)}
          </li>
        ))}
      </ul>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          className={styles['chart']}
          role="img"
          aria-label={words.chart(name)}
        >
          {shares.map((share) => (
            <g key={share} data-grid="">
              <line x1={edge.left} x2={width - edge.right} y1={y(share)} y2={y(share)} />
              <text x={edge.left - 8} y={y(share) + 4} textAnchor="end">
                {formatPercent(share, language)}
              </text>
            </g>
          ))}
          {ticks.map((days) => (
            <text key={days} x={x(days)} y={height - edge.bottom + 20} textAnchor="middle">
              {formatNumber(days, language)}
            </text>
          ))}
          <text x={width - edge.right} y={height - 8} textAnchor="end">
            {words.daysAxis}
          </text>
          {curves.map((curve, at) => (
            <g key={curve.group} data-series={at + 1}>
              {answer.isDaily ? (
                <Steps drawn={stepsOf(curve)} x={x} y={y} />
              ) : (
                <Ends
                  drawn={endsOf(curve)}
                  x={x}
                  y={y}
                  shift={(at - (curves.length - 1) / 2) * 7}
                />
              )}
            </g>
          ))}
        </svg>
      )}
      {curves.length < answer.curves.length && curves.length > 1 && (
        <p className="hint">{words.fewerInChart(curves.length)}</p>
      )}
    </div>
  )
}

const stepsOf = ({ steps }: SurvivalCurve): Drawn[] =>
  steps.map(([days, , share, low, high]) => [days, share, low, high])

const endsOf = ({ points }: SurvivalCurve): Drawn[] =>
  points.flatMap(({ days, survival, low, high }) =>
    survival === null ? [] : [[days, survival, low, high] as const],
  )

interface Scales {
  readonly drawn: readonly Drawn[]
  readonly x: (days: number) => number
  readonly y: (share: number) => number
}

/** A curve that steps where stays ended, over the band of its interval. */
function Steps({ drawn, x, y }: Scales): ReactNode {
  const point = (days: number, share: number) => `${x(days).toFixed(1)},${y(share).toFixed(1)}`
  const stairs = (of: (step: Drawn) => number) => {
    let before = 1
    return drawn.flatMap((step) => {
      const share = of(step)
      const corner = [point(step[0], before), point(step[0], share)]
      before = share
      return corner
    })
  }
  const high = stairs(([, share, , up]) => up ?? share)
  const low = stairs(([, share, down]) => down ?? share)
  return (
    <>
      <path data-band="" d={`M${[...high, ...low.toReversed()].join('L')}Z`} />
      <path data-curve="" d={`M${[point(0, 1), ...stairs(([, share]) => share)].join('L')}`} />
    </>
  )
}

/** The ends of classes, each with its interval; curves stand a little aside of one another. */
function Ends({ drawn, x, y, shift }: Scales & { readonly shift: number }): ReactNode {
  return drawn.map(([days, share, low, high]) => (
    <g key={days}>
      {low !== null && high !== null && (
        <line x1={x(days) + shift} x2={x(days) + shift} y1={y(low)} y2={y(high)} />
      )}
      <circle cx={x(days) + shift} cy={y(share)} r="5" />
    </g>
  ))
}
