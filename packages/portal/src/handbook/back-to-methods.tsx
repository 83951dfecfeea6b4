import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSpeaking } from '../words/speaking.tsx'
import { useHandbookWords } from './words/handbook-words.ts'

/** Above the heading of each page of the handbook: the way back to its contents. */
export function BackToMethods(): ReactNode {
  const words = useHandbookWords()
  const { language } = useSpeaking()
  return (
    <p className="eyebrow">
      <Link to="/$language/methods" params={{ language }}>
        {words.methods}
      </Link>
    </p>
  )
}
