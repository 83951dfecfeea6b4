import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { formatNumber, say } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { formatPercent } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { comparisonQuery, type ComparedFigure } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** What changes from an earlier release to this one, figure by figure, as the public sees it. */
export function ComparePage(): ReactNode {
  const { id = '', other = '' } = useParams({ strict: false })
  const words = usePublishWords()
  const { language } = useSpeaking()
  const comparison = useQuery(comparisonQuery(id, other, language))
  const title = words.compare.title(other, id)
  usePageTitle(title)
  return (
    <div className={styles['page']} aria-busy={comparison.isPending}>
      <p>
        <Link to="/$language/desk/publish/release/$id" params={{ language, id }}>
          {words.compare.back(id)}
        </Link>
      </p>
      <h1>{title}</h1>
      {comparison.isError && (
        <ProblemNotice error={comparison.error} retry={() => void comparison.refetch()} />
      )}
      {comparison.data?.figures.every(isUnchanged) === true && <p>{words.compare.unchanged}</p>}
      {comparison.data?.figures.map((figure) => (
        <Compared key={figure.figure} figure={figure} />
      ))}
    </div>
  )
}

const isUnchanged = ({ changed, hidden, shown, added, gone }: ComparedFigure): boolean =>
  changed + hidden + shown + added + gone === 0

function Compared({ figure }: { readonly figure: ComparedFigure }): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const count = (value: number) => formatNumber(value, language)
  const shown = (value: number | null | undefined) =>
    value === undefined ? words.compare.absent : value === null ? '⊘' : count(value)
  const heading = useId()
  const kinds = ['same', 'changed', 'hidden', 'shown', 'added', 'gone'] as const
  return (
    <section>
      <h2 id={heading}>{figure.title}</h2>
      <p>
        {kinds
          .filter((kind) => figure[kind] > 0)
          .map((kind) => words.compare[kind] + say('colon', language) + count(figure[kind]))
          .join(' · ')}
      </p>
      {figure.cells.length > 0 && (
        <Scroll heading={heading} stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{figure.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.hidden.cell}</th>
                <th scope="col" data-number="">
                  {words.compare.before}
                </th>
                <th scope="col" data-number="">
                  {words.compare.after}
                </th>
                <th scope="col" data-number="">
                  {words.compare.difference}
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.cells.map(({ cell, before, after }) => (
                <tr key={cell}>
                  <th scope="row">{cell}</th>
                  <td data-number="">{shown(before)}</td>
                  <td data-number="">{shown(after)}</td>
                  <td data-number="">{differenceOf(before, after, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {figure.cells.length > 0 && (
        <p className="hint">
          {words.compare.legend}
          {figure.notListed > 0 && ` · ${words.compare.notListed(count(figure.notListed))}`}
        </p>
      )}
    </section>
  )
}

/** The difference with its sign, and in per cent of what was there; nothing where either is not shown. */
function differenceOf(
  before: number | null | undefined,
  after: number | null | undefined,
  language: Language,
): string {
  if (typeof before !== 'number' || typeof after !== 'number') return '–'
  const sign = after > before ? '+' : '−'
  const difference = `${sign}${formatNumber(Math.abs(after - before), language)}`
  if (before <= 0) return difference
  return `${difference} (${sign}${formatPercent(Math.abs(after / before - 1), language)})`
}
