import type { ReactNode } from 'react'
import type { AreaValue } from '@caudal/methods/publish/map'
import type { DrawnArea } from './drawn-area.ts'
import { fillAttributes } from './fill-attributes.ts'
import { insetHeight, insetWidth, type Inset } from './inset-layout.ts'
import type { MapLayout } from './map-layout.ts'
import { PictureFrame, type PictureProps } from './picture-frame.tsx'
import type { MapStyle } from './map-style.ts'
import { labelLine, placeLabels, type LabelWish, type Obstacle } from './place-labels.ts'
import styles from './map-picture.module.css'

/** Areas up to which a label has the figure under the name. */
const mostFigures = 40

/** The map itself: land, areas, circles, squares of small islands, labels, insets. */
export function MapPicture({
  layout,
  style,
  labels,
  ...frame
}: PictureProps & {
  readonly layout: MapLayout
  readonly style: MapStyle
  readonly labels: boolean
}): ReactNode {
  const { prefix, active, write } = frame
  const { width, mapHeight, height, drawn, insets, squareSide } = layout
  const circles = style.mark === 'circles'
  // Squares above outlines, large circles below small ones.
  const inOrder = drawn.toSorted(
    (a, b) =>
      Number(a.square !== undefined) - Number(b.square !== undefined) ||
      style.radiusOf(b.area) - style.radiusOf(a.area),
  )
  const chosen = drawn.find(({ area }) => area.code === active)
  const shown = labels
    ? placeLabels(
        wishesOf(drawn, style, write),
        obstaclesOf(drawn, squareSide, style),
        width,
        mapHeight,
      )
    : []
  return (
    <PictureFrame {...frame} width={width} height={height}>
      <g role="none">
        <clipPath id={`${prefix}-clip`}>
          <rect width={width} height={mapHeight} />
        </clipPath>
        <g role="none" clipPath={`url(#${prefix}-clip)`}>
          <rect width={width} height={mapHeight} className={styles['sea']} aria-hidden="true" />
          <path d={layout.land} className={styles['land']} aria-hidden="true" />
          <path d={layout.others} className={styles['others']} aria-hidden="true" />
          {circles && (
            <g aria-hidden="true">
              {inOrder.map(({ area, outline, square }) =>
                outline !== undefined && square === undefined ? (
                  <path
                    key={area.code}
                    d={outline}
                    className={styles['outline']}
                    {...fillAttributes(style.fillOf(area), prefix)}
                  />
                ) : null,
              )}
            </g>
          )}
          {inOrder.map((place) => (
            <Option key={place.area.code} frame={frame} area={place.area}>
              <AreaShape place={place} side={squareSide} style={style} prefix={prefix} />
            </Option>
          ))}
          {chosen && <Marked place={chosen} side={squareSide} style={style} />}
          <g aria-hidden="true">
            {shown.map(({ code, lines, x, y }) => (
              <text
                key={code}
                x={x}
                y={y - ((lines.length - 1) * labelLine) / 2}
                className={styles['label']}
              >
                {lines.map((line, index) => (
                  <tspan key={line} x={x} dy={index === 0 ? '0.35em' : labelLine}>
                    {line}
                  </tspan>
                ))}
              </text>
            ))}
          </g>
        </g>
        {insets.map((inset) => (
          <Option key={inset.area.code} frame={frame} area={inset.area}>
            <InsetShape
              inset={inset}
              style={style}
              prefix={prefix}
              active={inset.area.code === active}
            />
          </Option>
        ))}
      </g>
    </PictureFrame>
  )
}

function Option({
  frame,
  area,
  children,
}: {
  readonly frame: PictureProps
  readonly area: AreaValue
  readonly children: ReactNode
}): ReactNode {
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={frame.idOf(area.code)}
      aria-selected={area.code === frame.active}
      aria-label={frame.say(area)}
      data-code={area.code}
      className={styles['option']}
    >
      {children}
    </g>
  )
}

