import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeaking } from '../../words/speaking.tsx'
import { useGovernWords } from './words/govern-words.ts'

/** The way back to the first page of data protection. */
export function BackToGovern(): ReactNode {
  const { language } = useSpeaking()
  return (
    <p className="no-print">
      <Link to="/$language/desk/govern" params={{ language }}>
        {useGovernWords().back}
      </Link>
    </p>
  )
}
