import { useMemo, type ReactNode } from 'react'
import { geoCentroid } from 'd3-geo'
import { isRate, type AreaLevel, type AreaValue, type TilePlace } from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { multiPolygon, type BoundaryArea } from './boundary-areas.ts'
import type { MapSettings } from './map-controls.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapNotes } from './map-notes.tsx'
import { MapPicture } from './map-picture.tsx'
import { scaleMap, styleMap } from './map-style.ts'
import type { MapWords } from './map-wording.ts'
import type { PictureProps } from './picture-frame.tsx'
import { TilePicture } from './tile-picture.tsx'
import type { JoinedAreas } from './use-area-join.ts'
import { useMapLayout } from './use-map-layout.ts'
import { useWidth } from './use-width.ts'
import styles from './area-map.module.css'

/** Picture, legend and notes: a map where boundaries answer to most codes, squares where not. */
export function MapFigure({
  level,
  areas,
  series,
  pool,
  unplaced,
  periods,
  settings,
  unit,
  heading,
  rate,
  measure,
  picture,
  shown,
  count,
  list,
  words,
  language,
  panel,
}: {
  readonly level: AreaLevel
  readonly areas: JoinedAreas
  readonly series: readonly AreaValue[]
  /** The figures of every period. */
  readonly pool: readonly AreaValue[]
  /** Figures without a place, in words. */
  readonly unplaced: readonly string[]
  /** Whether other periods can be chosen. */
  readonly periods: boolean
  readonly settings: MapSettings
  readonly unit: string
  readonly heading: string
  readonly rate: boolean
  readonly measure: { readonly id: string; readonly unit: string }
  readonly picture: PictureProps
  readonly shown: AreaValue | undefined
  readonly count: (value: number) => string
  readonly list: (parts: readonly string[]) => string
  readonly words: MapWords
  readonly language: Language
  readonly panel: ReactNode
}): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>()
  const { state, join, drawable } = areas
  const { mark, classes } = settings
  const scale = useMemo(() => scaleMap(pool, mark, classes, width), [pool, mark, classes, width])
  const style = useMemo(() => styleMap(scale, series), [scale, series])
  const layout = useMapLayout(series, areas, scale, width)
  const places = useMemo(() => {
    const middles = new Map(drawable.map(({ area, boundary }) => [area.code, middleOf(boundary)]))
    return series.map(({ code, label }): TilePlace => {
      const at = middles.get(code)
      return { code, label, ...(at && { at }) }
    })
  }, [series, drawable])

  const areaLabel = (code: string) => series.find((area) => area.code === code)?.label ?? code
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['heading']}>{heading}</figcaption>
      <div className={styles['plate']}>
        <div ref={box} className={styles['pictureBox']}>
          {state.status === 'loading' && mark !== 'tiles' && (
            <output className={styles['loading']}>{words.loading}</output>
          )}
          {layout && (
            <MapPicture {...picture} layout={layout} style={style} labels={settings.labels} />
          )}
          {mark === 'tiles' && width > 0 && (
            <TilePicture {...picture} series={series} places={places} style={style} width={width} />
          )}
        </div>
        <div className={styles['side']}>
          {panel}
          <MapLegend
            prefix={picture.prefix}
            style={style}
            series={series}
            unit={unit}
            active={shown}
            write={picture.write}
            count={count}
            words={words}
            shows={{
              others: layout !== undefined && layout.others !== '',
              land: layout !== undefined && level === 'area' && layout.land !== '',
              squares:
                layout?.drawn.some(
                  ({ square, area }) => square && (mark !== 'circles' || area.value === null),
                ) ?? false,
            }}
          />
        </div>
      </div>
      <MapNotes
        state={state}
        about={areas.about}
        unplaced={unplaced}
        missing={join.missing.map(areaLabel)}
        byName={join.byName.length}
        all={series.length}
        tiles={areas.onlySquares}
        insets={(layout?.insets.length ?? 0) > 0}
        shadedCounts={style.mark === 'shades' && !rate && !isRate(measure)}
        shares={rate}
        samePeriods={periods}
        count={count}
        list={list}
        words={words}
        language={language}
      />
    </figure>
  )
}

/** Middle of an area for the layout of squares: latitude grows upwards, rows downwards. */
function middleOf(area: BoundaryArea): readonly [number, number] {
  const [longitude, latitude] = area.point ?? geoCentroid(multiPolygon(area.polygons))
  return [longitude, -latitude]
}
