import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { useSpeaking } from '../../../words/speaking.tsx'
import { inventoryQuery } from '../govern-queries.ts'
import { useGovernWords } from '../words/govern-words.ts'
import styles from '../../desk.module.css'

/** What is held under a processing activity at this moment: datasets, and what waits to join them. */
export function ProcessedUnder({ activity }: { readonly activity: string }): ReactNode {
  const { waiting: words, retention, held } = useGovernWords()
  const { language } = useSpeaking()
  const inventory = useQuery(inventoryQuery)
  if (inventory.data === undefined) return null
  const datasets = inventory.data.datasets.filter((row) => row.activity === activity)
  const waiting = inventory.data.waiting.filter((row) => row.activity === activity)
  // of another country's records it is not told how many there are
  const count = (value: number | null) => (value === null ? '–' : formatNumber(value, language))
  return (
    <section aria-labelledby="processed">
      <h2 id="processed">{words.processed}</h2>
      {datasets.length + waiting.length === 0 && <p>{words.nothingProcessed}</p>}
      {datasets.length + waiting.length > 0 && (
        <ul className={styles['stack']}>
          {datasets.map(({ dataset, title, records, withNames }) => (
            <li key={dataset}>
              {title[language]}: {count(records)} {held.records.toLowerCase()},{' '}
              {held.withNames.toLowerCase()} {count(withNames)}
            </li>
          ))}
          {waiting.map(({ what, title, count, dataset }) => (
            <li key={`${what} ${title[language]} ${dataset}`}>
              {title[language]}: {retention.kinds[what].toLowerCase()},{' '}
              {formatNumber(count, language)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
