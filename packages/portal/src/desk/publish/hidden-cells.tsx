import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import type { ReleaseDetail } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** The cells that a release hides, and why each; the public is never told which is which. */
export function HiddenCells({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const { cells, count, common } = release.hidden
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language))
  return (
    <section>
      <h2 id="hidden-cells">{words.hidden.title}</h2>
      <p>{count === 0 ? words.hidden.none : words.hidden.lead}</p>
      {common !== null && <p>{words.hidden.common(common)}</p>}
      {count > cells.length && (
        <p className="hint">
          {words.hidden.first(formatNumber(cells.length, language), formatNumber(count, language))}
        </p>
      )}
      {count > 0 && (
        <Scroll heading="hidden-cells" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.hidden.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.hidden.cell}</th>
                <th scope="col">{words.hidden.why}</th>
                <th scope="col" data-number="">
                  {words.hidden.value}
                </th>
                <th scope="col" data-number="" data-wide="">
                  {words.hidden.reach}
                </th>
                <th scope="col" data-number="">
                  {words.hidden.open}
                </th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ figure, cell, why, guards, value, reach, open }) => (
                <tr key={`${figure} ${cell}`}>
                  <th scope="row">{cell}</th>
                  <td>
                    {guards === null
                      ? words.why[why]
                      : words.hidden.guards(guards.cell, guards.totals)}
                  </td>
                  <td data-number="">{number(value)}</td>
                  <td data-number="" data-wide="">
                    {number(reach)}
                  </td>
                  <td data-number="">
                    {open === null
                      ? '–'
                      : open[1] === null
                        ? words.hidden.from(number(open[0]))
                        : words.hidden.between(number(open[0]), number(open[1]))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
