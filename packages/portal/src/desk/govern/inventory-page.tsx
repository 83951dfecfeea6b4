import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { usePageTitle } from '../../frame/page-title.ts'
import { cubesQuery } from '../../node-api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { Scroll } from '../scroll.tsx'
import { BackToGovern } from './back-to-govern.tsx'
import { inventoryQuery } from './govern-queries.ts'
import { WaitingTable } from './waiting-table.tsx'
import { useGovernWords } from './words/govern-words.ts'
import styles from '../desk.module.css'

/** What exists where: every dataset, who owns it, who is given it, what was made from it. */
export function InventoryPage(): ReactNode {
  const words = useGovernWords()
  const { language } = useSpeaking()
  const inventory = useQuery(inventoryQuery)
  const cubes = useQuery(cubesQuery(language))
  const titles = new Map(cubes.data?.cubes.map(({ id, title }) => [id, title]))
  usePageTitle(words.inventory)
  const number = (value: number | null) => (
    <td data-number="">{value === null ? '–' : formatNumber(value, language)}</td>
  )
  const list = (items: readonly string[]) => <td>{items.length === 0 ? '–' : items.join(', ')}</td>
  return (
    <div className={styles['page']} aria-busy={inventory.isPending}>
      <h1 id="inventory">{words.inventory}</h1>
      <p>{words.inventoryLead}</p>
      {inventory.isError && <ProblemNotice error={inventory.error} />}
      {inventory.data?.datasets.length === 0 && <p>{words.none}</p>}
      {inventory.data !== undefined && inventory.data.datasets.length > 0 && (
        <Scroll heading="inventory" stacked>
          <table className={styles['table']}>
            <caption className="visually-hidden">{words.inventory}</caption>
            <thead>
              <tr>
                <th scope="col">{words.held.dataset}</th>
                <th scope="col">{words.held.owner}</th>
                <th scope="col" data-number="">
                  {words.held.batches}
                </th>
                <th scope="col" data-number="">
                  {words.held.records}
                </th>
                <th scope="col" data-number="">
                  {words.held.withNames}
                </th>
                <th scope="col" data-number="">
                  {words.held.withheld}
                </th>
                <th scope="col" data-number="">
                  {words.held.erased}
                </th>
                <th scope="col">{words.held.shared}</th>
                <th scope="col">{words.held.used}</th>
              </tr>
            </thead>
            <tbody>
              {inventory.data.datasets.map((row) => (
                <tr key={row.dataset}>
                  <th scope="row">
                    {row.title[language]}
                    <br />
                    <span className="hint">{row.dataset}</span>
                  </th>
                  <td>
                    {row.owner === ''
                      ? words.held.nobody
                      : [row.ownerName, row.country].filter(Boolean).join(', ')}
                  </td>
                  {number(row.batches)}
                  {number(row.records)}
                  {number(row.withNames)}
                  {number(row.withheld)}
                  {number(row.erased)}
                  {list(row.sharedWith)}
                  {list([...row.cubes.map((id) => titles.get(id) ?? id), ...row.releases])}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {inventory.data?.datasets.some(({ records }) => records === null) && (
        <p className="hint">{words.countsElsewhere}</p>
      )}
      {inventory.data !== undefined && (
        <WaitingTable rows={inventory.data.waiting} heading="waiting" />
      )}
      <BackToGovern />
    </div>
  )
}
