import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import { useMeasureWords } from './words/measure-words.ts'
import styles from './measure.module.css'

const pages = ['gaps', 'mirror', 'accounts', 'growth', 'survival', 'back-test'] as const

/** The other pages on the node's own figures. */
export function Elsewhere(): ReactNode {
  const words = useMeasureWords()
  const { language } = useSpeaking()
  const { pathname } = useLocation()
  const titles = {
    gaps: words.gaps.title,
    mirror: words.mirror.title,
    accounts: words.accounts.title,
    growth: words.growth.title,
    survival: words.survival.title,
    'back-test': words.backTest.title,
  }
  return (
    <nav aria-label={words.elsewhere} className={styles['elsewhere']}>
      {pages
        .filter((page) => !pathname.endsWith(`/${page}`))
        .map((page) => (
          <Link key={page} to={`/$language/${page}`} params={{ language }}>
            {titles[page]}
          </Link>
        ))}
    </nav>
  )
}