function AreaShape({
  place: { area, outline, at, square },
  side,
  style,
  prefix,
}: {
  readonly place: DrawnArea
  readonly side: number
  readonly style: MapStyle
  readonly prefix: string
}): ReactNode {
  const fill = fillAttributes(style.fillOf(area), prefix)
  const radius = style.radiusOf(area)
  const half = side / 2
  if (style.mark === 'circles') {
    return (
      <>
        {outline !== undefined && <path d={outline} className={styles['touch']} />}
        {square && area.value === null && (
          <rect
            x={square[0] - half}
            y={square[1] - half}
            width={side}
            height={side}
            className={styles['square']}
            {...fill}
          />
        )}
        {radius > 0 && (
          <circle
            cx={at[0]}
            cy={at[1]}
            r={radius}
            className={styles['circle']}
            data-negative={area.value! < 0 || undefined}
          />
        )}
        <circle cx={at[0]} cy={at[1]} r={Math.max(10, radius)} className={styles['touch']} />
      </>
    )
  }
  return (
    <>
      {outline !== undefined && <path d={outline} className={styles['outline']} {...fill} />}
      {square && (
        <>
          {Math.hypot(square[0] - at[0], square[1] - at[1]) > side && (
            <line
              x1={at[0]}
              y1={at[1]}
              x2={square[0]}
              y2={square[1]}
              className={styles['leader']}
            />
          )}
          <rect
            x={square[0] - half}
            y={square[1] - half}
            width={side}
            height={side}
            className={styles['square']}
            {...fill}
          />
          <circle cx={square[0]} cy={square[1]} r={10} className={styles['touch']} />
        </>
      )}
    </>
  )
}

/** The chosen area outlined above all others. */
function Marked({
  place: { area, outline, at, square },
  side,
  style,
}: {
  readonly place: DrawnArea
  readonly side: number
  readonly style: MapStyle
}): ReactNode {
  const radius = style.radiusOf(area)
  const [x, y] = style.mark === 'circles' ? at : (square ?? at)
  const half = side / 2 + 1.5
  return (
    <g aria-hidden="true" className={styles['marked']}>
      {outline !== undefined && square === undefined && radius === 0 && <path d={outline} />}
      {square !== undefined && radius === 0 && (
        <rect x={x - half} y={y - half} width={2 * half} height={2 * half} />
      )}
      {radius > 0 && <circle cx={x} cy={y} r={radius + 1.5} />}
    </g>
  )
}

function InsetShape({
  inset: { area, x, y, outline },
  style,
  prefix,
  active,
}: {
  readonly inset: Inset
  readonly style: MapStyle
  readonly prefix: string
  readonly active: boolean
}): ReactNode {
  const fill = fillAttributes(style.fillOf(area), prefix)
  const [middleX, middleY] = [x + insetWidth / 2, y + insetHeight / 2]
  const radius = Math.min(style.radiusOf(area), insetHeight / 2 - 3)
  return (
    <>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={insetWidth - 1}
        height={insetHeight - 1}
        className={styles['insetBox']}
        data-active={active || undefined}
      />
      {outline !== undefined ? (
        <path d={outline} className={styles['outline']} {...fill} />
      ) : (
        <rect
          x={middleX - 14}
          y={middleY - 14}
          width={28}
          height={28}
          className={styles['square']}
          {...fill}
        />
      )}
      {radius > 0 && (
        <circle
          cx={middleX}
          cy={middleY}
          r={radius}
          className={styles['circle']}
          data-negative={area.value! < 0 || undefined}
        />
      )}
      <text
        x={middleX}
        y={y + insetHeight + 13}
        className={styles['insetLabel']}
        aria-hidden="true"
      >
        {shorten(area.label, 12)}
      </text>
    </>
  )
}

function wishesOf(
  drawn: readonly DrawnArea[],
  style: MapStyle,
  write: (value: number) => string,
): LabelWish[] {
  return drawn
    .filter(({ area }) => area.value !== null)
    .toSorted((a, b) => Math.abs(b.area.value!) - Math.abs(a.area.value!))
    .map(({ area, at, square }) => {
      const radius = style.radiusOf(area)
      const above = square && style.mark !== 'circles' ? -13 : 0
      const below = radius > 0 ? radius + labelLine : 0
      const [x, y] = style.mark === 'circles' ? at : (square ?? at)
      return {
        code: area.code,
        lines: drawn.length > mostFigures ? [area.label] : [area.label, write(area.value!)],
        x,
        y: y + above + below,
      }
    })
}

/** Circles and squares; of a large circle only its heart, so that labels may lie on its rim. */
function obstaclesOf(drawn: readonly DrawnArea[], side: number, style: MapStyle): Obstacle[] {
  return drawn.flatMap(({ area, at, square }) => {
    const radius = style.radiusOf(area)
    if (radius > 0) return [{ code: area.code, x: at[0], y: at[1], half: radius * 0.6 }]
    return square ? [{ code: area.code, x: square[0], y: square[1], half: side / 2 }] : []
  })
}

function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`
}
