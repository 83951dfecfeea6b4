import type { ReactNode } from 'react'
import type { TableResult } from '@caudal/methods/publish'
import { useSpeaking } from '../words/speaking.tsx'
import styles from './notices.module.css'
import { dayLocale } from '../words/day-locale.ts'

/** What a reader must know before any figure: that it is synthetic, or not protected. */
export function StatusBanner({
  synthetic,
  protection,
}: Pick<TableResult, 'synthetic' | 'protection'>): ReactNode {
  const { words } = useSpeaking()
  if (synthetic) {
    return (
      <p className={styles['banner']}>
        <strong>{words.status.synthetic}.</strong> {words.status.syntheticWhy}
      </p>
    )
  }
  if (protection === 'unprotected') {
    return (
      <p className={styles['banner']} data-unprotected="">
        <strong>{words.status.unprotected}.</strong> {words.status.unprotectedWhy}
      </p>
    )
  }
  return null
}

/** The same in one word, beside a title. */
export function StatusTag({
  synthetic,
  protection,
}: Pick<TableResult, 'synthetic' | 'protection'>): ReactNode {
  const { words } = useSpeaking()
  if (synthetic) return <span className={styles['tag']}>{words.status.syntheticShort}</span>
  if (protection === 'unprotected') {
    return (
      <span className={styles['tag']} data-unprotected="">
        {words.status.unprotected}
      </span>
    )
  }
  return null
}

/** Says that figures were read before, and when, because the node cannot be reached. */
export function KeptBanner({ at }: { readonly at: Date }): ReactNode {
  const { language, words } = useSpeaking()
  const when = new Intl.DateTimeFormat(dayLocale[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  return (
    <p className={styles['banner']} data-kept-at={at.toISOString()}>
      {words.status.fromBefore(when.format(at))}
    </p>
  )
}
