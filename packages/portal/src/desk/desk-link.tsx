import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWho } from '../account/who.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { listSections } from './sections.ts'

/** The way to the desk, for those who have work there. */
export function DeskLink(): ReactNode {
  const who = useWho()
  const { language, words } = useSpeaking()
  if (!who.data || who.data.account === null) return null
  if (listSections(who.data.operations).length === 0) return null
  return (
    <Link to="/$language/desk" params={{ language }}>
      {words.site.desk}
    </Link>
  )
}
