import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayDay } from '../../../account/own/moment.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { usePageTitle } from '../../../frame/page-title.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { batchesQuery } from '../batches/batches.ts'
import { SelectField } from '../send/select-field.tsx'
import { useCompareWords } from '../words/compare-words.ts'
import { comparisonQuery, type Comparison } from './comparison.ts'
import styles from '../../desk.module.css'

const mostFields = 5

/** What changed from one file of a dataset to another, cell by cell. */
export function ComparePage(): ReactNode {
  return <SignedInOnly operation="collect.examine">{() => <Compare />}</SignedInOnly>
}

function Compare(): ReactNode {
  const { id } = useParams({ from: '/$language/desk/collect/batches/$id/compare' })
  const words = useCompareWords()
  const { language } = useSpeaking()
  const batches = useQuery(batchesQuery(language))
  const [chosen, setChosen] = useState<string>()
  const [by, setBy] = useState<readonly string[]>([])
  usePageTitle(words.title)
  const batch = batches.data?.batches.find((each) => String(each.id) === id)
  const others = (batches.data?.batches ?? []).filter(
    (each) => each.dataset === batch?.dataset && each.id !== batch.id,
  )
  // What it corrects comes first, else the file received before it.
  const usual =
    others.find(({ supersededBy }) => String(supersededBy) === id) ??
    others.find((each) => each.id < Number(id)) ??
    others[0]
  const before = chosen ?? (usual === undefined ? undefined : String(usual.id))
  return (
    <div className={styles['page']}>
      <div>
        <p className="eyebrow">
          <Link to="/$language/desk/collect/batches/$id" params={{ language, id }}>
            {batch?.fileName ?? id}
          </Link>
        </p>
        <h1>{words.title}</h1>
      </div>
      {batches.isError && (
        <ProblemNotice error={batches.error} retry={() => void batches.refetch()} />
      )}
      {batches.data !== undefined && before === undefined && <p>{words.none}</p>}
      {before !== undefined && (
        <>
          <p>{words.lead}</p>
          <SelectField
            id="before"
            label={words.before}
            of={others.map((each) => [
              String(each.id),
              `${each.id} · ${each.fileName} · ${sayDay(each.receivedAt, language)}`,
            ])}
            value={before}
            onChoose={setChosen}
          />
          <Compared after={id} before={before} by={by} onBy={setBy} />
        </>
      )}
    </div>
  )
}

function Compared({
  after,
  before,
  by,
  onBy,
}: {
  readonly after: string
  readonly before: string
  readonly by: readonly string[]
  readonly onBy: (by: readonly string[]) => void
}): ReactNode {
  const words = useCompareWords()
  const { language } = useSpeaking()
  const comparison = useQuery(comparisonQuery(after, before, by, language))
  if (comparison.isError) {
    return <ProblemNotice error={comparison.error} retry={() => void comparison.refetch()} />
  }
  if (comparison.data === undefined) return <div aria-busy="true" />
  const { data } = comparison
  return (
    <>
      <fieldset className={styles['choices']}>
        <legend>{words.by}</legend>
        <p className="hint">{words.byHint}</p>
        {data.dimensions.map(({ id, label }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={data.by.includes(id)}
              disabled={data.by.includes(id) ? data.by.length === 1 : data.by.length >= mostFields}
              onChange={({ target }) =>
                onBy(
                  data.dimensions
                    .map((each) => each.id)
                    .filter((each) => (each === id ? target.checked : data.by.includes(each))),
                )
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div aria-live="polite" aria-busy={comparison.isFetching}>
        <Changes comparison={data} />
      </div>
    </>
  )
}

function Changes({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const words = useCompareWords()
  const { language } = useSpeaking()
  const { before, figure, total, cells, changed, moved, head, rows } = comparison
  const number = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1)
  const figures = (one: number, other: number) => (
    <>
      <td data-number="">{number(one)}</td>
      <td data-number="">{number(other)}</td>
      <td data-number="">
        {other > one ? '+' : ''}
        {number(other - one)}
      </td>
    </>
  )
  return (
    <>
      <h2 id="changes">{words.figure(figure)}</h2>
      {before.because !== null && <p>{words.because(before.because)}</p>}
      <p>
        {changed === 0
          ? moved.length === 0
            ? words.same
            : words.sameCells
          : words.changed(formatNumber(changed, language), formatNumber(cells, language))}{' '}
        {rows.length < changed && words.first(formatNumber(rows.length, language))}
      </p>
      {moved.length > 0 && (
        <p>
          {words.moved(moved.map((each) => `${each.label} (${number(each.moved)})`).join(', '))}
        </p>
      )}
      <table className={styles['table']}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{head.join(' · ')}</th>
            <th scope="col" data-number="">
              {words.beforeHead}
            </th>
            <th scope="col" data-number="">
              {words.afterHead}
            </th>
            <th scope="col" data-number="">
              {words.change}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.total}</th>
            {figures(total.before, total.after)}
          </tr>
          {rows.map(({ said, before: one, after: other }) => (
            <tr key={said.join('\u0000')}>
              <th scope="row">{said.map((each) => each ?? '–').join(' · ')}</th>
              {figures(one, other)}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
