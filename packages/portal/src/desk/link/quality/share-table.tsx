import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { formatFinePercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useLinkWords } from '../words/link-words.ts'
import deskStyles from '../../desk.module.css'
import styles from '../link.module.css'

/** Shares by groups: a row each, its share as a number and as a bar, and how many it is of. */
export function ShareTable({
  id,
  title,
  head: [group, share, count],
  rows,
}: {
  readonly id: string
  readonly title: string
  readonly head: readonly [group: string, share: string, count: string]
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly share: number
    readonly count: number
  }[]
}): ReactNode {
  const { language } = useSpeaking()
  const words = useLinkWords()
  return (
    <>
      <h3 id={id}>{title}</h3>
      <table className={`${deskStyles['table']} ${styles['shares']}`} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{group}</th>
            <th scope="col" data-number="">
              {share}
            </th>
            <th scope="col">
              <span className="visually-hidden">{words.chart.drawn}</span>
            </th>
            <th scope="col" data-number="">
              {count}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td data-number="">{formatFinePercent(row.share, language)}</td>
              <td>
                <ShareBar share={row.share} />
              </td>
              <td data-number="">{formatNumber(row.count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ShareBar({ share }: { readonly share: number }): ReactNode {
  return (
    <svg className={styles['bar']} aria-hidden="true" focusable="false">
      <rect width="100%" y="4" height="14" data-sign="ground" />
      <rect width={`${100 * share}%`} y="4" height="14" data-sign="for" />
    </svg>
  )
}
