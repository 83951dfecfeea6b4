import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import type { Trial } from './submission.ts'
import { Scroll } from '../../scroll.tsx'
import styles from '../../desk.module.css'

/** What would be accepted, what rejected and why, and which codes nobody has explained. */
export function TrialReport({
  trial,
  id,
}: {
  readonly trial: Trial
  readonly id: number
}): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const number = (value: number) => formatNumber(value, language)
  const { rows, rules, examples, unmapped, newColumns } = trial
  return (
    <>
      <dl className={styles['counts']}>
        {(['read', 'accepted', 'rejected', 'repeated', 'notCounted', 'leftOut'] as const).map(
          (each) => (
            <div key={each}>
              <dt>{words.trial.counts[each]}</dt>
              <dd>{number(rows[each])}</dd>
            </div>
          ),
        )}
      </dl>
      {trial.repeatsNotSought.length > 0 && (
        <p className={styles['caution']}>
          {words.trial.repeatsNotSought(trial.repeatsNotSought.join(', '))}
        </p>
      )}
      {newColumns.length > 0 && (
        <p className={styles['caution']}>{words.trial.newColumns(newColumns.join(', '))}</p>
      )}
      <div>
        <h2 id="why">{words.trial.why}</h2>
        {rules.length === 0 ? (
          <p>{words.trial.sound}</p>
        ) : (
          <Scroll heading="why" columns={3}>
            <table className={styles['table']}>
              <caption className="visually-hidden">{words.trial.why}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.trial.finding}</th>
                  <th scope="col">{words.trial.level}</th>
                  <th scope="col" data-number="">
                    {words.trial.records}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rules.map(({ rule, message, level, levelLabel, count }) => (
                  <tr key={`${rule} ${level}`}>
                    <th scope="row">{message}</th>
                    <td>{levelLabel}</td>
                    <td data-number="">{number(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </div>
      {unmapped.length > 0 && (
        <section aria-labelledby="unmapped">
          <h2 id="unmapped">{words.trial.unmapped}</h2>
          <ul>
            {unmapped.map(({ label, code, count, suggestion }) => (
              <li key={`${label} ${code}`}>
                {label}: <strong>{code}</strong> ({number(count)})
                {suggestion !== null && ` · ${words.trial.meant} ${suggestion}`}
              </li>
            ))}
          </ul>
          <p>
            <Link
              to="/$language/desk/collect/send/$id/$step"
              params={{ language, id: String(id), step: 'codes' }}
            >
              {words.trial.toCodes}
            </Link>
          </p>
        </section>
      )}
      {examples.length > 0 && (
        <div>
          <h2 id="examples">{words.trial.examples}</h2>
          <Scroll heading="examples" stacked>
            <table className={styles['table']}>
              <caption className="visually-hidden">{words.trial.examples}</caption>
              <thead>
                <tr>
                  <th scope="col" data-number="">
                    {words.trial.line}
                  </th>
                  <th scope="col">{words.trial.finding}</th>
                  <th scope="col">{words.trial.value}</th>
                  <th scope="col" data-wide="">
                    {words.trial.level}
                  </th>
                </tr>
              </thead>
              <tbody>
                {examples.map(({ line, message, fields, value, levelLabel }, at) => (
                  <tr key={at}>
                    <th scope="row" data-number="">
                      {number(line)}
                    </th>
                    <td>
                      {message}
                      {fields.length > 0 && <span className="hint"> ({fields.join(', ')})</span>}
                    </td>
                    <td>{value ?? '–'}</td>
                    <td data-wide="">{levelLabel}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      )}
    </>
  )
}
