import type { ReactNode } from 'react'
import { countByBar, roundLegendValues, type AreaValue } from '@caudal/methods/publish/map'
import { fillAttributes } from './fill-attributes.ts'
import { fillOfClass, type AreaFill, type MapStyle } from './map-style.ts'
import { MapPatterns } from './map-patterns.tsx'
import type { MapWords } from './map-wording.ts'
import styles from './area-map.module.css'
import marks from './map-picture.module.css'

export interface LegendProps {
  readonly prefix: string
  readonly style: MapStyle
  readonly series: readonly AreaValue[]
  readonly unit: string
  readonly active: AreaValue | undefined
  readonly write: (value: number) => string
  readonly count: (value: number) => string
  readonly words: MapWords
  readonly shows: { readonly others: boolean; readonly land: boolean; readonly squares: boolean }
}

/** What the colours, sizes and patterns of a map mean, with how many areas have each. */
export function MapLegend(props: LegendProps): ReactNode {
  const { style, series, unit, words, count, prefix, shows } = props
  const areasWith = (fill: AreaFill) => series.filter((area) => style.fillOf(area) === fill).length
  const circles = style.mark === 'circles'
  const zeros = circles ? series.filter(({ value }) => value === 0).length : 0
  const missing = areasWith('missing')
  const suppressed = areasWith('suppressed')
  return (
    <section className={styles['legend']} aria-label={words.legend}>
      <p className={styles['legendUnit']}>{unit}</p>
      {circles ? <CircleLegend {...props} /> : <ClassLegend {...props} />}
      <ul className={styles['keys']}>
        {zeros > 0 && (
          <Key fill="plain" prefix={prefix}>
            {words.zero}: {words.areasIn(zeros, count(zeros))}
          </Key>
        )}
        {missing > 0 && (
          <Key fill="missing" prefix={prefix}>
            {words.missing}: {words.areasIn(missing, count(missing))}
          </Key>
        )}
        {suppressed > 0 && (
          <Key fill="suppressed" prefix={prefix}>
            {words.suppressed}: {words.areasIn(suppressed, count(suppressed))}
          </Key>
        )}
        {shows.squares && (
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <rect
                x="4.5"
                y="4.5"
                width="9"
                height="9"
                className={marks['square']}
                data-fill="plain"
              />
            </svg>
            {words.squareMeans}
          </li>
        )}
        {shows.others && (
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <rect x="1" y="3" width="16" height="12" className={marks['others']} />
            </svg>
            {words.notInTable}
          </li>
        )}
        {shows.land && (
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <rect x="1" y="3" width="16" height="12" className={marks['land']} />
            </svg>
            {words.land}
          </li>
        )}
      </ul>
    </section>
  )
}

function Key({
  fill,
  prefix,
  children,
}: {
  readonly fill: AreaFill
  readonly prefix: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <li>
      <svg width="18" height="18" aria-hidden="true">
        <MapPatterns prefix={`${prefix}-key-${fill}`} />
        <rect
          x="1"
          y="3"
          width="16"
          height="12"
          className={marks['outline']}
          {...fillAttributes(fill, `${prefix}-key-${fill}`)}
        />
      </svg>
      {children}
    </li>
  )
}

const wide = 240
const high = 60

/** A histogram of the areas over the range of the figures, coloured by class, and each class in words. */
function ClassLegend({ style, series, active, write, count, words }: LegendProps): ReactNode {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  const bars = countByBar(values, style.classes, Math.min(24, Math.max(8, values.length)))
  const tallest = Math.max(...bars.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0)))
  const [least, greatest] = [bars[0]!.from, bars.at(-1)!.to]
  const step = wide / bars.length
  const value = active?.value
  const range = greatest - least || 1
  const marker =
    value === null || value === undefined ? undefined : ((value - least) / range) * wide
  return (
    <>
      <svg
        viewBox={`-4 -8 ${wide + 8} ${high + 24}`}
        className={styles['histogram']}
        aria-hidden="true"
      >
        {bars.map(({ from, counts }, index) => {
          let top = high
          return (
            <g key={from}>
              {counts.map((n, place) => {
                if (n === 0) return null
                const tall = Math.max(2, (n / tallest) * high)
                top -= tall
                return (
                  <rect
                    key={style.classes[place]!.to}
                    x={index * step + 0.5}
                    y={top}
                    width={Math.max(1, step - 1)}
                    height={tall}
                    className={marks['bar']}
                    data-fill={fillOfClass(style.classes[place])}
                  />
                )
              })}
            </g>
          )
        })}
        <line x1="0" x2={wide} y1={high} y2={high} className={marks['axis']} />
        {marker !== undefined && (
          <path d={`M${marker} ${high + 1}l-4.5 7h9z`} className={marks['marker']} />
        )}
        <text x="0" y={high + 14} className={marks['axisText']}>
          {write(least)}
        </text>
        {least !== greatest && (
          <text x={wide} y={high + 14} className={marks['axisText']} data-end>
            {write(greatest)}
          </text>
        )}
      </svg>
      <ul className={styles['keys']}>
        {style.classes.map((each, index) => (
          <li key={each.to} data-active={(active && style.classOf(active) === index) || undefined}>
            <svg width="18" height="18" aria-hidden="true">
              <rect
                x="1"
                y="3"
                width="16"
                height="12"
                className={marks['outline']}
                data-fill={fillOfClass(each)}
              />
            </svg>
            <span>
              {each.occurring === null
                ? words.classRange(write(each.from), write(each.to))
                : each.occurring[0] === each.occurring[1]
                  ? write(each.occurring[0])
                  : words.classRange(write(each.occurring[0]), write(each.occurring[1]))}
            </span>
            <span className={styles['keyCount']}>
              {words.areasIn(each.count, count(each.count))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function CircleLegend({ style, series, write, words }: LegendProps): ReactNode {
  const sizes = roundLegendValues(style.greatest)
  const first = sizes[0]
  if (first === undefined) return null
  const radius = (value: number) => style.radiusOf({ code: '', label: '', value, whole: null })
  const largest = Math.max(12, radius(first))
  const negatives = series.some(({ value }) => value !== null && value < 0)
  const bottom = 2 * largest + 2
  // Labels need a line each, however close the circles lie.
  const lines: number[] = []
  for (const size of sizes) {
    const top = bottom - 2 * radius(size)
    lines.push(Math.max(top, (lines.at(-1) ?? -Infinity) + 15))
  }
  const height = Math.max(bottom + 2, (lines.at(-1) ?? 0) + 10)
  return (
    <>
      <svg
        width={wide}
        height={height + 8}
        viewBox={`0 -8 ${wide} ${height + 8}`}
        className={styles['circleLegend']}
        role="img"
        aria-label={sizes.map(write).join(', ')}
      >
        {sizes.map((size, index) => (
          <g key={size}>
            <circle
              cx={largest + 2}
              cy={bottom - radius(size)}
              r={radius(size)}
              className={marks['circle']}
            />
            <path
              d={`M${largest + 2} ${bottom - 2 * radius(size)}L${2 * largest + 12} ${lines[index]!}h6`}
              className={marks['leader']}
            />
            <text x={2 * largest + 22} y={lines[index]! + 4} className={marks['axisText']}>
              {write(size)}
            </text>
          </g>
        ))}
      </svg>
      {negatives && (
        <ul className={styles['keys']}>
          <li>
            <svg width="18" height="18" aria-hidden="true">
              <circle cx="9" cy="9" r="6.5" className={marks['circle']} data-negative />
            </svg>
            {words.negative}
          </li>
        </ul>
      )}
    </>
  )
}
