import { Fragment, type ReactNode } from 'react'
import { isHidden, layoutTiles, type AreaValue, type TilePlace } from '@caudal/methods/publish/map'
import { fillAttributes } from './fill-attributes.ts'
import type { MapStyle } from './map-style.ts'
import { PictureFrame, type PictureProps } from './picture-frame.tsx'
import styles from './map-picture.module.css'

/** One equal square per area, its name and figure in it. */
export function TilePicture({
  series,
  places,
  style,
  width,
  ...frame
}: PictureProps & {
  readonly series: readonly AreaValue[]
  readonly places: readonly TilePlace[]
  readonly style: MapStyle
  readonly width: number
}): ReactNode {
  const { prefix, active, idOf, say, write } = frame
  const side = Math.min(
    84,
    Math.max(52, width / Math.max(6, Math.ceil(Math.sqrt(series.length * 1.6)))),
  )
  const tiles = layoutTiles(places, Math.max(1, Math.floor(width / side)))
  const areas = new Map(series.map((area) => [area.code, area]))
  const across = Math.max(...tiles.map(({ column }) => column)) + 1
  const height = (Math.max(...tiles.map(({ row }) => row)) + 1) * side
  const left = Math.max(0, (width - across * side) / 2)
  const letters = Math.floor((side - 6) / 6.9)
  const names = shortNames(series, letters)
  return (
    <PictureFrame {...frame} width={width} height={height}>
      <g role="none" transform={`translate(${left} 0)`}>
        {tiles.map(({ code, column, row }) => {
          const area = areas.get(code)!
          const [x, y] = [column * side, row * side]
          return (
            <g
              key={code}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              id={idOf(code)}
              aria-selected={code === active}
              aria-label={say(area)}
              data-code={code}
              className={styles['option']}
            >
              <rect
                x={x + 1}
                y={y + 1}
                width={side - 2}
                height={side - 2}
                className={styles['tile']}
                data-active={code === active || undefined}
                {...fillAttributes(style.fillOf(area), prefix)}
              />
            </g>
          )
        })}
        <g aria-hidden="true">
          {tiles.map(({ code, column, row }) => {
            const area = areas.get(code)!
            const fill = style.fillOf(area)
            const [x, y] = [(column + 0.5) * side, (row + 0.5) * side]
            return (
              <Fragment key={code}>
                <text x={x} y={y - 3} className={styles['tileName']} data-tile={fill}>
                  {names.get(code)}
                </text>
                <text x={x} y={y + 13} className={styles['tileValue']} data-tile={fill}>
                  {figureOf(area, write, letters)}
                </text>
              </Fragment>
            )
          })}
        </g>
      </g>
    </PictureFrame>
  )
}

/** The figure of an area as a tile has room for it; a mark where there is none. */
function figureOf(area: AreaValue, write: (value: number) => string, letters: number): string {
  if (area.value === null) return isHidden(area) ? '⊘' : ':'
  return compact(area.value, write, letters)
}

/** The figure if it fits; otherwise its powers of ten, so that a square never lies by cutting digits. */
function compact(value: number, write: (value: number) => string, letters: number): string {
  const whole = write(value)
  if (whole.length <= letters) return whole
  const [power, mark] =
    Math.abs(value) >= 1e9 ? [1e9, 'G'] : Math.abs(value) >= 1e6 ? [1e6, 'M'] : [1e3, 'k']
  const short = value / power
  return `${Math.abs(short) >= 10 ? Math.round(short) : Math.round(short * 10) / 10}${mark}`
}

/** Names cut to what fits; the codes of those that would read the same, or of all where many would. */
function shortNames(series: readonly AreaValue[], letters: number): Map<string, string> {
  const times = new Map<string, number>()
  for (const { label } of series) {
    const name = shorten(label, letters)
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  const alike = series.length - [...times.values()].filter((n) => n === 1).length
  return new Map(
    series.map(({ code, label }) => {
      const name = shorten(label, letters)
      const useCode = times.get(name) !== 1 || alike > series.length / 4
      return [code, useCode ? code.slice(-letters) : name]
    }),
  )
}

function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`
}
