import type { ReactNode } from 'react'
import { CopyText } from '../../parts/copy-text.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { useAccountWords } from '../words/account-words.ts'
import styles from '../account.module.css'

/** A one-time link, shown once to whoever hands it over. */
export function HandedLink({
  secret,
  name,
  hours,
}: {
  readonly secret: string
  readonly name: string
  readonly hours: number
}): ReactNode {
  const words = useAccountWords()
  const { language } = useSpeaking()
  return (
    <div className={`${styles['done']} ${styles['stack']}`}>
      <h2>
        <output>{words.people.linkTitle}</output>
      </h2>
      <p>{words.people.linkLead(name, hours)}</p>
      <CopyText
        label={words.people.link}
        text={`${location.origin}/${language}/account/link#${secret}`}
        lines={3}
      />
    </div>
  )
}
