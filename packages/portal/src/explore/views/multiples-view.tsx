import { useMemo, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { periodsBetween } from '../../words/period.ts'
import { shortUnit } from '../../words/unit.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Drawing, type Draw } from '../chart/drawing.tsx'
import { isWhole } from '../figure/coverage.ts'
import { readTable } from '../figure/reading.ts'
import { timeIdsOf } from '../use-coverage.ts'
import type { ViewProps } from './view-props.ts'
import styles from './views.module.css'

const panelsAtMost = 36

/** A small line chart for every combination of categories, all on one scale. */
export function MultiplesView({ cube, result, coverage, title }: ViewProps): ReactNode {
  const { language, words } = useSpeaking()
  const reading = useMemo(() => readTable(result, timeIdsOf(cube)), [cube, result])
  const { unit } = result.measure
  const panels = reading.series.slice(0, panelsAtMost)
  const draw = useMemo((): Draw => {
    const known = reading.periods ?? []
    const periods = periodsBetween(known[0] ?? '', known.at(-1) ?? '') ?? known
    const places = periods.map((code) => known.indexOf(code))
    const shown = reading.series.slice(0, panelsAtMost).map(({ key, said, values }) => ({
      key,
      label: said,
      values: places.map((place) => (place < 0 ? null : (values[place] ?? null))),
    }))
    const provisional = periods.map((code) => !isWhole(code, coverage))
    const room = { language, unit: shortUnit(unit), units: words.chart.units, rest: '' }
    return ({ drawMultiples }, width) =>
      drawMultiples({ periods, provisional, panels: shown }, { ...room, width })
  }, [reading, coverage, language, unit, words])
  return (
    <div className={styles['view']}>
      <Drawing label={title} height={Math.ceil(panels.length / 4) * 128 + 44} draw={draw} />
      <p className="hint">
        {words.views.sameScale} {words.chart.provisional}
        {reading.series.length > panelsAtMost &&
          ` ${words.views.panelsLeft(formatNumber(reading.series.length - panelsAtMost, language))}`}
      </p>
    </div>
  )
}
