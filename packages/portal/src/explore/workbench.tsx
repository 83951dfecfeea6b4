import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { formatNumber, type CubeAnswer } from '@caudal/methods/publish'
import { useAnnounce } from '../frame/announcer.tsx'
import { Problem } from '../node-api/problem.ts'
import { tableQuery } from '../node-api/queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { SlowNotice } from '../parts/slow-notice.tsx'
import { useSpeaking } from '../words/speaking.tsx'
import { Builder } from './builder/builder.tsx'
import { EmptySelection } from './figure/empty-selection.tsx'
import { Figure } from './figure/figure.tsx'
import { FigureTools } from './figure/figure-tools.tsx'
import type { Exploration } from './specification/exploration.ts'
import { setTop } from './specification/rearrange.ts'
import { isFilled, useCoverage } from './use-coverage.ts'
import styles from './explore.module.css'

/** Rows offered where a table is too large. */
const rowsKept = 20

/** The panel that builds a table, and the figure it builds. */
export function Workbench({
  cube,
  exploration,
  change,
  reset,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
  readonly reset: () => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const announce = useAnnounce()
  const { spec } = exploration
  const table = useQuery({
    ...tableQuery(cube.id, spec, language),
    enabled: isFilled(cube),
  })
  const coverage = useCoverage(cube, language)
  const { data: result, isPlaceholderData: outdated } = table

  const outcome = useRef<HTMLDivElement>(null)
  const said = useRef(result)
  useEffect(() => {
    if (!result || outdated) return
    const before = said.current
    said.current = result
    if (!before || before === result) return
    announce(
      words.builder.changed(
        formatNumber(result.rowKeys.length, language),
        formatNumber(result.columnKeys.length, language),
      ),
    )
  }, [result, outdated, announce, words, language])

  if (!isFilled(cube)) return <Unbuilt cube={cube} />
  return (
    <div className={styles['workbench']}>
      <button
        type="button"
        className={`button ${styles['skip']}`}
        onClick={() => outcome.current?.focus()}
      >
        {words.builder.toFigure}
      </button>
      <Builder
        cube={cube}
        exploration={exploration}
        result={outdated ? undefined : result}
        change={change}
        reset={reset}
      />
      <div
        ref={outcome}
        className={styles['outcome']}
        tabIndex={-1}
        data-outdated={outdated ? '' : undefined}
      >
        {outdated && !table.isError && (
          <p className={styles['updating']}>{words.status.updating}</p>
        )}
        {content()}
      </div>
    </div>
  )

  function content(): ReactNode {
    if (table.isError && !table.isFetching) {
      return (
        <ProblemNotice error={table.error} retry={() => void table.refetch()}>
          {isTooLarge(table.error) && spec.rows.length > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => change({ ...exploration, spec: setTop(spec, rowsKept) })}
            >
              {words.builder.topN(formatNumber(rowsKept, language))}
            </button>
          )}
          <button type="button" className="button" onClick={reset}>
            {words.builder.reset}
          </button>
        </ProblemNotice>
      )
    }
    if (!result) {
      return (
        <div aria-busy="true">
          <SlowNotice />
          <div className={`${styles['bone']} ${styles['boneTitle']}`} />
          <div className={`${styles['bone']} ${styles['boneFigure']}`} />
        </div>
      )
    }
    if (result.values.every((value) => value === null)) {
      return (
        <EmptySelection cube={cube} exploration={exploration} result={result} change={change} />
      )
    }
    return (
      <Figure
        cube={cube}
        exploration={exploration}
        result={result}
        coverage={coverage}
        change={change}
        renderTools={(told) => (
          <FigureTools cube={cube} exploration={exploration} result={result} told={told} />
        )}
      />
    )
  }
}

/** Whether the node refused a table for its size: fewer rows are the nearest that works. */
function isTooLarge(error: unknown): boolean {
  return error instanceof Problem && error.status === 413
}

function Unbuilt({ cube }: { readonly cube: CubeAnswer }): ReactNode {
  const { words } = useSpeaking()
  return (
    <div className={styles['unbuilt']}>
      <h2>{cube.stateReason?.what ?? words.empty.whole}</h2>
      {cube.stateReason && <p>{cube.stateReason.advice}</p>}
    </div>
  )
}
