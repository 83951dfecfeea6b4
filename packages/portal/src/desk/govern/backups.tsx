import type { ReactNode } from 'react'
import { sayMoment } from '../../account/own/moment.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { KnownBackups } from './govern-queries.ts'
import { useGovernWords } from './words/govern-words.ts'

/** How old the backups are, and whether they still hold what was erased. */
export function Backups({ backups }: { readonly backups: KnownBackups }): ReactNode {
  const { retention: words } = useGovernWords()
  const { language } = useSpeaking()
  const { newest, oldest, kept, holdErased, state } = backups
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{words.backups}</h2>
      {newest === null || oldest === null ? (
        <p>{words.noBackup}</p>
      ) : (
        <p>
          {words.newestBackup(sayMoment(newest, language))}{' '}
          {state === 'old' && <strong>{words.oldBackup} </strong>}
          {words.keptBackups(kept, sayMoment(oldest, language))}
        </p>
      )}
      {holdErased && <p>{words.holdErased}</p>}
    </section>
  )
}
