import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { formatNumber, say, type CubeAnswer, type TableResult } from '@caudal/methods/publish'
import { tableQuery } from '../../node-api/queries.ts'
import { Icon } from '../../parts/icon.tsx'
import { percentSign } from '../../words/number-format.ts'
import { shortUnit, unitBeside } from '../../words/unit.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { seriesOfNumber } from '../../saved/series-of-number.ts'
import { filterValues } from '../figure/subtitle.ts'
import type { AskedCell } from '../table/asked-cell.ts'
import { Evidence } from './evidence.tsx'
import { Revisions } from './revisions.tsx'
import { questionOf } from './question.ts'
import styles from './known.module.css'

/** How one number is known: what it counts, what it was calculated from, its sources, quality, protection. */
export function NumberPanel({
  cube,
  result,
  asked,
  close,
}: {
  readonly cube: CubeAnswer
  readonly result: TableResult
  readonly asked: AskedCell
  readonly close: () => void
}): ReactNode {
  const { language, words } = useSpeaking()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const t = words.figure
  const question = questionOf(result, asked, cube)
  const figure = useQuery({
    ...tableQuery(cube.id, question.spec ?? { rows: [], columns: [], where: [] }, language),
    enabled: result.calculation !== undefined && question.spec !== undefined,
  })
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => shown?.close()
  }, [])

  const { measure, calculation } = result
  const { value, status } = question
  const isFirstMeasure = measure.id === cube.measures[0]?.id
  const series = seriesOfNumber(cube, result, question)
  const own = figure.isPlaceholderData ? undefined : figure.data?.values[0]
  const fictitious = result.synthetic && result.protection === 'none'
  return (
    <dialog
      ref={dialog}
      className={styles['panel']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId}>{t.how}</h2>
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-label={words.known.close}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className={styles['value']}>
        {value === null
          ? say(status ?? 'missing', language)
          : `${formatNumber(value, language, measure.decimals)}${percentSign(measure.unit, language)}`}
        {value !== null && measure.unit !== '%' && <small> {shortUnit(measure.unit)}</small>}
      </p>
      {value !== null && status && <p>{say(status, language)}</p>}
      {series !== undefined && (
        <p>
          <Link
            className="button"
            to="/$language/saved/alert"
            params={{ language }}
            search={{ cube: cube.id, query: series }}
          >
            <Icon name="bell" />
            {words.known.watch}
          </Link>
        </p>
      )}
      <dl className={styles['facts']}>
        <dt>{t.measure}</dt>
        <dd>{measure.label}</dd>
        {question.codes.map(({ id, label, code }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{code}</dd>
          </div>
        ))}
        {question.margins.length > 0 && (
          <>
            <dt>{say('total', language)}</dt>
            <dd>{words.known.over(question.margins.join(', '))}</dd>
          </>
        )}
        {result.filters
          .filter(({ dimension }) => !question.codes.some(({ id }) => id === dimension))
          .map(({ dimension, label, values }) => (
            <div key={dimension}>
              <dt>{label}</dt>
              <dd>{filterValues(values, words, language)}</dd>
            </div>
          ))}
        {calculation && own !== undefined && own !== null && (
          <>
            <dt>{words.known.from}</dt>
            <dd>
              {t.filter(
                calculation.from.label,
                `${formatNumber(own, language)} ${unitBeside(calculation.from.label, calculation.from.unit)}`.trimEnd(),
              )}
            </dd>
          </>
        )}
        <dt>{t.definition}</dt>
        <dd>{result.cube.description}</dd>
        <dt>{t.universe}</dt>
        <dd>{result.cube.universe}</dd>
        <dt>{t.protection}</dt>
        <dd>{words.status.protections[fictitious ? 'synthetic' : result.protection]}</dd>
        {result.notes.length > 0 && (
          <>
            <dt>{t.notes}</dt>
            {result.notes.map((note) => (
              <dd key={note}>{note}</dd>
            ))}
          </>
        )}
        <dt>{result.sources.length > 1 ? t.sources : t.source}</dt>
        {result.sources.map(({ citation, licence }) => (
          <dd key={citation}>
            {citation} {t.licence}: {licence}
          </dd>
        ))}
        <dt>{t.snapshot}</dt>
        <dd>
          <code>{result.snapshot}</code>
        </dd>
      </dl>
      {calculation === undefined && question.spec !== undefined && isFirstMeasure && (
        <Revisions
          cube={cube.id}
          where={question.spec.where}
          now={value}
          decimals={measure.decimals}
        />
      )}
      <Evidence cube={cube.id} countries={question.areas} />
    </dialog>
  )
}
