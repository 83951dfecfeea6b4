import { lazy, Suspense, useId, useMemo, useState, type ReactNode } from 'react'
import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import type { FromBefore } from '../../node-api/ask-node.ts'
import { KeptBanner, StatusBanner } from '../../parts/status-banner.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { barChart, lineChart } from '../chart/chart-of-table.ts'
import { ChartView } from '../chart/chart-view.tsx'
import type { Exploration } from '../specification/exploration.ts'
import { canDrill, drillInto, levelBelow } from '../specification/drill.ts'
import { putDimension, setSort } from '../specification/rearrange.ts'
import { fitShow } from '../specification/shown-as.ts'
import { DataTable } from '../table/data-table.tsx'
import type { AskedCell } from '../table/asked-cell.ts'
import type { Drill } from '../table/drill-label.tsx'
import { lowerFirst } from '../../words/in-words.ts'
import { timeIdsOf } from '../use-coverage.ts'
import { writtenFor } from '../builder/written-level.ts'
import { coverageIn, type Coverage } from './coverage.ts'
import { DrawnView } from '../views/drawn-view.tsx'
import { DrillPathLine } from './drill-path.tsx'
import { titleOf } from './finding-title.ts'
import { MapView } from './map-view.tsx'
import { Provenance } from './provenance.tsx'
import { readTable } from './reading.ts'
import { Remarks } from './remarks.tsx'
import { subtitleOf } from './subtitle.ts'
import { summarise } from './summary.ts'
import { ViewSwitch } from './view-switch.tsx'
import styles from './figure.module.css'

const NumberPanel = lazy(async () => ({
  default: (await import('../known/number-panel.tsx')).NumberPanel,
}))

const OwnCountryNote = lazy(() => import('./own-country-note.tsx'))

/** What a figure says of itself in words. */
export interface Told {
  readonly title: string
  readonly subtitle: string
}

/**
 * The unit the site is built of: finding, what is counted, the figure, the same in words, where it
 * comes from, and what can be done with it.
 */
export function Figure({
  cube,
  exploration,
  result,
  coverage: ofCube,
  change,
  renderTools,
  framed,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult & FromBefore
  readonly coverage: Coverage | undefined
  readonly change: (next: Exploration) => void
  /** What can be done with the figure. */
  readonly renderTools?: (told: Told) => ReactNode
  /** What stands below it in a frame of another page, in place of all that is around a figure. */
  readonly framed?: ReactNode
}): ReactNode {
  const { language, words } = useSpeaking()
  const titleId = useId()
  const { spec, view, totals } = exploration
  const [asked, setAsked] = useState<AskedCell>()
  const timeIds = useMemo(() => timeIdsOf(cube), [cube])
  const reading = useMemo(() => readTable(result, timeIds), [result, timeIds])
  const coverage = useMemo(() => coverageIn(result, ofCube), [result, ofCube])
  const told = useMemo(
    () => ({
      title: titleOf(result, reading, coverage, words, language),
      subtitle: subtitleOf(result, reading, timeIds, words, language),
      summary: summarise(result, reading, coverage, words, language),
    }),
    [result, reading, timeIds, coverage, words, language],
  )
  const charted = useMemo(() => {
    if (view === 'line') return lineChart(reading, coverage)
    return view === 'bar' ? barChart(result, reading, coverage) : undefined
  }, [view, result, reading, coverage])

  return (
    <section className={styles['figure']} aria-labelledby={titleId}>
      {result.keptAt !== undefined && <KeptBanner at={new Date(result.keptAt)} />}
      <StatusBanner synthetic={result.synthetic} protection={result.protection} />
      {!framed && ['perturbed', 'release'].includes(result.protection) && (
        <Suspense>
          <OwnCountryNote cube={cube} exploration={exploration} change={change} />
        </Suspense>
      )}
      {!framed && <ViewSwitch cube={cube} exploration={exploration} />}
      <header className={styles['head']}>
        {framed ? <h1 id={titleId}>{told.title}</h1> : <h2 id={titleId}>{told.title}</h2>}
        <p>{told.subtitle}</p>
      </header>
      <DrillPathLine cube={cube} exploration={exploration} result={result} change={change} />
      <div className={styles['body']} data-picture="">
        {body()}
      </div>
      {result.remarks && !framed && <Remarks remarks={result.remarks} />}
      {/* A map tells itself in its own words. */}
      {view !== 'map' && !framed && told.summary !== '' && (
        <p className={styles['summary']}>{told.summary}</p>
      )}
      {framed ?? (
        <Provenance cube={cube} result={result}>
          {renderTools?.(told)}
        </Provenance>
      )}
      {asked && (
        <Suspense>
          <NumberPanel
            cube={cube}
            result={result}
            asked={asked}
            close={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </section>
  )

  function drillAt(written: string): Drill | undefined {
    const below = levelBelow(cube, written)
    const levels = cube.dimensions.flatMap((dimension) => dimension.levels)
    if (below === undefined) return undefined
    return {
      into: lowerFirst(levels.find(({ id }) => id === below)!.label),
      can: (code) => canDrill(cube, written, code),
      open: (code) =>
        change({ ...exploration, spec: fitShow(cube, drillInto(cube, spec, written, code)) }),
    }
  }

  function body(): ReactNode {
    switch (view) {
      case 'table':
        return (
          <DataTable
            result={result}
            totals={totals}
            title={`${told.title}. ${told.subtitle}`}
            onSort={(sort) => change({ ...exploration, spec: setSort(spec, sort) })}
            drillAt={drillAt}
            onAsk={setAsked}
          />
        )
      case 'map':
        return (
          <MapView
            cube={cube}
            result={result}
            coverage={coverage}
            exploration={exploration}
            change={change}
          />
        )
      case 'multiples':
      case 'heat':
      case 'pyramid':
      case 'sankey':
      case 'flow':
      case 'chord':
        return (
          <DrawnView
            view={view}
            cube={cube}
            result={result}
            coverage={coverage}
            exploration={exploration}
            change={change}
            title={told.title}
          />
        )
      case 'bar':
      case 'line': {
        if (charted) return <ChartView charted={charted} result={result} title={told.title} />
        const time = cube.dimensions.find(({ kind }) => kind === 'time')
        return (
          <div className={styles['instead']}>
            <p>{view === 'line' ? words.views.lineNeedsTime : words.chart.nothing}</p>
            {view === 'line' && time && (
              <button
                type="button"
                className="button"
                onClick={() =>
                  change({
                    ...exploration,
                    spec: putDimension(spec, writtenFor(time, spec), 'columns'),
                  })
                }
              >
                {words.views.putTime}
              </button>
            )}
          </div>
        )
      }
    }
  }
}
