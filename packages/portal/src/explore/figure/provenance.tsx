import { lazy, Suspense, useState, type ReactNode } from 'react'
import {
  formatNumber as numberOf,
  periodLabel,
  type CubeAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { filterValues } from './subtitle.ts'
import styles from './figure.module.css'

const Evidence = lazy(async () => ({ default: (await import('../known/evidence.tsx')).Evidence }))

/** Sources named in the line; the others are counted there and listed below. */
const sourcesInLine = 2

/** Source, date, snapshot and protection in a line; all the rest behind "How do you know?". */
export function Provenance({
  cube,
  result,
  children,
}: {
  readonly cube: CubeAnswer
  readonly result: TableResult
  /** What can be done with the figure. */
  readonly children: ReactNode
}): ReactNode {
  const { language, words } = useSpeaking()
  const t = words.figure
  const [open, setOpen] = useState(false)
  // What nobody lived needs no protection; beside real records it says nothing of them.
  const fictitious = result.synthetic && result.protection === 'none'
  const more = result.sources.length - sourcesInLine
  const updated = result.updatedOn === null ? t.noDate : periodLabel(result.updatedOn, language)
  return (
    <footer className={styles['provenance']}>
      <dl className={styles['line']}>
        <div>
          <dt>{result.sources.length > 1 ? t.sources : t.source}</dt>
          <dd>
            {result.sources
              .slice(0, sourcesInLine)
              .map(({ owner, title }) => `${owner}, ${title}`)
              .join('; ')}
            {more > 0 && ` ${t.moreSources(numberOf(more, language))}`}
          </dd>
        </div>
        <div>
          <dt>{t.updated}</dt>
          <dd>{updated}</dd>
        </div>
        <div>
          <dt>{t.snapshot}</dt>
          <dd>
            <code>{result.snapshot}</code>
          </dd>
        </div>
        <div>
          <dt>{t.protection}</dt>
          <dd>{words.status.protections[fictitious ? 'synthetic' : result.protection]}</dd>
        </div>
      </dl>
      {children}
      <details
        className={styles['how']}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{t.how}</summary>
        <dl>
          <dt>{t.definition}</dt>
          <dd>{result.cube.description}</dd>
          <dt>{t.universe}</dt>
          <dd>{result.cube.universe}</dd>
          <dt>{t.measure}</dt>
          <dd>
            {result.measure.label} ({result.measure.unit})
          </dd>
          {result.filters.length > 0 && (
            <>
              <dt>{t.filters}</dt>
              {result.filters.map(({ dimension, label, values }) => (
                <dd key={dimension}>{t.filter(label, filterValues(values, words, language))}</dd>
              ))}
            </>
          )}
          <dt>{result.sources.length > 1 ? t.sources : t.source}</dt>
          {result.sources.map((source) => (
            <dd key={source.citation}>
              {source.citation}
              {source.url !== undefined && (
                <>
                  {' '}
                  <a href={source.url} rel="external noopener">
                    {t.seeSource}
                  </a>
                </>
              )}
              <br />
              <span className="hint">
                {t.licence}: {source.licence}
              </span>
            </dd>
          ))}
          <dt>{t.snapshot}</dt>
          <dd>
            <code>{result.snapshot}</code>, {updated}
            <br />
            <span className="hint">{t.snapshotHelp}</span>
          </dd>
          <dt>{t.records}</dt>
          <dd>{t.recordsIn(numberOf(cube.records, language), numberOf(cube.cells, language))}</dd>
          {result.notes.length > 0 && (
            <>
              <dt>{t.notes}</dt>
              {result.notes.map((note) => (
                <dd key={note}>{note}</dd>
              ))}
            </>
          )}
        </dl>
        {open && (
          <Suspense>
            <Evidence cube={cube.id} />
          </Suspense>
        )}
      </details>
    </footer>
  )
}
