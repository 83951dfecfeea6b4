import { useId, useMemo, useState, type ReactNode } from 'react'
import { formatNumber, type TableResult } from '@caudal/methods/publish'
import {
  findAreaAxis,
  isHidden,
  listAreas,
  classifyValues,
  listMapChoices,
  listUnplaced,
  rankAreas,
  wholeChoice,
  type AreaAxis,
  type AreaValue,
  type MapView,
} from '@caudal/methods/publish/map'
import type { Language } from '@caudal/methods/vocabulary'
import { listOf } from '../../words/in-words.ts'
import type { Coverage } from '../figure/coverage.ts'
import { AreaPanel } from './area-panel.tsx'
import { describeMap } from './describe-map.ts'
import { MapControls, type MapSettings } from './map-controls.tsx'
import { MapFigure } from './map-figure.tsx'
import { canShowShare, isTimeChoice, nameChoice, settle } from './map-model.ts'
import { mapWords } from './map-words.ts'
import { useAreaJoin } from './use-area-join.ts'
import { useFigures } from './use-figures.ts'
import styles from './area-map.module.css'

export interface AreaMapProps {
  readonly result: TableResult
  readonly language: Language
  /** Dimension of the areas as the table writes it; found by the shape of its codes where absent. */
  readonly area?: string
  /** What the data cover, so that the map opens on a period that is whole. */
  readonly coverage?: Coverage | undefined
  /** Choices of the reader, where the page keeps them in its address. */
  readonly view?: MapView
  readonly onViewChange?: (view: MapView) => void
}

/** The map of a table: choices, picture, legend, the chosen area, a paragraph in words, notes. */
export default function AreaMap(props: AreaMapProps): ReactNode {
  const { result, area, language } = props
  const areas = useMemo(() => findAreaAxis(result, area), [result, area])
  if (!areas) return <p>{mapWords[language].noAreas}</p>
  return <MapOfAreas {...props} areas={areas} />
}

function MapOfAreas({
  result,
  language,
  coverage,
  view: given,
  onViewChange,
  areas,
}: AreaMapProps & { readonly areas: AreaAxis }): ReactNode {
  const words = mapWords[language]
  const id = useId()
  const prefix = `map${id.replace(/\W/g, '')}`
  const [own, setOwn] = useState<MapView>({})
  const view = given ?? own
  const [picked, setPicked] = useState<string>()
  const [pointed, setPointed] = useState<string>()

  const choices = useMemo(() => listMapChoices(result, areas), [result, areas])
  const asked = settle(result, areas, choices, view, coverage)
  const { series, pool } = useFigures(
    result,
    areas,
    choices,
    asked.figure,
    JSON.stringify(asked.chosen),
  )
  const whole = asked.chosen.includes(wholeChoice)
  const table = useMemo(() => listAreas(result, areas), [result, areas])
  const joined = useAreaJoin(areas.level, table)
  const settings: MapSettings = joined.onlySquares ? { ...asked, mark: 'tiles' } : asked

  const change = (changed: Partial<MapSettings>): void => {
    // Another figure opens with the mark that fits it, unless a mark was chosen.
    const next: MapView = { ...view, chosen: asked.chosen, ...changed }
    if (onViewChange) onViewChange(next)
    if (!given) setOwn(next)
  }

  const limits = useMemo(
    () =>
      classifyValues(
        pool.flatMap(({ value }) => (value === null ? [] : [value])),
        'quantile',
      )
        .slice(0, -1)
        .map(({ to }) => Number(to.toPrecision(2))),
    [pool],
  )
  const share = settings.figure === 'share'
  // A share needs the total of an area: what has no place has none.
  const unplaced = share ? [] : listUnplaced(result, areas, asked.chosen)
  const count = (value: number): string => formatNumber(value, language)
  const decimals = share ? 1 : result.measure.decimals
  const write = (value: number): string =>
    share
      ? `${formatNumber(value, language, decimals)}${language === 'en' ? '%' : '\u202f%'}`
      : formatNumber(value, language, decimals)
  const additive = !share && isAdditive(result, areas)
  const ranking = useMemo(() => rankAreas(series, additive), [series, additive])
  const order = useMemo(
    () => [...ranking.ranked, ...ranking.missing, ...ranking.suppressed].map(({ code }) => code),
    [ranking],
  )
  const byCode = new Map(series.map((area) => [area.code, area]))
  const chosen = picked !== undefined && byCode.has(picked) ? picked : undefined
  const shown = byCode.get(pointed ?? chosen ?? '')
  const { heading, phrase } = nameChoice(choices, settings.chosen, language)
  const unit = share ? words.shareUnit : result.measure.unit
  const title = [result.measure.label, heading].filter((part) => part !== '').join(', ')
  const say = (area: AreaValue): string => {
    const figure =
      area.value === null ? (isHidden(area) ? words.hidden : words.noFigure) : write(area.value)
    const rank = ranking.ranked.findIndex(({ code }) => code === area.code)
    return rank < 0
      ? `${area.label}: ${figure}`
      : `${area.label}: ${figure}, ${words.rank(count(rank + 1), count(ranking.ranked.length))}`
  }

  if (series.length === 0) return <p>{words.empty}</p>
  return (
    <div className={styles['map']}>
      <MapControls
        choices={choices}
        isTime={isTimeChoice}
        settings={settings}
        onlySquares={joined.onlySquares !== undefined}
        limits={limits}
        canShare={canShowShare(choices, result) && !whole}
        change={change}
        words={words}
      />
      <MapFigure
        level={areas.level}
        areas={joined}
        series={series}
        pool={pool}
        unplaced={unplaced.map(({ label, value }) => words.summary.part(label, write(value!)))}
        periods={
          choices.some((choice) => isTimeChoice(choice) && choice.codes.length > 1) && !whole
        }
        settings={settings}
        unit={unit}
        heading={title}
        rate={share || result.calculation !== undefined}
        measure={result.measure}
        picture={{
          prefix,
          label: words.picture(title, count(series.length)),
          help: words.pictureHelp,
          order,
          active: chosen,
          idOf: (code) => `${prefix}-area-${code.replace(/[^\w-]/g, '_')}`,
          say,
          write,
          choose: setPicked,
          point: setPointed,
        }}
        shown={shown}
        count={count}
        list={(parts) => listOf(parts, language)}
        words={words}
        language={language}
        panel={
          <AreaPanel
            series={series}
            order={order}
            ranking={ranking}
            shown={shown}
            chosen={chosen}
            choose={setPicked}
            wholeOf={canShowShare(choices, result) && !share && !whole ? partOf : undefined}
            write={write}
            count={count}
            words={words}
            language={language}
          />
        }
      />
      <p className={styles['summary']}>{describeMap(ranking, phrase, write, words, language)}</p>
    </div>
  )
}

/** Whether areas add up: the cube gives a total over them. */
function isAdditive(result: TableResult, areas: AreaAxis): boolean {
  if (result.calculation && !result.calculation.adds[areas.axis === 'rows' ? 'columns' : 'rows']) {
    return false
  }
  const totals = areas.axis === 'rows' ? result.columnTotals : result.rowTotals
  return totals?.some((value) => value !== null) ?? result.grandTotal !== null
}

function partOf({ value, whole }: AreaValue): number | undefined {
  return value === null || whole === null || whole === 0 ? undefined : value / whole
}
