import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useWho } from '../account/who.ts'
import { showDesk } from '../frame/desk-shown.ts'
import { useSpeaking } from '../words/speaking.tsx'
import { listSections } from './sections.ts'

/** The way to the desk, for those who have work there. */
export function DeskLink(): ReactNode {
  const who = useWho()
  const { language, words } = useSpeaking()
  const works =
    who.data && who.data.account !== null && listSections(who.data.operations).length > 0
  const known = who.data !== undefined
  useEffect(() => {
    if (known) showDesk(works === true)
  }, [known, works])
  if (!works) return null
  return (
    <Link to="/$language/desk" params={{ language }}>
      {words.site.desk}
    </Link>
  )
}
