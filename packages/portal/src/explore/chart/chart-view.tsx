import { useMemo, type ReactNode } from 'react'
import { formatNumber, periodLabel, statusSigns, type TableResult } from '@caudal/methods/publish'
import { shortUnit } from '../../words/unit.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Language } from '@caudal/methods/vocabulary'
import type { Words } from '../../words/catalogue.ts'
import type { Charted, ChartNote, ChartSpec } from './chart-spec.ts'
import { Drawing, type Draw } from './drawing.tsx'
import styles from './chart.module.css'

/**
 * A chart of a table. The drawing is one picture to a screen reader, named by the title of the
 * figure and told in the paragraph below it; its figures are in the table.
 */
export function ChartView({
  charted: { spec, notes },
  result,
  title,
}: {
  readonly charted: Charted
  readonly result: TableResult
  readonly title: string
}): ReactNode {
  const { language, words } = useSpeaking()
  const series = spec.kind === 'bar' ? [] : spec.series
  const several = series.filter(({ hue }) => hue !== 'grey').length > 1
  const rest = words.chart.othersSummed
  const { unit, decimals } = result.measure
  const draw = useMemo((): Draw => {
    return ({ drawBars, drawColumns, drawLines }, width) => {
      if (spec.kind === 'bar') {
        return drawBars(spec, { width, language, decimals, missing: statusSigns.missing })
      }
      const room = { width, language, unit: shortUnit(unit), units: words.chart.units, rest }
      return spec.kind === 'line' ? drawLines(spec, room) : drawColumns(spec, room)
    }
  }, [spec, language, words, unit, decimals, rest])

  return (
    <div className={styles['chart']}>
      {several && (
        // On narrow screens, where names do not fit beside the lines.
        <ul className={styles['key']} aria-hidden="true">
          {series
            .filter(({ hue }) => hue !== 'grey' || spec.kind === 'column')
            .map(({ key, label, hue }) => (
              <li key={key} data-hue={hue}>
                {label || rest}
              </li>
            ))}
        </ul>
      )}
      <Drawing
        label={title}
        height={spec.kind === 'bar' ? 30 * (spec.panels[0]?.bars.length ?? 0) : 380}
        draw={draw}
      />
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note.kind}>{say(note, spec.kind, words, language)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function say(note: ChartNote, kind: ChartSpec['kind'], words: Words, language: Language): string {
  switch (note.kind) {
    case 'grey-lines':
      return words.chart.others(formatNumber(note.count, language))
    case 'more-bars':
      return words.chart.othersBars(formatNumber(note.count, language))
    case 'more-panels':
      return words.chart.panelsLeft(formatNumber(note.count, language))
    case 'only-period':
      return words.chart.onlyLatest(periodLabel(note.period, language))
    case 'provisional':
      return kind === 'line' ? words.chart.provisional : words.chart.provisionalBars
    case 'gaps':
      return words.chart.gaps
  }
}
