import { useMemo, type ReactNode } from 'react'
import { formatNumber, statusSigns } from '@caudal/methods/publish'
import { populationPyramid, type SliceCell } from '@caudal/methods/publish/views'
import { percentSign } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { textWidth } from '../chart/chart-text.ts'
import { isWhole } from '../figure/coverage.ts'
import { useWidth } from '../map/use-width.ts'
import { SliceControls } from './slice-controls.tsx'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const pitch = 26

/** Women to the left, men to the right, the oldest at the top; figures at the ends of the bars. */
export function PyramidView({ result, coverage, exploration, pick, title }: ViewProps): ReactNode {
  const { language, words } = useSpeaking()
  const [box, width] = useWidth<HTMLDivElement>()
  const pyramid = useMemo(
    () => populationPyramid(result, exploration.at, (code) => isWhole(code, coverage)),
    [result, exploration.at, coverage],
  )
  if (!pyramid) return null
  const { slice, unplaced } = pyramid
  const bands = pyramid.bands.toReversed()
  const sign = percentSign(result.measure.unit, language)
  const write = (value: number): string =>
    `${formatNumber(value, language, result.measure.decimals)}${sign}`
  const said = ({ value, status }: SliceCell): string =>
    value === null ? statusSigns[status ?? 'missing'] : write(value)
  const values = bands.flatMap(({ women, men }) => [women.value ?? 0, men.value ?? 0])
  const greatest = Math.max(0, ...values)
  if (values.some((value) => value < 0)) {
    return <p>{words.views.negative}</p>
  }

  const middle = Math.max(...bands.map(({ label }) => textWidth(label)), 20) + 16
  const figureRoom =
    Math.max(...bands.flatMap(({ women, men }) => [textWidth(said(women)), textWidth(said(men))])) +
    8
  const side = Math.max(0, (width - middle) / 2)
  const length = (value: number | null): number =>
    greatest === 0 || value === null ? 0 : (value / greatest) * Math.max(4, side - figureRoom)
  const height = bands.length * pitch + 30
  const left = side
  const right = side + middle

  return (
    <div className={styles['view']}>
      <SliceControls slice={slice} pick={pick} />
      <div ref={box} className={styles['box']}>
        {width > 0 && (
          <svg
            role="img"
            aria-label={title}
            width={width}
            height={height}
            className={styles['picture']}
          >
            <text x={left} y={16} textAnchor="end" className={styles['head1']}>
              {words.views.women}
            </text>
            <text x={right} y={16} className={styles['head2']}>
              {words.views.men}
            </text>
            {bands.map(({ code, label, women, men }, line) => {
              const top = 28 + line * pitch
              return (
                <g key={code}>
                  <rect
                    x={left - length(women.value)}
                    y={top + 2}
                    width={length(women.value)}
                    height={pitch - 5}
                    fill="var(--series-2)"
                  />
                  <rect
                    x={right}
                    y={top + 2}
                    width={length(men.value)}
                    height={pitch - 5}
                    fill="var(--series-1)"
                  />
                  <text x={left + middle / 2} y={top + pitch / 2} dy="0.33em" textAnchor="middle">
                    {label}
                  </text>
                  <text
                    x={left - length(women.value) - 5}
                    y={top + pitch / 2}
                    dy="0.33em"
                    textAnchor="end"
                    className={styles['soft']}
                  >
                    {said(women)}
                  </text>
                  <text
                    x={right + length(men.value) + 5}
                    y={top + pitch / 2}
                    dy="0.33em"
                    className={styles['soft']}
                  >
                    {said(men)}
                  </text>
                </g>
              )
            })}
          </svg>
        )}
      </div>
      {unplaced > 0 && <p className="hint">{words.views.unplacedAge(write(unplaced))}</p>}
    </div>
  )
}
