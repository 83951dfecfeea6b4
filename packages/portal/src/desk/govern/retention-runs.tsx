import type { ReactNode } from 'react'
import { sayMoment } from '../../account/own/moment.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { RetentionRun } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** When what had expired was last erased, by whom, and what that was. */
export function RetentionRuns({ runs }: { readonly runs: readonly RetentionRun[] }): ReactNode {
  const { retention: words } = useGovernWords()
  const { language } = useSpeaking()
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{words.runs}</h2>
      <p>{words.runsLead}</p>
      {runs.length === 0 && <p>{words.noRun}</p>}
      {runs.length > 0 && (
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.runs}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(
              ({ id, kind, startedAt, endedAt, outcome, erased, leftToOthers, problem }) => (
                <tr key={id}>
                  <th scope="row">
                    {sayMoment(endedAt ?? startedAt, language)}
                    <br />
                    <span className="hint">{words.whose[kind]}</span>
                  </th>
                  <td>
                    {outcome === 'done' ? (
                      words.outcomes.done
                    ) : (
                      <strong>{words.outcomes[outcome]}</strong>
                    )}
                    {problem !== null && (
                      <>
                        <br />
                        {problem.what[language]} {problem.advice[language]}
                      </>
                    )}
                  </td>
                  <td>
                    {erased.length === 0 && words.nothingErased}
                    {erased.map(({ batch, dataset, title, what, count }) => (
                      <div key={`${batch} ${what} ${dataset} ${title[language]}`}>
                        {words.kinds[what]}:{' '}
                        {batch === null
                          ? `${count ?? 0} (${title[language] ?? dataset})`
                          : words.of(batch, title[language] ?? dataset)}
                      </div>
                    ))}
                    {leftToOthers > 0 && <p className="hint">{words.left(leftToOthers)}</p>}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  )
}
